import { acknowledgeEndpoints } from '../../shared/contract/acknowledge-endpoints.ts'
import type { Api, Operation } from '../../shared/contract/api.ts'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { linkEndpoints } from '../../shared/contract/link-endpoints.ts'
import { mailEndpoints } from '../../shared/contract/mail-endpoints.ts'
import { procedureEndpoints } from '../../shared/contract/major-endpoints.ts'
import { noticeEndpoints } from '../../shared/contract/notice-endpoints.ts'
import { onCallEndpoints } from '../../shared/contract/on-call-endpoints.ts'
import { peopleEndpoints } from '../../shared/contract/people-endpoints.ts'
import { reportEndpoints } from '../../shared/contract/report-endpoints.ts'
import { settingEndpoints } from '../../shared/contract/setting-endpoints.ts'
import { uploadEndpoints } from '../../shared/contract/upload-endpoints.ts'
import { actHandlers } from './handlers/act.ts'
import { getDashboard } from './handlers/dashboard.ts'
import { describeApi } from './handlers/describe-api.ts'
import { listTickets } from './handlers/list-tickets.ts'
import { majorActHandlers } from './handlers/major-act.ts'
import { openTicketHandler } from './handlers/open-ticket.ts'
import { listProblems } from './handlers/problem-records.ts'
import { explainClocks, getTicket, getTimeline } from './handlers/read-ticket.ts'
import { findSimilarTickets } from './handlers/similar-tickets.ts'
import { getAttachment, getMail } from './handlers/ticket-files.ts'
import type { Handler } from './route.ts'

type HandlersOf<Group> = { readonly [Name in keyof Group]: Group[Name] extends Endpoint ? Handler<Group[Name]> : never }

/**
 * Loaded when one of the group is first asked for: the texts of the notices, and what else few requests need, take no part
 * in a start (DESIGN §9).
 */
const later = <Group extends Readonly<Record<string, Endpoint>>>(
  group: Group,
  load: () => Promise<HandlersOf<Group>>,
): HandlersOf<Group> => {
  const handlerOf =
    (name: keyof Group): Handler<Endpoint> =>
    async (call) =>
      ((await load())[name] as Handler<Endpoint>)(call)
  return Object.fromEntries(Object.keys(group).map((name) => [name, handlerOf(name)])) as HandlersOf<Group>
}

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
  ...later(procedureEndpoints, async () => (await import('./handlers/procedure.ts')).procedureHandlers),
  getDashboard,
  ...later(linkEndpoints, async () => (await import('./handlers/links.ts')).linkHandlers),
  ...later(acknowledgeEndpoints, async () => (await import('./handlers/acknowledge.ts')).acknowledgeHandlers),
  ...later(uploadEndpoints, async () => (await import('./handlers/uploads.ts')).uploadHandlers),
  ...later(noticeEndpoints, async () => (await import('./handlers/notices.ts')).noticeHandlers),
  ...later(mailEndpoints, async () => (await import('./handlers/mail.ts')).mailHandlers),
  listProblems,
  ...later(reportEndpoints, async () => (await import('./reports/report-answers.ts')).reportAnswers),
  ...later(peopleEndpoints, async () => (await import('./handlers/people.ts')).peopleHandlers),
  ...later(settingEndpoints, async () => (await import('./handlers/settings.ts')).settingHandlers),
  ...later(onCallEndpoints, async () => (await import('./handlers/on-call.ts')).onCallHandlers),
  describeApi,
}
