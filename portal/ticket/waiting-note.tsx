import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { nowMs } from '../format/now.ts'
import { shortTime } from '../format/time.ts'
import { codeName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

/** WAI-1: what it waits for, since when, and whether that is too long. */
export const WaitingNote = ({ ticket: { waiting } }: { readonly ticket: TicketForStaff }) => {
  const { ticket: texts } = t.value
  if (!waiting) return null
  return (
    <div class="notice soon">
      <p class="row">
        <strong>{codeName('waitCodes', waiting.code)}</strong>
        <span class="muted">
          {texts.since(shortTime(waiting.since, nowMs.value))}
          {waiting.until && ` · ${texts.waitingUntil(shortTime(waiting.until, nowMs.value))}`}
        </span>
        {waiting.overstayed && <span class="tag late">{texts.overstayed}</span>}
      </p>
      <p class="said">{waiting.reason}</p>
    </div>
  )
}
