import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import type { Params } from '../place/places.ts'
import { groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { liveList, picksOf } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** The open tickets of one support group. */
export const QueuePage = ({ params }: { readonly params: Params }) => {
  const { queue } = t.value
  const { group = '' } = params
  const list = liveList({ view: 'queue', group })
  const title = queue.queueOf(groupName(group))
  return (
    <Page title={title} beside={<QueueHead list={list} title={title} />}>
      <TicketList
        list={list}
        picks={picksOf(list)}
        label={title}
        empty={
          <Empty title={queue.emptyQueue}>
            <p>{queue.emptyQueueHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
