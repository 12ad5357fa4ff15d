import { type Instant, instantOf, msOf } from '../instant.ts'
import type { Calendar } from './calendar.ts'
import { DAY_MS, ordinaryHours } from './hours-of-date.ts'
import { type MsInterval, without } from './ms-interval.ts'
import { openTimeOf } from './open-time.ts'
import { offsetPeriodAt } from './zone-offsets.ts'

/** A stretch of time in which the clock stands still; `to: null` has not ended yet. Reversed spans count as none. */
export type Span = { readonly from: Instant; readonly to: Instant | null }

/** How far ahead a moment is looked for, 40 years: a target that takes longer is as good as none. */
const SEARCH_MS = 40 * 366 * DAY_MS

const toInterval = ({ from, to }: Span): MsInterval => ({
  fromMs: msOf(from),
  toMs: to === null ? Number.POSITIVE_INFINITY : msOf(to),
})

/** The open intervals between two instants, clipped to them, in order; adjoining ones are joined [SLA-3]. */
export const openSpans = (
  calendar: Calendar,
  from: Instant,
  to: Instant,
): readonly { readonly from: Instant; readonly to: Instant }[] =>
  openTimeOf(calendar)
    .spans({ fromMs: msOf(from), toMs: msOf(to) })
    .map(({ fromMs, toMs }) => ({ from: instantOf(fromMs), to: instantOf(toMs) }))

/** Whether the millisecond beginning at `at` is working time: opening times are open, closing times are not [SLA-3]. */
export const isOpen = (calendar: Calendar, at: Instant): boolean =>
  openTimeOf(calendar).worked({ fromMs: msOf(at), toMs: msOf(at) + 1 }) > 0

/** `at` itself when open, else the next opening; null when there is none within 40 years [SLA-3]. */
export const nextOpen = (calendar: Calendar, at: Instant): Instant | null => {
  const firstMsOverMs = openTimeOf(calendar).reach(msOf(at), 1, msOf(at) + SEARCH_MS)
  return firstMsOverMs === null ? null : instantOf(firstMsOverMs - 1)
}

/** Open milliseconds between two instants outside all pauses; 0 when `to` is not after `from` [SLA-4, WAI-3]. */
export const workingMsBetween = (calendar: Calendar, from: Instant, to: Instant, pauses: readonly Span[]): number => {
  const { worked } = openTimeOf(calendar)
  return without({ fromMs: msOf(from), toMs: msOf(to) }, pauses.map(toInterval)).reduce(
    (workedMs, running) => workedMs + worked(running),
    0,
  )
}

/**
 * The first moment at which `workingMs` of working time are used up: at closing time when they end with the day, at
 * `start` when none is asked for [SLA-4, WAI-3]. Null when an open-ended pause keeps it from coming or it does not come
 * within 40 years of `start`. A fraction of a millisecond counts as a whole one, so at the answer the time is used up.
 */
export const instantAfter = (
  calendar: Calendar,
  start: Instant,
  workingMs: number,
  pauses: readonly Span[],
): Instant | null => {
  const startMs = msOf(start)
  if (workingMs <= 0) return instantOf(startMs)
  const { worked, reach } = openTimeOf(calendar)
  let leftMs = Math.ceil(workingMs)
  for (const running of without({ fromMs: startMs, toMs: Number.POSITIVE_INFINITY }, pauses.map(toInterval))) {
    const reachedMs = reach(running.fromMs, leftMs, startMs + SEARCH_MS)
    if (reachedMs === null) return null
    if (reachedMs <= running.toMs) return instantOf(reachedMs)
    leftMs -= worked(running)
  }
  return null
}

/**
 * The length in milliseconds of an ordinary working day, for targets given in working days [ESC-1]: the length most
 * days of the week have (the longer when undecided), 7.5 h in the office, 24 h around the clock, 0 without weekly hours.
 */
export const workingDayMs = (calendar: Calendar): number => {
  const daysByLengthMs = new Map<number, number>()
  for (const hours of ordinaryHours(calendar).values()) {
    const lengthMs = hours.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0)
    if (lengthMs > 0) daysByLengthMs.set(lengthMs, (daysByLengthMs.get(lengthMs) ?? 0) + 1)
  }
  const [mostUsual] = [...daysByLengthMs].sort(([aMs, a], [bMs, b]) => b - a || bMs - aMs)
  return mostUsual?.[0] ?? 0
}

/** Whether `at` falls in a year, by the calendar's own zone, whose holidays are not published yet [SLA-3]. */
export const isProvisional = (calendar: Calendar, at: Instant): boolean => {
  if (calendar.publishedThrough === undefined) return false
  const ms = msOf(at)
  return new Date(ms + offsetPeriodAt(calendar.timeZone, ms).offsetMs).getUTCFullYear() > calendar.publishedThrough
}
