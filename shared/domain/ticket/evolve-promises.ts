import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** What has been told of promises and escalations, so that it is not told twice (SLA-6, ESC-8). */
export const evolvePromises = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  switch (event.type) {
    case 'target-warned': {
      const { step, warnAt } = event
      return { warned: [...ticket.warned, { step, warnAt }] }
    }
    case 'target-missed': {
      const { step, dueAt } = event
      return { missed: [...ticket.missed.filter((miss) => miss.step !== step), { step, dueAt }] }
    }
    case 'escalated': {
      const { trigger, level, reason } = event
      const isNew = level !== null && !ticket.announced.includes(level)
      return {
        announced: isNew ? [...ticket.announced, level] : ticket.announced,
        escalations: [...ticket.escalations, { at, trigger, level, reason }],
      }
    }
    default:
      return {}
  }
}
