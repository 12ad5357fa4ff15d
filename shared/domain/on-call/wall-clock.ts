import { DAY_MS } from '../sla/hours-of-date.ts'
import { type OffsetPeriod, offsetPeriods } from '../sla/zone-offsets.ts'

/** Wall-clock times are milliseconds as if the zone's clocks were those of UTC. */

/** No zone is further from UTC, and none has ever set its clocks by more. */
const FARTHEST_MS = 2 * DAY_MS

/** Offsets are remembered by where they are first asked for; asked for page by page, there are few. */
const PAGE_MS = 32 * DAY_MS

const pageStart = (ms: number): number => Math.floor(ms / PAGE_MS) * PAGE_MS

/** What the zone's clocks show at `ms`. @throws RangeError for an unknown zone */
export const wallAt = (timeZone: string, ms: number): number => {
  const period = offsetPeriods(timeZone, { fromMs: pageStart(ms), toMs: ms + 1 }).at(-1)
  return ms + (period?.offsetMs ?? 0)
}

/** The latest time the clocks have shown until `ms`: where they were set back, later than what they show. */
export const latestWallAt = (timeZone: string, ms: number): number =>
  offsetPeriods(timeZone, { fromMs: pageStart(ms - FARTHEST_MS), toMs: ms + 1 }).reduce(
    (latest, { toMs, offsetMs }) => Math.max(latest, toMs - 1 + offsetMs),
    Number.NEGATIVE_INFINITY,
  )

/** The instant at which the clocks first show `wallMs` or, where they skip it, what comes after it. */
export const firstShown = (timeZone: string, wallMs: number): number => {
  const periods = offsetPeriods(timeZone, { fromMs: pageStart(wallMs - FARTHEST_MS), toMs: wallMs + FARTHEST_MS })
  const period = periods.find(({ toMs, offsetMs }) => wallMs < toMs + offsetMs)
  return period ? Math.max(period.fromMs, wallMs - period.offsetMs) : wallMs
}

/** The periods of one offset each from `fromMs` to `toMs`. */
export const clockPeriods = (timeZone: string, fromMs: number, toMs: number): readonly OffsetPeriod[] =>
  offsetPeriods(timeZone, { fromMs: pageStart(fromMs), toMs })
