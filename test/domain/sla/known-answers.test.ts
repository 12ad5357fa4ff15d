import { expect, test } from 'vitest'
import type { Calendar, TimeWindow } from '../../../shared/domain/sla/calendar.ts'
import { instantAfter, workingMsBetween } from '../../../shared/domain/sla/working-time.ts'

/** Facts from the test suites of other service desks, so that a ticket moved here keeps its due time. */
const MINUTE_MS = 60_000

const week = (timeZone: string, window: TimeWindow, days: readonly (keyof Calendar['weekly'])[]): Calendar => ({
  id: timeZone,
  name: timeZone,
  timeZone,
  weekly: Object.fromEntries(days.map((day) => [day, [window]])),
  holidays: [],
  makeUpDays: [],
})
const workDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const allDays = [...workDays, 'sat', 'sun'] as const
const yearlyHolidays = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31']

test.each<readonly [desk: string, Calendar, start: string, targetMinutes: number, dueAt: string]>([
  ['zammad', week('Europe/Berlin', ['08:00', '20:00'], workDays), '2016-11-07T13:26:36Z', 1200, '2016-11-09T09:26:36Z'],
  ['rt', week('America/New_York', ['09:00', '18:00'], workDays), '2007-01-01T22:00:00Z', 120, '2007-01-02T15:00:00Z'],
  ['biz', week('Africa/Abidjan', ['11:00', '12:00'], ['sun']), '2006-01-01T00:00:00Z', 120, '2006-01-08T12:00:00Z'],
  [
    'otobo, two years of whole days',
    { ...week('UTC', ['00:00', '24:00'], allDays), yearlyHolidays },
    '2015-02-17T12:00:00Z',
    1_051_200,
    '2017-02-28T12:00:00Z',
  ],
  [
    'otobo, clocks set back at midnight',
    week('America/Sao_Paulo', ['00:00', '24:00'], allDays),
    '2015-02-22T00:10:05Z',
    6080.25,
    '2015-02-26T05:30:20Z',
  ],
  [
    'otobo, a zone of half hours, clocks set forward at midnight',
    { ...week('Asia/Tehran', ['08:00', '18:00'], workDays), yearlyHolidays },
    '2016-03-19T20:30:00Z',
    780,
    '2016-03-22T06:30:00Z',
  ],
])('a target is due when %s says [SLA-4]', (_, calendar, start, targetMinutes, dueAt) => {
  expect(instantAfter(calendar, start, targetMinutes * MINUTE_MS, [])).toBe(dueAt.replace('Z', '.000Z'))
})

test('time used leaves out holidays [SLA-4]', () => {
  const calendar = { ...week('Europe/Berlin', ['00:00', '24:00'], allDays), yearlyHolidays }
  const [start, end] = ['2015-12-23T07:10:15Z', '2015-12-28T16:10:14Z'] as const
  expect(workingMsBetween(calendar, start, end, [])).toBe(((2 * 24 + 8) * 60 + 59) * MINUTE_MS + 59_000)
  expect(workingMsBetween(calendar, end, start, [])).toBe(0)
})

test('a hold across a holiday and a weekend only stops working time [WAI-3]', () => {
  const calendar = {
    ...week('UTC', ['10:00', '18:00'], workDays),
    holidays: [{ on: '2026-01-09', name: 'Holiday' }],
  }
  const held = [{ from: '2026-01-08T17:50:00Z', to: '2026-01-12T12:30:00Z' }]
  expect(workingMsBetween(calendar, '2026-01-08T17:30:00Z', '2026-01-12T13:00:00Z', held)).toBe(50 * MINUTE_MS)
})
