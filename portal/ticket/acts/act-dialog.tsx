import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { explainFailure } from '../../api/explain-failure.ts'
import { Refused } from '../../api/failure.ts'
import { keepDraft } from '../../form/drafts.ts'
import { useFormState } from '../../form/form-state.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { say } from '../../shell/toasts.tsx'
import { t } from '../../texts/texts.ts'
import { passes } from '../entry-filter.ts'
import type { Entry } from '../open-ticket.ts'
import type { Act } from './act.ts'
import { BODIES, initialOf } from './act-body.ts'
import { ActFields } from './act-fields.tsx'
import { WhatChanged } from './what-changed.tsx'

/** A form that is open, and what came of sending it, if it has been sent. */
export type Attempt = {
  readonly act: Act
  /** The last thing that had happened when the form was opened. */
  readonly since: string
  readonly error?: unknown
}

type Props = {
  readonly attempt: Attempt
  readonly ticket: TicketForStaff
  readonly entries: readonly Entry[]
  readonly onClose: () => void
  /** Opens the form again, after it was closed in favour of what a colleague did. */
  readonly onAgain: () => void
  readonly onSubmit: (act: Act, body: Readonly<Record<string, unknown>>) => Promise<void>
}

const Failure = ({ error }: { readonly error: unknown }) => {
  if (error === undefined || (error instanceof Refused && error.isStale)) return null
  return (
    <div class="notice wrong" role="alert">
      <strong>{t.value.acts.refused}</strong>
      <p>{explainFailure(error)}</p>
    </div>
  )
}

/** The form of one act, in the browser's own dialog; what is typed survives whatever happens until the desk has it. */
export const ActDialog = ({ attempt, ticket, entries, onClose, onAgain, onSubmit }: Props) => {
  const { act, since, error } = attempt
  const { acts, shell } = t.value
  const draft = `${ticket.number}.${act}`
  const form = useFormState(initialOf(act, ticket), draft)
  const isPossible = ticket.allowedActs.includes(act)
  const changes = entries.filter((entry) => entry.at > since && passes('story', entry))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSubmit(act, BODIES[act](form.values, ticket)).then(form.clear, () => undefined)
  }
  const takeTheirs = () => {
    const { typed } = form
    form.clear()
    onClose()
    say(acts.dropped, () => {
      keepDraft(draft, typed)
      onAgain()
    })
  }
  return (
    <Dialog title={`${acts.names[act]} · ${ticket.number}`} onClose={onClose}>
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <WhatChanged entries={changes} typed={form.typed} onTakeTheirs={takeTheirs} />
        <Failure error={error} />
        {!isPossible && <p class="notice wrong">{acts.staleGone}</p>}
        <ActFields act={act} form={form} ticket={ticket} />
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" class="button primary" title={t.value.ticket.sendHint} disabled={!isPossible}>
            {changes.length > 0 ? acts.doItAnyway : acts.names[act]}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
