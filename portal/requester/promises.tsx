import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { nowMs } from '../format/now.ts'
import { duration } from '../format/time.ts'
import { Instant } from '../parts/instant.tsx'
import { language } from '../texts/texts.ts'
import { requesterTexts } from './texts.ts'

type Clock = NonNullable<TicketForRequester['sla']['respond']>

/** “GMT+8”, “CET”: which time zone the times on the page are in. */
const zoneName = (): string =>
  new Intl.DateTimeFormat(language.value, { timeZoneName: 'short' })
    .formatToParts(nowMs.value)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

const Standing = ({ clock }: { readonly clock: Clock }) => {
  const { promises } = requesterTexts.value
  if (clock.missedAt !== null) return <span class="late">{promises.missed}</span>
  if (clock.metAt !== null)
    return (
      <span class="kept">
        ✓ {promises.met}, {promises.metAt} <Instant at={clock.metAt} />
      </span>
    )
  if (clock.paused) return <span class="muted">{promises.paused}</span>
  if (clock.dueAt === null) return null
  const leftMinutes = (Date.parse(clock.dueAt) - nowMs.value) / 60_000
  return <span class="muted">{promises.left(duration(leftMinutes))}</span>
}

const Promised = ({ label, clock }: { readonly label: string; readonly clock: Clock }) => (
  <div class="promise">
    <dt>{label}</dt>
    <dd>
      {clock.dueAt !== null && (
        <>
          <strong>
            <Instant at={clock.dueAt} />
          </strong>{' '}
        </>
      )}
      <Standing clock={clock} />
      {clock.provisional && clock.metAt === null && (
        <span class="muted"> ({requesterTexts.value.promises.provisional})</span>
      )}
    </dd>
  </div>
)

/** SLA-4 for requesters: what was promised, whether it was kept, in their own time zone. */
export const Promises = ({ ticket }: { readonly ticket: TicketForRequester }) => {
  const { promises } = requesterTexts.value
  const { respond, restore } = ticket.sla
  return (
    <section class="promises" aria-label={promises.title}>
      <h2>{promises.title}</h2>
      {respond || restore ? (
        <>
          <dl>
            {respond && <Promised label={promises.respond} clock={respond} />}
            {restore && <Promised label={promises.restore} clock={restore} />}
          </dl>
          <p class="muted">{promises.zone(zoneName())}</p>
        </>
      ) : (
        <p class="muted">{promises.none}</p>
      )}
    </section>
  )
}
