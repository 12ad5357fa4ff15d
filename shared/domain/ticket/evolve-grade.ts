import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** What an event means for how the ticket is classified, graded and judged (PRI-1 to PRI-6, MAJ-2). */
export const evolveGrade = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  switch (event.type) {
    case 'classified':
      return { ...event.to, calendar: event.calendar }
    case 'clocks-renewed':
      return { calendar: event.calendar }
    case 'regraded': {
      const { impact, urgency, priority } = event
      return { impact, urgency, priority, gradeAgreed: null, grades: [...ticket.grades, { at, priority }] }
    }
    case 'contacted':
      return { gradeAgreed: event.contact.gradeAgreed ?? ticket.gradeAgreed }
    case 'major-candidate-raised':
      return { major: 'candidate' }
    case 'major-judged':
      return { major: event.confirmed ? 'confirmed' : 'demoted' }
    case 'major-demoted':
      return { major: 'demoted' }
    case 'priority-change-requested': {
      const { id, impact, urgency, reason, by } = event
      return { priorityChangeRequest: { id, impact, urgency, reason, requestedBy: by, requestedAt: at } }
    }
    case 'priority-change-decided':
    // A finished ticket is no longer graded: what was asked for is left unanswered.
    case 'closed':
    case 'cancelled':
    case 'returned':
      return { priorityChangeRequest: null }
    default:
      return {}
  }
}
