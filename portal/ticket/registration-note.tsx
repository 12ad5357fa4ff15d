import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

/** INT-12: written after the fact, by whom, why, and whether somebody else has vouched for it. */
export const RegistrationNote = ({ ticket: { afterTheFact } }: { readonly ticket: TicketForStaff }) => {
  const { registration } = t.value.ticket
  if (!afterTheFact) return null
  const { confirmed, writtenBy, writtenAt, occurredAt, reason } = afterTheFact
  return (
    <div class={confirmed ? 'notice' : 'notice soon'}>
      <p class="row">
        <strong>{registration.title}</strong>
        <span class="muted">
          {writtenBy} · <Instant at={writtenAt} /> · {registration.occurred} <Instant at={occurredAt} />
        </span>
        {confirmed ? (
          <span class="tag ok">{registration.confirmedBy(confirmed.by)}</span>
        ) : (
          <span class="tag soon">{registration.unconfirmed}</span>
        )}
      </p>
      <p class="said">{reason}</p>
    </div>
  )
}
