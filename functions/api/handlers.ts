import type { Api, Operation } from '../../shared/contract/api.ts'
import { acknowledgeHandlers } from './handlers/acknowledge.ts'
import { actHandlers } from './handlers/act.ts'
import { getDashboard } from './handlers/dashboard.ts'
import { describeApi } from './handlers/describe-api.ts'
import { linkHandlers } from './handlers/links.ts'
import { listTickets } from './handlers/list-tickets.ts'
import { mailHandlers } from './handlers/mail.ts'
import { noticeHandlers } from './handlers/notices.ts'
import { onCallHandlers } from './handlers/on-call.ts'
import { openTicketHandler } from './handlers/open-ticket.ts'
import { peopleHandlers } from './handlers/people.ts'
import { listProblems } from './handlers/problem-records.ts'
import { explainClocks, getTicket, getTimeline } from './handlers/read-ticket.ts'
import { settingHandlers } from './handlers/settings.ts'
import { findSimilarTickets } from './handlers/similar-tickets.ts'
import { getAttachment, getMail } from './handlers/ticket-files.ts'
import { uploadHandlers } from './handlers/uploads.ts'
import type { Handler } from './route.ts'

/** What answers each operation of the contract; one that is missing does not compile. */
export const handlers: { readonly [Name in Operation]: Handler<Api[Name]> } = {
  openTicket: openTicketHandler,
  listTickets,
  findSimilarTickets,
  getTicket,
  getTimeline,
  explainClocks,
  getMail,
  getAttachment,
  ...actHandlers,
  getDashboard,
  ...linkHandlers,
  ...acknowledgeHandlers,
  ...uploadHandlers,
  ...noticeHandlers,
  ...mailHandlers,
  listProblems,
  ...peopleHandlers,
  ...settingHandlers,
  ...onCallHandlers,
  describeApi,
}
