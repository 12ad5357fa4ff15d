import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { hasRole } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** INT-12: what was written after the fact, for a second person to confirm. */
export const RegistrationsPage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'registrations' })
  return (
    <Page title={queue.registrations} beside={<QueueHead list={list} title={queue.registrations} />}>
      <div class="stack">
        {hasRole('desk') && (
          <p>
            <a class="button" href="/register-afterwards">
              {queue.registerAfterwards}
            </a>
          </p>
        )}
        <TicketList
          list={list}
          label={queue.registrations}
          act="confirm-registration"
          showsGroup
          empty={
            <Empty title={queue.emptyRegistrations}>
              <p>{queue.emptyRegistrationsHint}</p>
            </Empty>
          }
        />
      </div>
    </Page>
  )
}
