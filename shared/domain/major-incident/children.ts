import { refuse } from '../refusal.ts'
import type { TicketContext } from '../ticket/context.ts'
import type { TicketEvent } from '../ticket/event.ts'
import { isOpenState } from '../ticket/moves.ts'
import { peopleFor, workers } from '../ticket/recipients.ts'
import { backTo } from '../ticket/resolving.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { ChildCommand } from './command.ts'

type Command<Type extends ChildCommand['type']> = Extract<ChildCommand, { readonly type: Type }>

/** A record holds 400 kB; a storm this large has long become one incident. */
const MOST_CHILDREN = 1_000

export const childrenOf = (ticket: Pick<Ticket, 'children'>): readonly string[] => ticket.children ?? []

/** MAJ-8: noting a child twice changes nothing. @throws DomainError */
export const noteChild = (ticket: Ticket, child: string): readonly TicketEvent[] => {
  if (childrenOf(ticket).includes(child)) return []
  if (child === ticket.number) refuse('invalid', 'own-child', 'An incident cannot hang under itself.')
  if (ticket.parent) refuse('conflict', 'has-parent', `${ticket.number} hangs under ${ticket.parent} itself.`)
  if (childrenOf(ticket).length >= MOST_CHILDREN)
    refuse('invalid', 'too-many-children', `A major incident may have ${MOST_CHILDREN} children.`)
  return [{ type: 'child-attached', child }]
}

export const detachChild = (ticket: Ticket, child: string): readonly TicketEvent[] => {
  if (childrenOf(ticket).length === 0) refuse('conflict', 'no-children', 'No incident hangs under this one.')
  if (!childrenOf(ticket).includes(child))
    refuse('invalid', 'not-a-child', `${child} does not hang under ${ticket.number}.`)
  return [{ type: 'child-detached', child }]
}

/** MAJ-8: a child of another incident stays where it is until it is detached there. */
export const attachToParent = (ticket: Ticket, { parent }: Command<'attach-to-parent'>): readonly TicketEvent[] => {
  if (ticket.parent === parent) return []
  if (ticket.parent || childrenOf(ticket).length > 0)
    refuse('conflict', 'hangs-elsewhere', `${ticket.number} hangs under another incident, or has children itself.`)
  return [{ type: 'attached-to-parent', parent }]
}

export const detachFromParent = (ticket: Ticket, { parent }: Command<'detach-from-parent'>): readonly TicketEvent[] =>
  ticket.parent === parent ? [{ type: 'detached-from-parent', parent }] : []

/**
 * MAJ-8: a child follows the solution of its major incident, and back to work when that turns out to be none. What a child
 * has solved by itself, or what is closed, stays. Said twice, late or out of order it comes to the same.
 */
export const followParent = (
  ticket: Ticket,
  { parent, solved }: Command<'follow-parent'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (ticket.parent !== parent) return []
  if (solved && isOpenState(ticket.state)) {
    const { category } = ticket
    const told = peopleFor(context, ticket, 'desk')
    return [{ type: 'resolved', resolution: solved.resolution, category, bySystem: true, of: parent, told }]
  }
  if (solved || ticket.state !== 'resolved' || !ticket.followed) return []
  const reason = `${parent} is being worked on again.`
  return [{ type: 'rejected', reason, backTo: backTo(ticket), of: parent, told: workers(context, ticket) }]
}

/** MAJ-4, MAJ-8: the requester of a child is one of those concerned. */
export const passOnUpdate = (ticket: Ticket, { parent, text }: Command<'pass-on-update'>): readonly TicketEvent[] =>
  ticket.parent === parent ? [{ type: 'audience-updated', audience: 'requesters', text, of: parent, told: [] }] : []
