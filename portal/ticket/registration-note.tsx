import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

/** INT-12: written after the fact, by whom, why, and whether somebody else has vouched for it. */
export const RegistrationNote = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { registration } = t.value.ticket
  const { timeOf } = t.value.record
  const { afterTheFact } = ticket
  if (!afterTheFact) return null
  const { confirmed, writtenBy, writtenAt, occurredAt, reason } = afterTheFact
  const { recordedAt: reportedAt, assignedAt, respondedAt, resolvedAt: restoredAt } = ticket
  const times = { occurredAt, reportedAt, assignedAt, respondedAt, restoredAt }
  return (
    <div class={confirmed ? 'notice' : 'notice soon'}>
      <p class="row">
        <strong>{registration.title}</strong>
        <span class="muted">
          {writtenBy} · <Instant at={writtenAt} />
        </span>
        {confirmed ? (
          <span class="tag ok">{registration.confirmedBy(confirmed.by)}</span>
        ) : (
          <span class="tag soon">{registration.unconfirmed}</span>
        )}
      </p>
      <p class="said" dir="auto">
        {reason}
      </p>
      <dl class="true-times">
        {Object.entries(times).map(([name, at]) => (
          <div key={name}>
            <dt>{timeOf[name as keyof typeof times]}</dt>
            <dd>{at === null ? '–' : <Instant at={at} />}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
