import { describe, expect, test } from 'vitest'
import {
  datesOf,
  endOfMonth,
  isMonth,
  monthAfter,
  monthOf,
  reportDueAt,
  startOfMonth,
} from '../../../shared/domain/report/month.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import { inShanghai } from '../../support/ticket-fixtures.ts'

describe('a month of the desk', () => {
  test.each([
    ['2026-02-28T15:59:59.999Z', 'Asia/Shanghai', '2026-02'],
    ['2026-02-28T16:00:00.000Z', 'Asia/Shanghai', '2026-03'],
    ['2026-03-31T21:59:59.999Z', 'Europe/Berlin', '2026-03'],
    ['2026-03-31T22:00:00.000Z', 'Europe/Berlin', '2026-04'],
  ])('%s in %s is in %s [REP-2]', (at, timeZone, month) => {
    expect(monthOf(at, timeZone)).toBe(month)
  })

  test.each([
    ['2026-03', 'Asia/Shanghai', '2026-02-28T16:00:00.000Z', '2026-03-31T16:00:00.000Z'],
    ['2026-03', 'Europe/Berlin', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026-12', 'UTC', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('%s in %s begins and ends with the days of its zone [REP-2]', (month, timeZone, from, to) => {
    expect([startOfMonth(month, timeZone), endOfMonth(month, timeZone)]).toEqual([from, to])
  })

  test('has its dates, leap days too', () => {
    expect(datesOf('2028-02').length).toBe(29)
    expect(datesOf('2026-12')).toMatchObject({ 0: '2026-12-01', 30: '2026-12-31', length: 31 })
  })

  test.each([
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-03', -12, '2025-03'],
    ['2026-03', 0, '2026-03'],
  ])('%s and %i months are %s', (month, months, other) => {
    expect(monthAfter(month, months)).toBe(other)
  })

  test.each([
    ['2026-03', true],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-3', false],
    ['2026-03-01', false],
  ])('%s is a month: %s', (text, is) => {
    expect(isMonth(text)).toBe(is)
  })
})

describe('the report is due when the first working day opens [REP-3]', () => {
  test.each([
    ['2026-03', '2026-04-01 09:00'],
    ['2026-02', '2026-03-02 09:00'],
    ['2026-09', '2026-10-08 09:00'],
    ['2025-12', '2026-01-04 09:00'],
  ])('%s: %s in Shanghai', (month, wallTime) => {
    expect(reportDueAt(month, chinaOfficeHours)).toBe(inShanghai(wallTime))
  })

  test('never, where nobody ever works', () => {
    expect(reportDueAt('2026-03', { ...chinaOfficeHours, weekly: {}, makeUpDays: [] })).toBeNull()
  })
})
