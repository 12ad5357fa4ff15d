import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datesOf, endOfMonth, monthAfter, monthOf, startOfMonth } from '../../../shared/domain/report/month.ts'
import { localDate, startOfDate } from '../../../shared/domain/sla/local-date.ts'

/** With and without summer time, with half hours, across the date line, and one that once left out a day. */
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]

const zone = fc.constantFrom(...ZONES)
/** Every second one within a day of the end of a month, where mistakes would be. */
const instant = fc
  .tuple(
    fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2030, 0) }),
    fc.boolean(),
    fc.integer({ min: -86_400, max: 86_400 }),
  )
  .map(([ms, atEdge, seconds]) => {
    const date = new Date(ms)
    return new Date(atEdge ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) + seconds * 1_000 : ms).toISOString()
  })

/** What the wall shows, by the platform and not by our own arithmetic. */
const wallDate = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))

test('a ticket belongs to the month that the wall of the desk’s zone shows, at any edge and over any change of the clocks [REP-2] [REP-4]', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const month = wallDate(at, timeZone).slice(0, 7)
      expect(localDate(at, timeZone)).toBe(wallDate(at, timeZone))
      expect(monthOf(at, timeZone)).toBe(month)
      expect(startOfMonth(month, timeZone) <= at && at < endOfMonth(month, timeZone)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the dates of a month are all of it, without a gap and each once [REP-4]', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const month = monthOf(at, timeZone)
      const dates = datesOf(month)
      const starts = [...dates.map((date) => startOfDate(date, timeZone)), endOfMonth(month, timeZone)]
      expect(starts[0]).toBe(startOfMonth(month, timeZone))
      expect(starts.toSorted()).toEqual(starts)
      expect(endOfMonth(month, timeZone)).toBe(startOfMonth(monthAfter(month, 1), timeZone))
      expect(dates).toContain(localDate(at, timeZone))
    }),
    { numRuns: 200 },
  )
})
