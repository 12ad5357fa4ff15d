import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Pause, Ticket } from './ticket.ts'

/** The requester had the ball between a resolution and its rejection: that time is not the desk's. */
export const CONFIRMATION_PAUSE = 'awaiting-confirmation'

const ended = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))

/** SLA-6: the clocks run again from the date that was set, however late the wake-up for it came. */
const resumed = (
  ticket: Ticket,
  { cause }: Extract<TicketEvent, { readonly type: 'resumed' }>,
  at: Instant,
): Partial<Ticket> => ({
  state: ticket.waiting?.stateBefore ?? ticket.state,
  waiting: null,
  pauses: ended(ticket.pauses, cause === 'date' ? (ticket.waiting?.until ?? at) : at),
})

/** Whether the ticket waits, and the stretches in which its clocks stand still (WAI-1, WAI-3). */
export const evolveWaiting = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  const { pauses, waiting, resolvedAt } = ticket
  switch (event.type) {
    case 'waiting-started': {
      const { code, reason, until, stopsClock } = event
      return {
        state: 'waiting',
        waiting: { code, reason, since: at, until, stateBefore: ticket.state, overstayed: false },
        pauses: stopsClock ? [...pauses, { from: at, to: null, code }] : pauses,
      }
    }
    case 'waiting-overstayed':
      return { waiting: waiting && { ...waiting, overstayed: true } }
    case 'resumed':
      return resumed(ticket, event, at)
    case 'resolved':
    case 'cancelled':
      return { waiting: null, pauses: ended(pauses, at) }
    case 'rejected':
    case 'alarm-returned':
    case 'major-reviewed':
      return resolvedAt && !('satisfied' in event && event.satisfied)
        ? { pauses: [...pauses, { from: resolvedAt, to: at, code: CONFIRMATION_PAUSE }] }
        : {}
    default:
      return {}
  }
}
