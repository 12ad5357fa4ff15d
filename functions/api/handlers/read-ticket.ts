import { ticketKey } from '../../../shared/application/ticket-record.ts'
import type { Api } from '../../../shared/contract/api.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { Handler } from '../route.ts'
import { explainedClocks } from '../views/clock-view.ts'
import { isStaffActor } from '../views/may-see.ts'
import { publicEntries, staffEntries } from '../views/timeline-view.ts'
import { loadSeen, onlyIfSeen } from './seen-ticket.ts'
import { lookingAt, ticketReply } from './ticket-reply.ts'

export const getTicket: Handler<Api['getTicket']> = async ({ deps, params, caller }) => {
  const { state: ticket, version } = await loadSeen(deps, params.number, caller.actor)
  return ticketReply(deps, { ticket, version }, caller.actor)
}

/** LIF-4: newest first. Only the first page carries the ticket with it; later ones read it for the right to see them. */
export const getTimeline: Handler<Api['getTimeline']> = async ({ deps, params: { number }, query, caller }) => {
  const { record, history } = await deps.store.loadWithHistory<Ticket>(ticketKey(number), query)
  const { state: ticket } = record
    ? await onlyIfSeen(deps, number, record, caller.actor)
    : await loadSeen(deps, number, caller.actor)
  const desk = await deps.settings.desk()
  const { cursor } = history
  return isStaffActor(caller.actor)
    ? { body: { items: staffEntries(history.items, desk), cursor } }
    : { body: { items: publicEntries(history.items, ticket, desk), cursor } }
}

/** SLA-4: the clocks explain themselves. */
export const explainClocks: Handler<Api['explainClocks']> = async ({ deps, params, caller }) => {
  const { state: ticket } = await loadSeen(deps, params.number, caller.actor)
  const context = await lookingAt(deps, ticket, caller.actor)
  return { body: { items: explainedClocks(ticket, judgedBy(ticket, context), context.now) } }
}
