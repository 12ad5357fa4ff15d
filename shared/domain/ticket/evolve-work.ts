import type { Instant } from '../instant.ts'
import type { Assignment, TicketEvent } from './event.ts'
import type { PersonRef, Ticket } from './ticket.ts'

type Event<Type extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: Type }>

/** ESC-6: a change of group or of person after the first assignment. */
const isReassignment = (ticket: Ticket, { group, assignee }: Pick<Assignment, 'group' | 'assignee'>): boolean => {
  const otherPerson = ticket.assignee !== null && ticket.assignee.id !== assignee?.id
  return ticket.assignedAt !== null && (group !== ticket.group || otherPerson)
}

const dispatched = (ticket: Ticket, event: Event<'assigned' | 'transferred'>, at: Instant): Partial<Ticket> => {
  const { group, line, assignee } = event
  const counts = isReassignment(ticket, event) && (event.type === 'assigned' || event.counted)
  return {
    state: 'assigned',
    group,
    line,
    assignee,
    assignedAt: ticket.assignedAt ?? at,
    category: event.type === 'transferred' ? event.category : ticket.category,
    reassignments: ticket.reassignments + (counts ? 1 : 0),
  }
}

/** ROL-4: a ticket taken over from a colleague has changed hands. */
const accepted = (ticket: Ticket, assignee: PersonRef, at: Instant): Partial<Ticket> => ({
  state: 'accepted',
  assignee,
  assignedAt: ticket.assignedAt ?? at,
  acceptedAt: ticket.acceptedAt ?? at,
  respondedAt: ticket.respondedAt ?? at,
  reassignments: ticket.reassignments + (isReassignment(ticket, { group: ticket.group, assignee }) ? 1 : 0),
})

/** SLA-2: the staff's public word is a response. CLO-3: the requester's word after the resolution breaks their silence. */
const commented = (ticket: Ticket, event: Event<'commented'>, at: Instant): Partial<Ticket> => {
  const answers = event.from === 'staff' && event.visibility === 'public'
  const speaksUp = event.from === 'requester' && ticket.state === 'resolved'
  return {
    attachments: [...ticket.attachments, ...event.attachments],
    respondedAt: ticket.respondedAt ?? (answers ? at : null),
    ...(speaksUp ? { confirmationSince: at, confirmationReminded: false } : {}),
  }
}

/** What an event means for who works on the ticket and what was found and said (LIF-2 to LIF-4, LIF-10, LIF-11). */
export const evolveWork = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  switch (event.type) {
    case 'assigned':
    case 'transferred':
      return dispatched(ticket, event, at)
    case 'accepted':
      return accepted(ticket, event.by, at)
    case 'contacted':
      return { contacts: [...ticket.contacts, event.contact], respondedAt: ticket.respondedAt ?? at }
    case 'commented':
      return commented(ticket, event, at)
    case 'diagnosed':
      return {
        cause: event.cause ?? ticket.cause,
        workaround: event.workaround ?? ticket.workaround,
        solution: event.solution ?? ticket.solution,
      }
    case 'problem-raised':
      return { problem: event.problem }
    default:
      return {}
  }
}
