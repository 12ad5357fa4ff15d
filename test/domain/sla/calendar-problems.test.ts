import { expect, test } from 'vitest'
import type { Calendar } from '../../../shared/domain/sla/calendar.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import { validateCalendar } from '../../../shared/domain/sla/calendar-problems.ts'

const sound: Calendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  weekly: {
    mon: [
      ['13:00', '24:00'],
      ['00:00', '13:00'],
    ],
    tue: [],
    sun: [['20:00', '20:30']],
  },
  holidays: [{ on: '2028-02-29', name: 'Leap day' }],
  yearlyHolidays: ['02-29', '12-25'],
  makeUpDays: [{ on: '2026-02-14', name: 'Saturday' }],
  exceptions: { '2026-12-24': [['09:00', '12:00']] },
  breaks: { '2026-06-01': [['12:00', '12:30']] },
  publishedThrough: 2026,
}

test('a sound calendar has no problems, touching windows and 24:00 included [SLA-3]', () => {
  expect(validateCalendar(sound)).toEqual([])
  expect(validateCalendar(aroundTheClock)).toEqual([])
})

test.each<readonly [problem: string, change: Partial<Calendar>]>([
  ['"Europe/Bremen" is not a time zone', { timeZone: 'Europe/Bremen' }],
  ['mon: "9:00" is not a time of day (HH:MM)', { weekly: { mon: [['9:00', '17:00']] } }],
  ['mon: "24:00" is not a time of day (HH:MM)', { weekly: { mon: [['24:00', '24:00']] } }],
  ['mon: "24:01" is not a closing time (HH:MM, or 24:00)', { weekly: { mon: [['09:00', '24:01']] } }],
  ['mon: "17:60" is not a closing time (HH:MM, or 24:00)', { weekly: { mon: [['09:00', '17:60']] } }],
  ['mon: 22:00–06:00 must close after it opens; split a night at 24:00', { weekly: { mon: [['22:00', '06:00']] } }],
  ['mon: 09:00–09:00 must close after it opens; split a night at 24:00', { weekly: { mon: [['09:00', '09:00']] } }],
  [
    'mon: 09:00–12:30 overlaps 12:00–17:00',
    {
      weekly: {
        mon: [
          ['12:00', '17:00'],
          ['09:00', '12:30'],
        ],
      },
    },
  ],
  ['the calendar never opens', { weekly: { mon: [] }, makeUpDays: [], exceptions: { '2026-12-24': [] } }],
  ['"2026-02-29" is not a date (YYYY-MM-DD)', { holidays: [{ on: '2026-02-29', name: 'No leap year' }] }],
  ['"2026-2-1" is not a date (YYYY-MM-DD)', { makeUpDays: [{ on: '2026-2-1', name: 'Short' }] }],
  [
    '2026-02-14 is listed more than once among holidays and make-up days',
    { holidays: [{ on: '2026-02-14', name: 'Off and worked' }] },
  ],
  ['yearly holiday "12-32" is not a day of the year (MM-DD)', { yearlyHolidays: ['12-32'] }],
  [
    'make-up day 2026-02-14 is worked like tue, which has no hours',
    { makeUpDays: [{ on: '2026-02-14', name: 'Saturday', like: 'tue' }] },
  ],
  ['make-up day 2026-02-14 is worked like mon, which has no hours', { weekly: { wed: [['09:00', '17:00']] } }],
  ['exception: "tomorrow" is not a date (YYYY-MM-DD)', { exceptions: { tomorrow: [['09:00', '12:00']] } }],
  [
    'exception 2026-12-24: "noon" is not a closing time (HH:MM, or 24:00)',
    { exceptions: { '2026-12-24': [['09:00', 'noon']] } },
  ],
  [
    'break 2026-06-01: 12:30–12:00 must close after it opens; split a night at 24:00',
    { breaks: { '2026-06-01': [['12:30', '12:00']] } },
  ],
])('%s [SLA-3]', (problem, change) => {
  expect(validateCalendar({ ...sound, ...change })).toEqual([problem])
})

test('all problems are told at once, and nothing optional is missed when absent [SLA-3]', () => {
  const empty: Calendar = { id: '', name: '', timeZone: '', weekly: {}, holidays: [], makeUpDays: [] }
  expect(validateCalendar(empty)).toEqual(['"" is not a time zone', 'the calendar never opens'])
})
