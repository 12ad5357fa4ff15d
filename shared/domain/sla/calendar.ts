/** Days of the week in the order of `Date`'s ISO weeks; a calendar names its ordinary hours by them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * Open from the first wall-clock minute until just before the second, both 'HH:MM' of the same date; a window up to
 * midnight closes at '24:00'. A night shift is two windows, '22:00'–'24:00' and the next day's '00:00'–'06:00', so that
 * every window belongs to exactly one date and holidays cut it where people expect.
 */
export type TimeWindow = readonly [open: string, close: string]

/**
 * When a service is worked on [SLA-3]. An instant is open when the office's wall clock then shows a time inside a
 * window of the date it shows: a window in the hour a zone skips is shorter that day, in the hour it repeats longer.
 *
 * The hours of a date are the first of: its `exceptions`, its make-up day, none on a holiday, its weekday; then the
 * date's `breaks` are taken out. Dates are 'YYYY-MM-DD' in the calendar's zone. Calendars are values: what is computed
 * from one is remembered by its identity, so a change is a new object (and a new version in the settings).
 */
export type Calendar = {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly weekly: Readonly<Partial<Record<Weekday, readonly TimeWindow[]>>>
  readonly holidays: readonly { readonly on: string; readonly name: string }[]
  /** Days off every year, 'MM-DD'. */
  readonly yearlyHolidays?: readonly string[]
  /** Days worked though the week says otherwise, with the hours of `like` (Monday's when absent). */
  readonly makeUpDays: readonly { readonly on: string; readonly name: string; readonly like?: Weekday }[]
  /** Hours of single dates in place of everything above (half days, extra shifts; an empty list closes the date). */
  readonly exceptions?: Readonly<Record<string, readonly TimeWindow[]>>
  /** Closures inside single dates. */
  readonly breaks?: Readonly<Record<string, readonly TimeWindow[]>>
  /** The last year whose holidays are official; what is computed for later years is provisional. */
  readonly publishedThrough?: number
}
