import { type Instant, instantOf, msOf } from '../instant.ts'
import { offsetPeriodAt } from './zone-offsets.ts'

/** The date on the calendars of `timeZone` at that instant: `2026-03-02`. Throws a RangeError for an unknown zone. */
export const localDate = (at: Instant, timeZone: string): string => {
  const ms = msOf(at)
  return instantOf(ms + offsetPeriodAt(timeZone, ms).offsetMs).slice(0, 10)
}
