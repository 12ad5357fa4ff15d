import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { nowMs } from '../format/now.ts'
import { shortTime } from '../format/time.ts'
import { t } from '../texts/texts.ts'

/** INT-13: where it goes on with what this duplicate is about. */
export const MergedNote = ({ ticket: { merged } }: { readonly ticket: TicketForStaff }) => {
  if (!merged) return null
  const { into, by, at } = merged
  const { ticket: texts } = t.value
  return (
    <div class="notice soon">
      <p class="row">
        <strong>{texts.mergedInto}</strong> <a href={`/tickets/${into}`}>{into}</a>
        <span class="muted">
          <bdi>{by.name}</bdi> · {shortTime(at, nowMs.value)}
        </span>
      </p>
      <p class="muted">{texts.mergedHint}</p>
    </div>
  )
}
