import { describe, expect, test } from 'vitest'
import type { Calendar, TimeWindow } from '../../../shared/domain/sla/calendar.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import {
  instantAfter,
  isOpen,
  isProvisional,
  nextOpen,
  openSpans,
  workingDayMs,
  workingMsBetween,
} from '../../../shared/domain/sla/working-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const splitDay: readonly TimeWindow[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
]
/** Split days in UTC so that the wall clock can be read off the instants; 2026-03-02 is a Monday. */
const office: Calendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'UTC',
  weekly: { mon: splitDay, tue: splitDay, wed: splitDay, thu: splitDay, fri: [['09:00', '12:00']] },
  holidays: [{ on: '2026-03-04', name: 'Holiday' }],
  yearlyHolidays: ['03-05'],
  makeUpDays: [
    { on: '2026-03-07', name: 'Saturday worked' },
    { on: '2026-03-08', name: 'Sunday worked', like: 'fri' },
  ],
  exceptions: { '2026-03-09': [['10:00', '11:00']], '2026-03-11': [] },
  breaks: { '2026-03-10': [['09:30', '14:00']] },
}
const spansOn = (calendar: Calendar, date: string) =>
  openSpans(calendar, `${date}T00:00:00.000Z`, `${date}T24:00:00.000Z`).map(
    ({ from, to }) => `${from.slice(11, 16)}-${to.slice(11, 16)}`,
  )

describe('a calendar says what is open', () => {
  test.each([
    ['an ordinary day has all its windows', '2026-03-03', ['09:00-12:00', '13:30-18:00']],
    ['a day with hours of its own', '2026-03-06', ['09:00-12:00']],
    ['a weekend', '2026-03-14', []],
    ['a holiday is closed', '2026-03-04', []],
    ['a yearly holiday is closed', '2026-03-05', []],
    ['a make-up day is worked like a Monday', '2026-03-07', ['09:00-12:00', '13:30-18:00']],
    ['a make-up day is worked like the day it names', '2026-03-08', ['09:00-12:00']],
    ['a half day replaces the weekday', '2026-03-09', ['10:00-11:00']],
    ['an exception without hours closes the day', '2026-03-11', []],
    ['a break is cut out of the windows it touches', '2026-03-10', ['09:00-09:30', '14:00-18:00']],
  ])('%s [SLA-3]', (_, date, spans) => {
    expect(spansOn(office, date)).toEqual(spans)
  })

  test('an exception outranks a make-up day, a make-up day a holiday [SLA-3]', () => {
    const contradictory: Calendar = {
      ...office,
      holidays: [...office.holidays, { on: '2026-03-07', name: 'Also off' }, { on: '2026-03-09', name: 'Also off' }],
      makeUpDays: [...office.makeUpDays, { on: '2026-03-11', name: 'Also worked' }],
    }
    expect(spansOn(contradictory, '2026-03-07')).toEqual(['09:00-12:00', '13:30-18:00'])
    expect(spansOn(contradictory, '2026-03-09')).toEqual(['10:00-11:00'])
    expect(spansOn(contradictory, '2026-03-11')).toEqual([])
  })

  test('opening is open, closing is closed [SLA-3]', () => {
    expect(isOpen(office, '2026-03-02T08:59:59.999Z')).toBe(false)
    expect(isOpen(office, '2026-03-02T09:00:00.000Z')).toBe(true)
    expect(isOpen(office, '2026-03-02T11:59:59.999Z')).toBe(true)
    expect(isOpen(office, '2026-03-02T12:00:00.000Z')).toBe(false)
  })

  test('the next opening is now when open, else after the lunch hour or the days off [SLA-3]', () => {
    expect(nextOpen(office, '2026-03-02T09:00:00.000Z')).toBe('2026-03-02T09:00:00.000Z')
    expect(nextOpen(office, '2026-03-02T12:00:00.000Z')).toBe('2026-03-02T13:30:00.000Z')
    expect(nextOpen(office, '2026-03-03T18:00:00.000Z')).toBe('2026-03-06T09:00:00.000Z')
  })

  test('spans are clipped to what was asked, and adjoining windows are one [SLA-3]', () => {
    const nightly: Calendar = {
      ...office,
      weekly: {
        mon: [['22:00', '24:00']],
        tue: [
          ['06:00', '08:00'],
          ['00:00', '06:00'],
        ],
      },
    }
    expect(openSpans(nightly, '2026-03-02T23:00:00.000Z', '2026-03-03T07:00:00.000Z')).toEqual([
      { from: '2026-03-02T23:00:00.000Z', to: '2026-03-03T07:00:00.000Z' },
    ])
    expect(openSpans(nightly, '2026-03-03T07:00:00.000Z', '2026-03-02T23:00:00.000Z')).toEqual([])
  })
})

