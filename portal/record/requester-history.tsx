import { call } from '../api/call.ts'
import { Instant } from '../parts/instant.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { t } from '../texts/texts.ts'
import type { Person } from './requester-field.tsx'

const SHOWN = 6

/** What the caller asked for lately: the call may be about one of these, which then is where to note it. */
export const RequesterHistory = ({ person }: { readonly person: Person }) => {
  const { record } = t.value
  const tickets = useLoaded(person.id, (signal) =>
    call('listTickets', { query: { view: 'requested', person: person.id, limit: SHOWN }, signal }),
  )
  const rows = tickets.value.value?.items
  if (!rows) return null
  return (
    <section class="card stack tight">
      <h2>{record.lately(person.name)}</h2>
      {rows.length === 0 && <p class="muted">{record.nothingLately}</p>}
      <ul class="stack tight">
        {rows.map(({ number, title, state, recordedAt }) => (
          <li key={number} class="stack tight">
            <a href={`/tickets/${number}`} dir="auto">
              {title}
            </a>
            <span class="row muted">
              <StateTag state={state} /> <span class="number">{number}</span> <Instant at={recordedAt} as="relative" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
