import type { Notice } from '../domain/notice/notice.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { ticketContext, ticketKey } from './ticket-record.ts'

/** What telling somebody else of the same needs; null when the ticket is not there. */
export const tellingOf = async (deps: Deps, { ticket: { number } }: Pick<Notice, 'ticket'>) => {
  const stored = await deps.store.load<Ticket>(ticketKey(number))
  if (!stored) return null
  const base = { now: deps.clock.now(), actor: DESK, newId: deps.newId }
  const context = await ticketContext(base, stored.state, deps)
  return { ticket: stored.state, context, deskAddress: deps.identity.address }
}
