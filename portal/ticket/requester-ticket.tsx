import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { Page } from '../parts/page.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { AttachmentList } from './attachments.tsx'
import type { OpenTicket } from './open-ticket.ts'
import { Timeline } from './timeline.tsx'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForRequester }

/** What the requester sees of their own ticket. */
export const RequesterTicket = ({ open, ticket }: Props) => (
  <Page title={ticket.title} beside={<StateTag state={ticket.state} />}>
    <div class="stack">
      <p class="said card">{ticket.description}</p>
      <AttachmentList number={ticket.number} attachments={ticket.attachments} />
      <Timeline open={open} />
    </div>
  </Page>
)
