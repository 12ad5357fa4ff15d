import { mergeDuplicates } from '../../../shared/application/duplicates.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import { raiseProblem } from '../../../shared/application/problems.ts'
import { ticketKey } from '../../../shared/application/ticket-record.ts'
import { type TicketResult, ticketAct } from '../../../shared/application/tickets.ts'
import { takeUploads } from '../../../shared/application/uploads.ts'
import type { actEndpoints } from '../../../shared/contract/act-endpoints.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Ticket, Visibility } from '../../../shared/domain/ticket/ticket.ts'
import type { Call, Handler } from '../route.ts'
import { ticketChanges } from '../views/change-view.ts'
import { isStaffActor } from '../views/may-see.ts'
import { loadSeen, withoutTelling } from './seen-ticket.ts'
import { tellingChanges } from './telling-changes.ts'
import { ticketReply } from './ticket-reply.ts'

type Acts = typeof actEndpoints
type Command = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>
export type ActCall<Body> = Omit<Call<Acts['accept']>, 'body'> & { readonly body: Body }

/** What is refused as stale tells what has changed since, unless the ticket is not the caller’s to see (LIF-9, ROL-3). */
export const answering = async (call: ActCall<unknown>, act: () => Promise<TicketResult>) => {
  const { deps, params, caller } = call
  const seen = async (lines: readonly HistoryLine[], ticket: Ticket) =>
    ticketChanges(lines, ticket, caller.actor, await deps.settings.desk())
  const attempt = () => withoutTelling(call, params.number, act)
  return ticketReply(deps, await tellingChanges(call, ticketKey(params.number), seen, attempt), caller.actor)
}

/** The body, with the act's name, is the command; what follows from it is decided in the domain. */
export const doing =
  <Body>(commandOf: (body: Body, actor: Actor) => Command) =>
  (call: ActCall<Body>) => {
    const { deps, params, body, caller, expectedVersion, idempotency } = call
    const command = commandOf(body, caller.actor)
    return answering(call, () =>
      ticketAct(deps, params.number, command, caller.actor, { expectedVersion, idempotency }),
    )
  }

/** An internal note published by oversight cannot be taken back; the other way round it can be said again. */
const unlessSaid = (actor: Actor): Visibility => (isStaffActor(actor) ? 'internal' : 'public')

export const actHandlers: { readonly [Act in keyof Acts]: Handler<Acts[Act]> } = {
  classify: doing((body) => ({ type: 'classify', ...body })),
  assign: doing((body) => ({ type: 'assign', ...body })),
  transfer: doing((body) => ({ type: 'transfer', ...body })),
  accept: doing(() => ({ type: 'accept' })),
  contact: doing((body) => ({ type: 'contact', ...body })),
  comment: (call) =>
    answering(call, async () => {
      const { deps, params, body, caller, expectedVersion, idempotency } = call
      const visibility = body.visibility ?? unlessSaid(caller.actor)
      const attachments = await takeUploads(deps, caller.actor, body.attachments ?? [], visibility)
      const command = { type: 'comment', text: body.text, visibility, attachments } as const
      return ticketAct(deps, params.number, command, caller.actor, { expectedVersion, idempotency })
    }),
  diagnose: doing((body) => ({ type: 'diagnose', ...body })),
  wait: doing((body) => ({ type: 'wait', ...body })),
  resume: doing(() => ({ type: 'resume' })),
  requestPriorityChange: doing((body) => ({ type: 'request-priority-change', ...body })),
  decidePriorityChange: doing((body) => ({ type: 'decide-priority-change', ...body })),
  escalate: doing((body) => ({ type: 'escalate', ...body })),
  proposeTime: doing((body) => ({ type: 'propose-time', ...body })),
  answerTime: doing((body) => ({ type: 'answer-time', ...body })),
  resolve: doing((body) => ({ type: 'resolve', ...body })),
  confirm: doing((body) => ({ type: 'confirm', ...body })),
  reject: doing((body) => ({ type: 'reject', ...body })),
  close: doing((body) => ({ type: 'close', ...body })),
  cancel: doing((body) => ({ type: 'cancel', ...body })),
  confirmRegistration: doing((body) => ({ type: 'confirm-registration', ...body })),
  screen: doing(() => ({ type: 'screen' })),
  insist: doing((body) => ({ type: 'insist', ...body })),
  decideService: doing((body) => ({ type: 'decide-service', ...body })),
  return: doing((body) => ({ type: 'return', ...body })),
  merge: (call) =>
    answering(call, async () => {
      const { deps, params, body, caller, expectedVersion, idempotency } = call
      const seen = (number: string) => loadSeen(deps, number, caller.actor)
      const [into, duplicates] = await Promise.all([
        seen(params.number),
        Promise.all([...new Set(body.duplicates)].map(seen)),
      ])
      const merging = { into: into.state, duplicates: duplicates.map(({ state }) => state) }
      return mergeDuplicates(deps, merging, caller.actor, { expectedVersion, idempotency })
    }),
  unmerge: doing(() => ({ type: 'unmerge' })),
  judgeMajor: doing((body) => ({ type: 'judge-major', ...body })),
  reviewRating: doing((body) => ({ type: 'review-rating', ...body })),
  raiseProblem: (call) =>
    answering(call, () => {
      const { deps, params, body, caller, expectedVersion, idempotency } = call
      return raiseProblem(deps, params.number, body.leftToFindOut, caller.actor, { expectedVersion, idempotency })
    }),
}
