/** A moment in UTC as ISO 8601 with milliseconds (`2026-03-02T01:00:00.000Z`); strings of this form sort by time. */
export type Instant = string

/** Milliseconds since the epoch. */
export const msOf = (instant: Instant): number => Date.parse(instant)

/** The instant at `ms` milliseconds since the epoch. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString()

/** The instant `ms` milliseconds (may be negative) of plain time after `instant`. */
export const plus = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms)

export const earliest = (a: Instant, b: Instant): Instant => (a < b ? a : b)

export const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b)
