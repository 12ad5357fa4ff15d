import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** What is assigned to whoever looks. */
export const WorkPage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'mine' })
  return (
    <Page title={queue.myWork} beside={<QueueHead list={list} title={queue.myWork} />}>
      <TicketList
        list={list}
        label={queue.myWork}
        showsGroup
        empty={
          <Empty title={queue.emptyWork}>
            <p>{queue.emptyWorkHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
