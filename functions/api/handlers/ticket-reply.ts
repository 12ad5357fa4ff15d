import type { Deps } from '../../../shared/application/deps.ts'
import { ticketContext } from '../../../shared/application/ticket-record.ts'
import type { TicketResult } from '../../../shared/application/tickets.ts'
import type { TicketForRequester, TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { latest } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { TicketContext } from '../../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { Reply } from '../reply.ts'
import { ticketView } from '../views/ticket-view.ts'

/** What a ticket is looked at with: now, by this actor, under the versions it keeps. */
export const lookingAt = (deps: Deps, ticket: Ticket, actor: Actor): Promise<TicketContext> =>
  ticketContext({ now: latest(deps.clock.now(), ticket.updatedAt), actor, newId: deps.newId }, ticket, deps)

/** The ticket as this actor may see it, with its version as ETag. */
export const ticketReply = async (
  deps: Deps,
  { ticket, version }: TicketResult,
  actor: Actor,
): Promise<Reply<TicketForStaff | TicketForRequester>> => ({
  body: ticketView(ticket, version, await lookingAt(deps, ticket, actor)),
  version,
})
