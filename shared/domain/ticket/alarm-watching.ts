import { type Instant, msOf } from '../instant.ts'
import { refuse } from '../refusal.ts'
import type { AlarmChange, AlarmWatch } from './alarm-watch.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { flapsWithinAnHour } from './evolve-alarm.ts'
import { workers } from './recipients.ts'
import type { Ticket } from './ticket.ts'

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
  msOf(now) - msOf(ticket.resolvedAt) <= withinMinutes * 60_000

const alarmAgain = (ticket: Ticket, watch: AlarmWatch, change: AlarmChange, context: TicketContext): TicketEvent => {
  const mutes = muteAfter(ticket, watch, context)
  if (ticket.state === 'resolved') {
    const backTo = ticket.stateBeforeResolution ?? 'recorded'
    return { type: 'alarm-returned', change, backTo, mutes, told: workers(context.desk, ticket) }
  }
  if (watch.state === 'OK') return { type: 'alarm-flapped', change, mutes }
  return { type: 'alarm-repeated', change }
}

/** INT-8: while the incident is open its alarm is counted on it, not multiplied; OK starts the wait for it to stay so. */
export const noteAlarm = (ticket: Ticket, change: AlarmChange, context: TicketContext): readonly TicketEvent[] => {
  const watch = ticket.alarm ?? refuse('conflict', 'no-alarm', `${ticket.number} was not opened by an alarm.`)
  if (!isNews(watch, change)) return []
  switch (change.state) {
    case 'ALARM':
      return [alarmAgain(ticket, watch, change, context)]
    case 'OK':
      return watch.state === 'OK' || ticket.state === 'resolved' ? [] : [{ type: 'alarm-cleared', change }]
    case 'INSUFFICIENT_DATA':
      return []
  }
}

export const noteAlarmDeleted = (ticket: Ticket, eventId: string): readonly TicketEvent[] =>
  ticket.alarm && !ticket.alarm.deleted ? [{ type: 'alarm-deleted', eventId }] : []

/** INT-8: when an alarm that stayed OK resolves its incident; null once a person has touched it. */
export const resolvesByItselfAt = (ticket: Ticket, afterMinutes: number): Instant | null => {
  const watch = ticket.alarm
  if (!watch || watch.touched || watch.okSince === null || ticket.state === 'resolved') return null
  return new Date(msOf(watch.okSince) + afterMinutes * 60_000).toISOString()
}

export const resolveByItself = (ticket: Ticket): readonly TicketEvent[] => [
  {
    type: 'resolved',
    resolution: {
      outcome: 'cure',
      solution: `The alarm ${ticket.alarm?.name ?? ''} went back to OK and stayed so.`,
      cause: null,
      environmentChanged: false,
      leftToFindOut: null,
    },
    category: ticket.category,
    bySystem: true,
    told: [],
  },
]
