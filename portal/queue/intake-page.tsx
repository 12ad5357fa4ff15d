import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { DeskNow } from './desk-now.tsx'
import { liveList, picksOf } from './live-list.ts'
import { QueueHead } from './queue-head.tsx'
import { TicketList } from './ticket-list.tsx'

/** What nobody has dispatched yet belongs to this group (LIF-2). */
const INTAKE_GROUP = 'desk'

export const IntakePage = () => {
  const { queue } = t.value
  const list = liveList({ view: 'queue', group: INTAKE_GROUP })
  return (
    <Page
      title={queue.intake}
      beside={
        <>
          <DeskNow />
          <QueueHead list={list} title={queue.intake} />
        </>
      }
    >
      <TicketList
        list={list}
        picks={picksOf(list)}
        label={queue.intake}
        empty={
          <Empty title={queue.emptyIntake}>
            <p>{queue.emptyIntakeHint}</p>
          </Empty>
        }
      />
    </Page>
  )
}
