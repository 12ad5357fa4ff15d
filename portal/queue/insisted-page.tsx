import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** INT-11: returned tickets on which the customer insists, for the project manager to decide. */
export const InsistedPage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'insisted' })
  return (
    <Page title={queue.insisted} beside={<QueueHead list={list} title={queue.insisted} />}>
      <TicketList
        list={list}
        label={queue.insisted}
        act="decide-service"
        showsGroup
        empty={
          <Empty title={queue.emptyInsisted}>
            <p>{queue.emptyInsistedHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
