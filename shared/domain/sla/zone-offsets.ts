import { Temporal } from 'temporal-polyfill'
import type { MsInterval } from './ms-interval.ts'

/** While it lasts, the zone's wall clock is `offsetMs` ahead of UTC. */
export type OffsetPeriod = MsInterval & { readonly offsetMs: number }

const inZone = (timeZone: string, ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)

/** The first millisecond of a date; where the clocks change at midnight that is not at 00:00. */
export const startOfDateMs = (date: string, timeZone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds

export const isTimeZone = (timeZone: string): boolean => {
  try {
    inZone(timeZone, 0)
    return true
  } catch {
    return false
  }
}

/** Temporal takes some 0.3 ms to find the next change of a zone's clocks, so what was found once is kept. */
const knownPeriods = new Map<string, readonly OffsetPeriod[]>()

/** The offset at `ms`, known from there until the clocks change. Throws a RangeError for an unknown zone. */
export const offsetPeriodAt = (timeZone: string, ms: number): OffsetPeriod => {
  const known = knownPeriods.get(timeZone) ?? []
  const period = known.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)
  if (period) return period
  const zoned = inZone(timeZone, ms)
  const found = {
    fromMs: ms,
    toMs: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  }
  knownPeriods.set(timeZone, [...known, found])
  return found
}

/**
 * The wall-clock offsets of `timeZone` from `fromMs` to `toMs`, in order and without gaps.
 * Throws a RangeError for an unknown zone.
 */
export const offsetPeriods = (timeZone: string, { fromMs, toMs }: MsInterval): readonly OffsetPeriod[] => {
  const periods: OffsetPeriod[] = []
  for (let ms = fromMs; ms < toMs; ) {
    const period = offsetPeriodAt(timeZone, ms)
    periods.push({ fromMs: ms, toMs: Math.min(period.toMs, toMs), offsetMs: period.offsetMs })
    ms = period.toMs
  }
  return periods
}
