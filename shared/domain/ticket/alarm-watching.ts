import { type Instant, msOf, plus } from '../instant.ts'
import { refuse } from '../refusal.ts'
import type { AlarmChange, AlarmWatch } from './alarm-watch.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { flapsWithinAnHour } from './evolve-alarm.ts'
import { workers } from './recipients.ts'
import { backTo } from './resolving.ts'
import type { Ticket } from './ticket.ts'

const MINUTE_MS = 60_000

/** INT-8: late, out-of-order and double events change nothing. */
const isNews = (watch: AlarmWatch, change: AlarmChange): boolean =>
  change.eventId !== watch.lastEventId &&
  (change.changedAt > watch.changedAt || (change.changedAt === watch.changedAt && change.state === watch.state))

const muteAfter = (ticket: Ticket, watch: AlarmWatch, context: TicketContext): boolean =>
  flapsWithinAnHour(watch, context.now).length + 1 >= judgedBy(ticket, context).policy.alarm.muteAtFlapsPerHour

/** Whether a new ALARM re-opens this resolved incident rather than opening another (INT-8). */
export const reopens = (ticket: Ticket, now: Instant, withinMinutes: number): boolean =>
  ticket.state === 'resolved' &&
  ticket.resolvedAt !== null &&
  msOf(now) - msOf(ticket.resolvedAt) <= withinMinutes * MINUTE_MS

const alarmAgain = (ticket: Ticket, watch: AlarmWatch, change: AlarmChange, context: TicketContext): TicketEvent => {
  const mutes = muteAfter(ticket, watch, context)
  if (ticket.state === 'resolved') {
    return { type: 'alarm-returned', change, backTo: backTo(ticket), mutes, told: workers(context, ticket) }
  }
  if (watch.state === 'OK') return { type: 'alarm-flapped', change, mutes }
  return { type: 'alarm-repeated', change }
}

/**
 * INT-8: while the incident is open its alarm is counted on it, not multiplied; OK starts the wait for it to stay so. A
 * further OK, and one after the resolution, is noted too: an ALARM from before it is then known to be late.
 */
export const noteAlarm = (ticket: Ticket, change: AlarmChange, context: TicketContext): readonly TicketEvent[] => {
  const watch = ticket.alarm ?? refuse('conflict', 'no-alarm', `${ticket.number} was not opened by an alarm.`)
  if (!isNews(watch, change)) return []
  switch (change.state) {
    case 'ALARM':
      return [alarmAgain(ticket, watch, change, context)]
    case 'OK':
      return [{ type: 'alarm-cleared', change }]
    case 'INSUFFICIENT_DATA':
      return []
  }
}

export const noteAlarmDeleted = (ticket: Ticket, eventId: string): readonly TicketEvent[] =>
  ticket.alarm && !ticket.alarm.deleted ? [{ type: 'alarm-deleted', eventId }] : []

/** INT-8: when an alarm that stays OK resolves its open incident; null once people have touched it. */
export const resolvesByItselfAt = (watch: AlarmWatch, afterMinutes: number): Instant | null =>
  watch.touched || watch.okSince === null ? null : plus(watch.okSince, afterMinutes * MINUTE_MS)

export const resolveByItself = (ticket: Ticket, alarm: string): readonly TicketEvent[] => [
  {
    type: 'resolved',
    resolution: {
      outcome: 'cure',
      solution: `The alarm ${alarm} went back to OK and stayed so.`,
      cause: null,
      environmentChanged: false,
      leftToFindOut: null,
    },
    category: ticket.category,
    bySystem: true,
    told: [],
  },
]
