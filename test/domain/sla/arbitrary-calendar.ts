import fc from 'fast-check'
import { instantOf } from '../../../shared/domain/instant.ts'
import { type Calendar, type TimeWindow, weekdays } from '../../../shared/domain/sla/calendar.ts'
import { MINUTE_MS } from './minute-by-minute.ts'

const DAY_MINUTES = 24 * 60

/** Zones with a moment around which their clocks do something of interest; nothing happens in the last four. */
const scenes = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'], // by half an hour
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Africa/Casablanca', '2024-03-10T02:00Z'], // off for Ramadan …
  ['Africa/Casablanca', '2024-04-14T02:00Z'], // … and on again
  ['America/Havana', '2026-11-01T05:00Z'], // the first hour of the date comes twice
  ['America/Sao_Paulo', '2018-11-04T03:00Z'], // the date begins at 01:00
  ['America/Sao_Paulo', '2019-02-17T02:00Z'], // the last hour of the date comes twice
  ['America/St_Johns', '2010-11-07T02:31Z'], // back from 00:01 into the date before
  ['Pacific/Apia', '2011-12-30T10:00Z'], // a date that never was
  ['Asia/Kathmandu', '2026-05-01T00:00Z'],
  ['Asia/Shanghai', '2026-02-14T00:00Z'],
  ['America/Los_Angeles', '2024-02-29T00:00Z'],
  ['UTC', '2026-12-31T00:00Z'],
] as const

/** Minutes of the day, often those where clocks are changed. */
const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: DAY_MINUTES }),
  fc.constantFrom(0, 1, 30, 60, 90, 119, 120, 121, 150, 180, 210, 1380, 1439, DAY_MINUTES),
)

const wallTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Up to five windows that may touch but do not overlap, in any order. */
const dayWindows: fc.Arbitrary<readonly TimeWindow[]> = fc
  .uniqueArray(minuteOfDay, { minLength: 2, maxLength: 6 })
  .chain((minutes) => {
    const sorted = minutes.sort((a, b) => a - b).map(wallTime)
    const windows = sorted.flatMap((open, index): TimeWindow[] => {
      const close = sorted[index + 1]
      return close === undefined ? [] : [[open, close]]
    })
    return fc.shuffledSubarray(windows)
  })

const allDay: readonly TimeWindow[] = [['00:00', '24:00']]
const hours = fc.oneof({ weight: 4, arbitrary: dayWindows }, { weight: 1, arbitrary: fc.constant(allDay) })

const datesAround = (ms: number) =>
  fc.integer({ min: -5, max: 5 }).map((days) => instantOf(ms + days * DAY_MINUTES * MINUTE_MS).slice(0, 10))

const calendarAround = (timeZone: string, ms: number): fc.Arbitrary<Calendar> => {
  const date = datesAround(ms)
  const dated = fc.dictionary(date, hours, { maxKeys: 2 })
  const dates = fc.uniqueArray(date, { maxLength: 2 }).map((all) => all.map((on) => ({ on, name: on })))
  const like = fc.option(fc.constantFrom(...weekdays), { nil: undefined })
  return fc.record({
    id: fc.constant('any'),
    name: fc.constant('any'),
    timeZone: fc.constant(timeZone),
    weekly: fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, hours])), { requiredKeys: [] }),
    holidays: dates,
    yearlyHolidays: fc.uniqueArray(date, { maxLength: 1 }).map((all) => all.map((day) => day.slice(5))),
    makeUpDays: fc.tuple(dates, like).map(([all, as]) => all.map((day) => (as ? { ...day, like: as } : day))),
    exceptions: dated,
    breaks: dated,
  })
}

const aroundMs = (ms: number, stepMs: number, steps: number) =>
  fc.integer({ min: -steps, max: steps }).map((offset) => ms + offset * stepMs)

/** A random calendar, a stretch of up to `2 * steps` around something of interest, and pauses about it. */
export const arbitraryScene = (stepMs: number, steps: number) =>
  fc.constantFrom(...scenes).chain(([timeZone, moment]) => {
    const ms = Date.parse(moment)
    const instant = aroundMs(ms, stepMs, steps)
    const pause = fc.record({
      from: instant.map(instantOf),
      to: fc.option(instant.map(instantOf), { nil: null, freq: 10 }),
    })
    return fc.record({
      calendar: calendarAround(timeZone, ms),
      fromMs: instant,
      toMs: instant,
      pauses: fc.array(pause, { maxLength: 4 }),
    })
  })
