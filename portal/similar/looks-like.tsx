import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { hasRole } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { isWorkedOn, SimilarRow } from './similar-row.tsx'
import { useLookalikes } from './use-lookalikes.ts'

const SHOWN = 3
/** Half of what both say must be the same; beside a form less is of use. */
const LEAST_SCORE = 0.5

/** Opens the other ticket with the form that merges this one into it, so that both have been seen. */
const MergeLink = ({ into, duplicate }: { readonly into: string; readonly duplicate: string }) => (
  <a class="button" href={`/tickets/${into}?act=merge&duplicates=${duplicate}`}>
    {t.value.similar.mergeInto} <span class="only-read-aloud">{into}</span>
  </a>
)

const Found = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { similar } = t.value
  const rows = useLookalikes(ticket, LEAST_SCORE).slice(0, SHOWN)
  if (rows.length === 0) return null
  return (
    <section class="notice soon stack tight not-printed" aria-labelledby="looks-like">
      <h2 id="looks-like">{similar.looksLike}</h2>
      <ul class="stack tight">
        {rows.map((other) => (
          <SimilarRow key={other.number} row={other}>
            <MergeLink into={other.number} duplicate={ticket.number} />
          </SimilarRow>
        ))}
      </ul>
      <p class="muted">{similar.looksLikeHint}</p>
    </section>
  )
}

/** INT-14: other open tickets that say the same, for the desk, which decides what belongs together (INT-13). */
export const LooksLike = ({ ticket }: { readonly ticket: TicketForStaff }) =>
  hasRole('desk') && isWorkedOn(ticket) ? <Found ticket={ticket} /> : null
