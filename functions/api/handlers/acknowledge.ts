import { answerNotice, openAcknowledgement } from '../../../shared/application/acknowledging.ts'
import type { acknowledgeEndpoints } from '../../../shared/contract/acknowledge-endpoints.ts'
import type { ResponseOf } from '../../../shared/contract/endpoint.ts'
import type { MessageNotice } from '../../../shared/domain/notice/notice.ts'
import { wantsPage } from '../api-event.ts'
import { acknowledgePage } from '../page/acknowledge-page.ts'
import { PAGE_HEADERS } from '../page/page-headers.ts'
import type { Handler } from '../route.ts'

type Endpoints = typeof acknowledgeEndpoints
type Opened = ResponseOf<Endpoints['openAcknowledgement']>

const viewOf = ({ ticket, message, recipient, status, acknowledged }: MessageNotice): Opened => ({
  ticket: ticket.number,
  title: ticket.title,
  priority: ticket.priority,
  template: message.template,
  to: recipient.name,
  status,
  acknowledged: acknowledged && { at: acknowledged.at, by: acknowledged.by.name, via: acknowledged.via },
})

/** NOT-3: reads only, since scanners follow links too. */
const open: Handler<Endpoints['openAcknowledgement']> = async ({ deps, params: { token }, event }) => {
  const { notice } = await openAcknowledgement(deps, token)
  if (!wantsPage(event)) return { body: viewOf(notice) }
  const content = acknowledgePage(notice, `/api/a/${token}`, deps.identity)
  return { status: 200, headers: PAGE_HEADERS, content }
}

/** NOT-3: by POST only; twice comes to the same. */
const act: Handler<Endpoints['acknowledgeByLink']> = async ({ deps, params: { token }, event }) => {
  const { notice, actor, via } = await openAcknowledgement(deps, token)
  const { state } = await answerNotice(deps, notice.id, { type: 'acknowledge', via }, actor)
  if (wantsPage(event)) return { status: 303, headers: { Location: `/api/a/${token}` }, content: '' }
  return { body: viewOf(state.medium === 'message' ? state : notice) }
}

export const acknowledgeHandlers: { readonly [Operation in keyof Endpoints]: Handler<Endpoints[Operation]> } = {
  openAcknowledgement: open,
  acknowledgeByLink: act,
}
