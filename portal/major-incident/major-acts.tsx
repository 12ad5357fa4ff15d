import { useSignal } from '@preact/signals'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { useFormState, type Values } from '../form/form-state.ts'
import { Dialog } from '../parts/dialog.tsx'
import { say, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { initialOf, MAJOR_BODIES, MAJOR_OPERATIONS, type MajorAct, sortedMajorActs, WITHOUT_FORM } from './major-act.ts'
import { MajorFields } from './major-fields.tsx'

type Strip = { readonly open: OpenTicket; readonly ticket: TicketForStaff; readonly procedure: ProcedureView }

/** Does an act on the version that is shown; then the ticket is read again, and with it the strip. @throws Refused … */
export const doMajor = async (
  { open, procedure }: Strip,
  act: MajorAct,
  values: Values,
  key = crypto.randomUUID(),
): Promise<void> => {
  const { number, version } = procedure
  const body = MAJOR_BODIES[act](values, procedure)
  try {
    await call(MAJOR_OPERATIONS[act], { params: { number }, body, version, key } as never)
    say(t.value.major.done)
  } finally {
    await open.load()
  }
}

const Failure = ({ error }: { readonly error: unknown }) => {
  if (error === null) return null
  const isStale = error instanceof Refused && error.isStale
  return (
    <p class={isStale ? 'notice soon' : 'notice wrong'} role="alert">
      {isStale ? t.value.major.changedMeanwhile : explainFailure(error)}
    </p>
  )
}

type DialogProps = { readonly strip: Strip; readonly act: MajorAct; readonly onClose: () => void }

const MajorDialog = ({ strip, act, onClose }: DialogProps) => {
  const { procedure, ticket } = strip
  const { major, shell } = t.value
  const form = useFormState(initialOf(act, procedure, ticket.contact?.place ?? ''), `${procedure.number}.${act}`)
  const error = useSignal<unknown>(null)
  const isBusy = useSignal(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    isBusy.value = true
    doMajor(strip, act, form.values).then(
      () => {
        form.clear()
        onClose()
      },
      (reason: unknown) => {
        error.value = reason
        isBusy.value = false
      },
    )
  }
  return (
    <Dialog title={`${major.acts[act]} · ${procedure.number}`} onClose={onClose}>
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <Failure error={error.value} />
        <MajorFields act={act} form={form} procedure={procedure} ticket={ticket} />
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" class="button primary" disabled={isBusy.value}>
            {major.acts[act]}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** What may be done in the procedure now; what moves it on stands first. */
export const MajorActs = (strip: Strip) => {
  const { major } = t.value
  const shown = useSignal<MajorAct | null>(null)
  const start = (act: MajorAct) => {
    if (!WITHOUT_FORM.has(act)) shown.value = act
    else doMajor(strip, act, {}).catch((error: unknown) => sayWrong(explainFailure(error)))
  }
  return (
    <div class="major-acts not-printed">
      {sortedMajorActs(strip.procedure).map((act, index) => (
        <button key={act} type="button" class={index === 0 ? 'button primary' : 'button'} onClick={() => start(act)}>
          {major.acts[act]}
        </button>
      ))}
      {shown.value && (
        <MajorDialog
          key={shown.value}
          strip={strip}
          act={shown.value}
          onClose={() => {
            shown.value = null
          }}
        />
      )}
    </div>
  )
}
