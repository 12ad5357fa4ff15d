import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../portal/admin/document.ts'
import { hoursFrom, hoursText, WEEKDAYS } from '../../portal/admin/hours.ts'
import { minutesOf, monthPreview } from '../../portal/admin/month.ts'
import { monthAfter } from '../../portal/format/month.ts'
import type { Calendar, TimeWindow } from '../../shared/domain/sla/calendar.ts'
import { workingMsBetween } from '../../shared/domain/sla/working-time.ts'

const MONTH = '2026-02'
const dates = Array.from({ length: 28 }, (_, index) => `${MONTH}-${String(index + 1).padStart(2, '0')}`)

const hours = fc.constantFrom<readonly TimeWindow[]>(
  [],
  [['09:00', '17:30']],
  [
    ['00:00', '06:00'],
    ['22:00', '24:00'],
  ],
)
const someDates = fc.subarray(dates, { maxLength: 6 })
const dated = fc.dictionary(fc.constantFrom(...dates), hours, { maxKeys: 4 })
const named = (on: string) => ({ on, name: on })

const calendars: fc.Arbitrary<Calendar> = fc.record({
  id: fc.constant('office'),
  name: fc.constant('Office'),
  timeZone: fc.constant('UTC'),
  weekly: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
  holidays: someDates.map((list) => list.map(named)),
  makeUpDays: fc
    .array(fc.record({ on: fc.constantFrom(...dates), like: fc.constantFrom(...WEEKDAYS) }), { maxLength: 3 })
    .map((list) => [...new Map(list.map((day) => [day.on, { ...day, name: day.on }])).values()]),
  exceptions: dated,
  breaks: dated,
})

describe('the preview of a month', () => {
  test('has the hours the desk counts by [SLA-3]', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        for (const { on, hours: open } of monthPreview(calendar as unknown as Json, MONTH)) {
          const next = new Date(Date.parse(on) + 86_400_000).toISOString()
          const counted = workingMsBetween(calendar, `${on}T00:00:00.000Z`, next, []) / 60_000
          expect([on, minutesOf(open)]).toEqual([on, counted])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says why a day is as it is', () => {
    const calendar = {
      weekly: { mon: [['09:00', '17:00']], sat: [] },
      holidays: [{ on: '2026-02-02', name: 'Holiday' }],
      yearlyHolidays: ['02-09'],
      makeUpDays: [{ on: '2026-02-07', name: 'Instead of Monday' }],
      exceptions: { '2026-02-16': [['09:00', '12:00']] },
    }
    const days = monthPreview(calendar, MONTH).filter(({ why }) => why !== 'weekly')
    expect(days).toEqual([
      { on: '2026-02-02', hours: [], why: 'holiday', name: 'Holiday' },
      { on: '2026-02-07', hours: [['09:00', '17:00']], why: 'make-up', name: 'Instead of Monday' },
      { on: '2026-02-09', hours: [], why: 'holiday', name: null },
      { on: '2026-02-16', hours: [['09:00', '12:00']], why: 'exception', name: null },
    ])
  })

  test('goes from December to January and back', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', -1)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-02',
    ])
  })
})

describe('hours as people write them', () => {
  test('are read back as they are shown', () => {
    fc.assert(
      fc.property(hours, (windows) => {
        expect(hoursFrom(hoursText(windows))).toEqual(windows)
      }),
    )
  })

  test.each([
    ['9:00-12:00，13:00—18:00', '09:00–12:00, 13:00–18:00'],
    ['22:00 - 24:00', '22:00–24:00'],
    ['', ''],
  ])('“%s” is understood', (typed, meant) => expect(hoursText(hoursFrom(typed) ?? [])).toBe(meant))

  test.each(['nine to five', '09:00', '25:00-26:00', '09:00-12:00 13:00-18:00'])('“%s” is not', (typed) =>
    expect(hoursFrom(typed)).toBeNull(),
  )
})
