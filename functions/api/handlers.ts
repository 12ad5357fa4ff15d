import type { Api, Operation } from '../../shared/contract/api.ts'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { actHandlers } from './handlers/act.ts'
import { getDashboard } from './handlers/dashboard.ts'
import { describeApi } from './handlers/describe-api.ts'
import { listTickets } from './handlers/list-tickets.ts'
import { mailHandlers } from './handlers/mail.ts'
import { majorActHandlers } from './handlers/major-act.ts'
import { onCallHandlers } from './handlers/on-call.ts'
import { openTicketHandler } from './handlers/open-ticket.ts'
import { peopleHandlers } from './handlers/people.ts'
import { listProblems } from './handlers/problem-records.ts'
import { explainClocks, getTicket, getTimeline } from './handlers/read-ticket.ts'
import { reportHandlers } from './handlers/reports.ts'
import { settingHandlers } from './handlers/settings.ts'
import { findSimilarTickets } from './handlers/similar-tickets.ts'
import { getAttachment, getMail } from './handlers/ticket-files.ts'
import { uploadHandlers } from './handlers/uploads.ts'
import type { Handler } from './route.ts'

/**
 * Loaded when it is first asked for: the texts of the notices, and what else few requests need, take no part in a start
 * (DESIGN §9).
 */
const later =
  <E extends Endpoint>(load: () => Promise<Handler<E>>): Handler<E> =>
  async (call) =>
    (await load())(call)

const acknowledging = async () => (await import('./handlers/acknowledge.ts')).acknowledgeHandlers
const links = async () => (await import('./handlers/links.ts')).linkHandlers
const notices = async () => (await import('./handlers/notices.ts')).noticeHandlers
const procedure = async () => (await import('./handlers/procedure.ts')).procedureHandlers

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
  ...majorActHandlers,
  getProcedure: later(async () => (await procedure()).getProcedure),
  draftReport: later(async () => (await procedure()).draftReport),
  getDashboard,
  openLink: later(async () => (await links()).openLink),
  actOnLink: later(async () => (await links()).actOnLink),
  openAcknowledgement: later(async () => (await acknowledging()).openAcknowledgement),
  acknowledgeByLink: later(async () => (await acknowledging()).acknowledgeByLink),
  ...uploadHandlers,
  listNotices: later(async () => (await notices()).listNotices),
  tickOffCall: later(async () => (await notices()).tickOffCall),
  acknowledgeNotice: later(async () => (await notices()).acknowledgeNotice),
  ...mailHandlers,
  listProblems,
  ...reportHandlers,
  ...peopleHandlers,
  ...settingHandlers,
  ...onCallHandlers,
  describeApi,
}