describe('the wall clock decides when clocks are changed', () => {
  const berlin: Calendar = {
    id: 'berlin',
    name: 'Berlin on Sundays',
    timeZone: 'Europe/Berlin',
    weekly: { sun: [['00:00', '24:00']] },
    holidays: [],
    makeUpDays: [],
  }
  const hoursOf = (sunday: TimeWindow, from: string, to: string): number =>
    workingMsBetween({ ...berlin, weekly: { sun: [sunday] } }, from, to, []) / HOUR_MS
  const spring = ['2026-03-28T12:00:00.000Z', '2026-03-29T23:00:00.000Z'] as const
  const autumn = ['2026-10-24T12:00:00.000Z', '2026-10-25T23:30:00.000Z'] as const

  test('a whole day has 23 hours in spring and 25 in autumn [SLA-3]', () => {
    expect(hoursOf(['00:00', '24:00'], ...spring)).toBe(23)
    expect(hoursOf(['00:00', '24:00'], ...autumn)).toBe(25)
  })

  test('a window inside the skipped hour does not open, inside the repeated hour it opens twice [SLA-3]', () => {
    expect(hoursOf(['02:00', '03:00'], ...spring)).toBe(0)
    expect(hoursOf(['02:10', '02:40'], ...autumn)).toBe(1)
  })

  test('a window that ends in the repeated hour re-opens when the clock shows its times again [SLA-3]', () => {
    const early: Calendar = { ...berlin, weekly: { sun: [['01:00', '02:30']] } }
    expect(openSpans(early, ...autumn)).toEqual([
      { from: '2026-10-24T23:00:00.000Z', to: '2026-10-25T00:30:00.000Z' },
      { from: '2026-10-25T01:00:00.000Z', to: '2026-10-25T01:30:00.000Z' },
    ])
  })

  test('office hours stay at nine by the wall clock on both sides of a change [SLA-3]', () => {
    const nine: Calendar = { ...berlin, weekly: { sat: [['09:00', '17:00']], mon: [['09:00', '17:00']] } }
    expect(nextOpen(nine, '2026-03-28T00:00:00.000Z')).toBe('2026-03-28T08:00:00.000Z')
    expect(nextOpen(nine, '2026-03-29T00:00:00.000Z')).toBe('2026-03-30T07:00:00.000Z')
  })
})

