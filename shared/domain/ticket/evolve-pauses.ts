import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Pause, Ticket } from './ticket.ts'

/** The requester had the ball between a resolution and its rejection: that time is not the desk's. */
export const CONFIRMATION_PAUSE = 'awaiting-confirmation'

const ended = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))

/** WAI-1, WAI-3: the stretches in which the clocks stand still, after this event. */
export const evolvePause = (ticket: Ticket, event: TicketEvent, at: Instant): readonly Pause[] => {
  switch (event.type) {
    case 'waiting-started':
      return event.stopsClock ? [...ticket.pauses, { from: at, to: null, code: event.code }] : ticket.pauses
    case 'resumed':
    case 'resolved':
    case 'cancelled':
    case 'returned':
      return ended(ticket.pauses, at)
    case 'rejected':
    case 'alarm-returned':
      return ticket.resolvedAt
        ? [...ticket.pauses, { from: ticket.resolvedAt, to: at, code: CONFIRMATION_PAUSE }]
        : ticket.pauses
    default:
      return ticket.pauses
  }
}
