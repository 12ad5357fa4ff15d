import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

const resolved = (
  ticket: Ticket,
  { category, resolution }: Extract<TicketEvent, { readonly type: 'resolved' }>,
  at: Instant,
): Partial<Ticket> => ({
  state: 'resolved',
  category,
  resolution,
  solution: resolution.solution,
  cause: resolution.cause ?? ticket.cause,
  resolvedAt: at,
  stateBeforeResolution: ticket.waiting?.stateBefore ?? ticket.state,
  confirmationSince: at,
  confirmationReminded: false,
})

const backToWork = (state: Ticket['state']): Partial<Ticket> => ({
  state,
  resolvedAt: null,
  confirmedAt: null,
  resolution: null,
  stateBeforeResolution: null,
  confirmationSince: null,
  confirmationReminded: false,
})

/** What an event means for resolution, confirmation and the end of the ticket (CLO-1 to CLO-7). */
export const evolveFinish = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  switch (event.type) {
    case 'resolved':
      return resolved(ticket, event, at)
    case 'confirmation-reminded':
      return { confirmationReminded: true }
    case 'confirmed':
      return { confirmedAt: ticket.confirmedAt ?? at, satisfaction: event.satisfaction ?? ticket.satisfaction }
    case 'rejected':
    case 'alarm-returned':
      return backToWork(event.backTo)
    case 'major-reviewed':
      return event.backTo ? backToWork(event.backTo) : {}
    case 'closed':
      return { state: 'closed', closedAt: at, closeCode: event.code, satisfaction: event.satisfaction }
    case 'cancelled':
    case 'returned':
      return { state: event.type, closedAt: at }
    case 'rating-review-opened':
      return { ratingReview: 'open' }
    case 'rating-reviewed': {
      const { type: _, ...ratingReviewed } = event
      return { ratingReview: 'done', ratingReviewed }
    }
    default:
      return {}
  }
}