describe('working time is counted and found again', () => {
  test('a target runs on after lunch, overnight and past days off [SLA-4]', () => {
    expect(instantAfter(office, '2026-03-02T11:30:00.000Z', HOUR_MS, [])).toBe('2026-03-02T14:00:00.000Z')
    expect(instantAfter(office, '2026-03-03T17:30:00.000Z', HOUR_MS, [])).toBe('2026-03-06T09:30:00.000Z')
    expect(workingMsBetween(office, '2026-03-03T17:30:00.000Z', '2026-03-06T09:30:00.000Z', [])).toBe(HOUR_MS)
  })

  test('a target used up at closing time is due then, not at the next opening [SLA-4]', () => {
    expect(instantAfter(office, '2026-03-02T17:00:00.000Z', HOUR_MS, [])).toBe('2026-03-02T18:00:00.000Z')
    expect(instantAfter(office, '2026-03-02T17:00:00.000Z', HOUR_MS + 1, [])).toBe('2026-03-03T09:00:00.001Z')
  })

  test('a target of nothing is due at once, whatever the hour [SLA-4]', () => {
    expect(instantAfter(office, '2026-03-01T20:00:00+02:00', 0, [])).toBe('2026-03-01T18:00:00.000Z')
  })

  test('at the due time of a fractional target no less than the target is used up [SLA-4]', () => {
    expect(instantAfter(office, '2026-03-02T09:00:00.000Z', 0.2, [])).toBe('2026-03-02T09:00:00.001Z')
  })

  test('nothing is counted backwards [SLA-4]', () => {
    expect(workingMsBetween(office, '2026-03-02T11:00:00.000Z', '2026-03-02T10:00:00.000Z', [])).toBe(0)
  })

  test('around the clock every moment counts, for any length of time [SLA-1] [SLA-4]', () => {
    expect(workingMsBetween(aroundTheClock, '1999-12-31T23:59:59.999Z', '2099-01-01T00:00:00.000Z', [])).toBe(
      Date.UTC(2099, 0, 1) - Date.UTC(2000, 0, 1) + 1,
    )
    expect(instantAfter(aroundTheClock, '2026-03-01T02:30:00.000Z', 4 * HOUR_MS, [])).toBe('2026-03-01T06:30:00.000Z')
    expect(openSpans(aroundTheClock, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')).toEqual([
      { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
    ])
  })

  test('around the clock is no longer so with a day off, a half day or a break [SLA-3]', () => {
    const day = ['2026-05-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'] as const
    const worked = (change: Partial<Calendar>) => workingMsBetween({ ...aroundTheClock, ...change }, ...day, [])
    expect(worked({ holidays: [{ on: '2026-05-01', name: 'Labour day' }] })).toBe(0)
    expect(worked({ yearlyHolidays: ['05-01'] })).toBe(0)
    expect(worked({ exceptions: { '2026-05-01': [['00:00', '12:00']] } })).toBe(DAY_MS / 2)
    expect(worked({ breaks: { '2026-05-01': [['23:00', '24:00']] } })).toBe(23 * HOUR_MS)
    expect(worked({ weekly: { ...aroundTheClock.weekly, fri: [['00:00', '23:59']] } })).toBe(DAY_MS - MINUTE_MS)
  })

  test('what takes more than forty years does not come [SLA-4]', () => {
    const once: Calendar = { ...office, weekly: {}, makeUpDays: [], exceptions: { '2066-02-01': [['09:00', '17:00']] } }
    expect(nextOpen(once, '2026-01-05T00:00:00.000Z')).toBe('2066-02-01T09:00:00.000Z')
    expect(instantAfter(once, '2026-01-05T00:00:00.000Z', 8 * HOUR_MS, [])).toBe('2066-02-01T17:00:00.000Z')
    expect(nextOpen(once, '2025-12-31T00:00:00.000Z')).toBeNull()
    expect(nextOpen(once, '2000-01-01T00:00:00.000Z')).toBeNull()
    expect(instantAfter(once, '2026-01-05T00:00:00.000Z', 8 * HOUR_MS + 1, [])).toBeNull()
  })

  test('the last moment looked at is exactly forty years of 366 days ahead [SLA-4]', () => {
    const start = '2026-01-05T00:00:00.000Z'
    const horizonMs = 40 * 366 * DAY_MS
    const onceClosed: Calendar = { ...aroundTheClock, holidays: [{ on: '2020-01-01', name: 'Closed' }] }
    for (const calendar of [aroundTheClock, onceClosed]) {
      expect(instantAfter(calendar, start, horizonMs, [])).toBe('2066-02-04T00:00:00.000Z')
      expect(instantAfter(calendar, start, horizonMs + 1, [])).toBeNull()
    }
  })

  test('a calendar in an unknown zone is refused instead of answered wrongly [SLA-3]', () => {
    expect(() => isOpen({ ...office, timeZone: 'Mars/Olympus' }, '2026-03-02T09:00:00.000Z')).toThrow(RangeError)
  })
})

describe('waiting stops the clock', () => {
  const pause = (from: string, to: string | null) => ({
    from: `2026-03-${from}:00.000Z`,
    to: to && `2026-03-${to}:00.000Z`,
  })
  const start = '2026-03-02T09:00:00.000Z'

  test('a pause moves the due time by its working time [WAI-3]', () => {
    expect(instantAfter(office, start, 4 * HOUR_MS, [pause('02T11:30', '02T14:00')])).toBe('2026-03-02T15:30:00.000Z')
  })

  test('a pause outside working time changes nothing [WAI-3]', () => {
    const overnight = [pause('02T18:00', '03T09:00')]
    expect(instantAfter(office, start, 8 * HOUR_MS, overnight)).toBe(instantAfter(office, start, 8 * HOUR_MS, []))
    expect(workingMsBetween(office, start, '2026-03-03T12:00:00.000Z', overnight)).toBe(10.5 * HOUR_MS)
  })

  test('overlapping pauses in any order count once, reversed ones not at all [WAI-3]', () => {
    const pauses = [pause('02T10:30', '02T11:00'), pause('02T10:00', '02T10:45'), pause('02T12:00', '02T09:00')]
    expect(workingMsBetween(office, start, '2026-03-02T12:00:00.000Z', pauses)).toBe(2 * HOUR_MS)
    expect(instantAfter(office, start, 2 * HOUR_MS, pauses)).toBe('2026-03-02T12:00:00.000Z')
  })

  test('a pause that has not ended keeps the due time from coming, unless it came before [WAI-3]', () => {
    expect(instantAfter(office, start, 2 * HOUR_MS, [pause('02T10:00', null)])).toBeNull()
    expect(instantAfter(office, start, HOUR_MS, [pause('02T10:00', null)])).toBe('2026-03-02T10:00:00.000Z')
    expect(workingMsBetween(office, start, '2026-03-31T00:00:00.000Z', [pause('02T10:00', null)])).toBe(HOUR_MS)
  })
})

describe('working days and published years', () => {
  test('a working day is as long as most days of the week are [ESC-1]', () => {
    expect(workingDayMs(office)).toBe(7.5 * HOUR_MS)
    expect(workingDayMs(aroundTheClock)).toBe(DAY_MS)
    const short: readonly TimeWindow[] = [['09:00', '12:00']]
    expect(workingDayMs({ ...office, weekly: { mon: splitDay, tue: short, wed: short } })).toBe(3 * HOUR_MS)
    expect(workingDayMs({ ...office, weekly: {} })).toBe(0)
  })

  test('of two lengths that are as usual the longer is the working day [ESC-1]', () => {
    expect(workingDayMs({ ...office, weekly: { mon: [['09:00', '12:00']], tue: splitDay } })).toBe(7.5 * HOUR_MS)
    expect(workingDayMs({ ...office, weekly: { mon: splitDay, tue: [['09:00', '12:00']] } })).toBe(7.5 * HOUR_MS)
  })

  test('past the last published year, as the zone counts years, results are provisional [SLA-3]', () => {
    const shanghai: Calendar = { ...office, timeZone: 'Asia/Shanghai', publishedThrough: 2026 }
    expect(isProvisional(shanghai, '2026-12-31T15:59:59.999Z')).toBe(false)
    expect(isProvisional(shanghai, '2026-12-31T16:00:00.000Z')).toBe(true)
    expect(isProvisional(office, '2099-01-01T00:00:00.000Z')).toBe(false)
  })
})
