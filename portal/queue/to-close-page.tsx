import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { liveList } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** CLO-1: solved, and waiting for the requester’s word and the desk’s close. */
export const ToClosePage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'to-close' })
  return (
    <Page title={queue.toClose} beside={<QueueHead list={list} title={queue.toClose} />}>
      <TicketList
        list={list}
        label={queue.toClose}
        act="close"
        showsGroup
        empty={
          <Empty title={queue.emptyToClose}>
            <p>{queue.emptyToCloseHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
