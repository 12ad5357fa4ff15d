import { type Instant, instantOf, msOf } from '../instant.ts'
import { offsetPeriodAt, startOfDateMs } from './zone-offsets.ts'

/** The date on the calendars of `timeZone` at that instant: `2026-03-02`. Throws a RangeError for an unknown zone. */
export const localDate = (at: Instant, timeZone: string): string => {
  const ms = msOf(at)
  return instantOf(ms + offsetPeriodAt(timeZone, ms).offsetMs).slice(0, 10)
}

/** The first instant of a date `2026-03-02` on the calendars of `timeZone`. Throws a RangeError for an unknown zone or date. */
export const startOfDate = (date: string, timeZone: string): Instant => instantOf(startOfDateMs(date, timeZone))
