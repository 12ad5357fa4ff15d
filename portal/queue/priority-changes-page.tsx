import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** PRI-6: what engineers ask for, to be granted or refused. */
export const PriorityChangesPage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'priority-changes' })
  return (
    <Page title={queue.priorityChanges} beside={<QueueHead list={list} title={queue.priorityChanges} />}>
      <TicketList
        list={list}
        label={queue.priorityChanges}
        act="decide-priority-change"
        showsGroup
        empty={
          <Empty title={queue.emptyPriorityChanges}>
            <p>{queue.emptyPriorityChangesHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
