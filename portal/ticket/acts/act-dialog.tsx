import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { explainFailure } from '../../api/explain-failure.ts'
import { Refused } from '../../api/failure.ts'
import { useFormState } from '../../form/form-state.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { t } from '../../texts/texts.ts'
import { entryLine } from '../entry-text.ts'
import type { Entry } from '../open-ticket.ts'
import type { Act } from './act.ts'
import { BODIES, initialOf } from './act-body.ts'
import { ActFields } from './act-fields.tsx'

/** What came of an earlier attempt at the same act. */
export type Attempt = {
  readonly act: Act
  readonly failure?: { readonly error: unknown; readonly since: string }
}

type Props = {
  readonly attempt: Attempt
  readonly ticket: TicketForStaff
  readonly entries: readonly Entry[]
  readonly onClose: () => void
  readonly onSubmit: (act: Act, body: Readonly<Record<string, unknown>>) => Promise<void>
}

/** LIF-9: who was faster and what they did; what was typed stays in the form below. */
const WhatChanged = ({ entries, since }: { readonly entries: readonly Entry[]; readonly since: string }) => {
  const { acts } = t.value
  const changes = entries.filter(({ at }) => at > since)
  return (
    <div class="notice soon stack tight" role="alert">
      <p>{acts.stale(changes.at(0)?.actor.name ?? '')}</p>
      <h3>{acts.staleSince}</h3>
      <ul>
        {changes.map((entry) => (
          <li key={entry.id}>{entryLine(entry)}</li>
        ))}
      </ul>
    </div>
  )
}

const Failure = ({ attempt, entries }: Pick<Props, 'attempt' | 'entries'>) => {
  const { failure } = attempt
  if (!failure) return null
  if (failure.error instanceof Refused && failure.error.isStale)
    return <WhatChanged entries={entries} since={failure.since} />
  return (
    <div class="notice wrong" role="alert">
      <strong>{t.value.acts.refused}</strong>
      <p>{explainFailure(failure.error)}</p>
    </div>
  )
}

/** The form of one act, in the browser's own dialog; what is typed survives whatever happens until the desk has it. */
export const ActDialog = ({ attempt, ticket, entries, onClose, onSubmit }: Props) => {
  const { act, failure } = attempt
  const { acts, shell } = t.value
  const form = useFormState(initialOf(act, ticket), `${ticket.number}.${act}`)
  const isPossible = ticket.allowedActs.includes(act)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSubmit(act, BODIES[act](form.values, ticket)).then(form.clear, () => undefined)
  }
  return (
    <Dialog title={`${acts.names[act]} · ${ticket.number}`} onClose={onClose}>
      <form onSubmit={submit}>
        <Failure attempt={attempt} entries={entries} />
        {!isPossible && <p class="notice wrong">{acts.staleGone}</p>}
        <ActFields act={act} form={form} ticket={ticket} />
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" class="button primary" disabled={!isPossible}>
            {failure ? acts.doItAnyway : acts.names[act]}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
