import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { hasRole } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { isWorkedOn, SimilarRow } from './similar-row.tsx'
import { LONGEST_TITLE } from './use-similar.ts'

const SOUGHT = 6
const SHOWN = 3
/** Half of what both say must be the same; beside a form less is of use. */
const LEAST_SCORE = 0.5

const Found = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { similar } = t.value
  const { number, title, service, category } = ticket
  const found = useLoaded(JSON.stringify([number, title, service, category]), (signal) =>
    call('findSimilarTickets', {
      query: { title: title.slice(0, LONGEST_TITLE), category, ...(service && { service }), limit: SOUGHT },
      inBackground: true,
      signal,
    }),
  )
  const rows = (found.value.value?.items ?? [])
    .filter(({ score, ticket: other }) => score >= LEAST_SCORE && other.number !== number && isWorkedOn(other))
    .slice(0, SHOWN)
  if (rows.length === 0) return null
  return (
    <section class="notice soon stack tight not-printed" aria-labelledby="looks-like">
      <h2 id="looks-like">{similar.looksLike}</h2>
      <ul class="stack tight">
        {rows.map(({ ticket: other }) => (
          <SimilarRow key={other.number} row={other} />
        ))}
      </ul>
      <p class="muted">{similar.looksLikeHint}</p>
    </section>
  )
}

/** INT-14: other open tickets that say the same, for the desk, which decides what belongs together. */
export const LooksLike = ({ ticket }: { readonly ticket: TicketForStaff }) =>
  hasRole('desk') && isWorkedOn(ticket) ? <Found ticket={ticket} /> : null
