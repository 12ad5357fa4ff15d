import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import type { Act } from './act.ts'

type Person = { readonly id: string; readonly name: string }
type Changes = Partial<Pick<TicketForStaff, 'state' | 'assignee' | 'group' | 'waiting'>>
type Body = Readonly<Record<string, unknown>>

const dispatched = (ticket: TicketForStaff, body: Body): Changes => {
  const { group, assignee } = body
  return {
    state: 'assigned',
    group: typeof group === 'string' ? group : ticket.group,
    assignee: typeof assignee === 'string' ? { id: assignee, name: assignee } : null,
  }
}

/** What the ticket will look like when the desk agrees; shown at once, and taken back when it does not. */
export const predicted = (act: Act, ticket: TicketForStaff, body: Body, me: Person): Changes => {
  switch (act) {
    case 'accept':
      return { state: 'accepted', assignee: { id: me.id, name: me.name } }
    case 'assign':
    case 'transfer':
      return dispatched(ticket, body)
    case 'wait':
      return { state: 'waiting' }
    case 'resume':
      return { state: ticket.waiting?.stateBefore ?? 'accepted', waiting: null }
    case 'resolve':
      return { state: 'resolved' }
    case 'reject':
      return { state: 'accepted' }
    case 'close':
      return { state: 'closed' }
    case 'cancel':
      return { state: 'cancelled' }
    case 'return':
      return { state: 'returned' }
    default:
      return {}
  }
}
