import { useSignal } from '@preact/signals'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { useFormState } from '../form/form-state.ts'
import { nowMs } from '../format/now.ts'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../texts/texts.ts'
import { type Begun, doMajor, type Strip } from './do-major.ts'
import { initialOf } from './major-act.ts'
import { MajorFields } from './major-fields.tsx'

export const MajorFailure = ({ error }: { readonly error: unknown }) => {
  if (error === null) return null
  const isStale = error instanceof Refused && error.isStale
  return (
    <p class={isStale ? 'notice soon' : 'notice wrong'} role="alert">
      {isStale ? t.value.major.changedMeanwhile : explainFailure(error)}
    </p>
  )
}

type DialogProps = { readonly strip: Strip; readonly begun: Begun; readonly onClose: () => void }

/** The form of one act; what is typed survives whatever happens until the desk has it. */
export const MajorDialog = ({ strip, begun: { act, preset }, onClose }: DialogProps) => {
  const { procedure, ticket } = strip
  const { major, shell } = t.value
  const openedMs = useSignal(nowMs.peek())
  const initial = initialOf(act, procedure, { place: ticket.contact?.place ?? '', nowMs: openedMs.value })
  const draft = [procedure.number, act, ...Object.values(preset)].join('.')
  const form = useFormState({ ...initial, ...preset }, draft)
  const error = useSignal<unknown>(null)
  const isBusy = useSignal(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy.value) return
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
        <MajorFailure error={error.value} />
        <MajorFields act={act} form={form} procedure={procedure} ticket={ticket} />
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" class="button primary" title={t.value.ticket.sendHint} disabled={isBusy.value}>
            {major.acts[act]}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
