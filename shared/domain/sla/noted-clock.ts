import type { Instant } from '../instant.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Calendar } from './calendar.ts'
import { calendarFor, type StepClock } from './clock.ts'
import { workingMsBetween } from './working-time.ts'

/** A running clock as it stood when its ticket last changed: all that a list needs to say how it stands now (SLA-4). */
export type NotedClock = Pick<StepClock, 'targetMinutes' | 'runsOn' | 'usedMs' | 'paused'> & {
  readonly at: Instant
  readonly calendar: Ticket['calendar']
}

export const notedClock = (
  { targetMinutes, runsOn, usedMs, paused }: StepClock,
  calendar: Ticket['calendar'],
  at: Instant,
): NotedClock => ({ targetMinutes, runsOn, usedMs, paused, at, calendar })

/**
 * Whole minutes of its own time left at `now`, negative once missed (SLA-4). Whatever stops or starts a clock changes the
 * ticket, so since it was noted it has run on or stood still.
 */
export const minutesLeft = (clock: NotedClock, calendar: Calendar, now: Instant): number => {
  const { targetMinutes, runsOn, usedMs, paused, at } = clock
  const sinceMs = paused ? 0 : workingMsBetween(calendarFor(runsOn, calendar), at, now, [])
  return Math.floor((targetMinutes * 60_000 - usedMs - sinceMs) / 60_000)
}
