import { expect, test } from 'vitest'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import { validateCalendar } from '../../../shared/domain/sla/calendar-problems.ts'
import { instantAfter, isProvisional, openSpans, workingDayMs } from '../../../shared/domain/sla/working-time.ts'

const HOUR_MS = 3_600_000

/** Shanghai is eight hours ahead of UTC all year. */
const shanghai = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString()
const openOn = (date: string): boolean =>
  openSpans(chinaOfficeHours, shanghai(`${date}T00:00`), shanghai(`${date}T23:59`)).length > 0

test('the shipped calendar is sound [SLA-3]', () => {
  expect(validateCalendar(chinaOfficeHours)).toEqual([])
})

test.each([
  ['2024', 28, 8],
  ['2025', 28, 5],
  ['2026', 33, 6],
])('%s has the days off and make-up days that were announced [SLA-3]', (year, daysOff, daysWorked) => {
  const of = (days: readonly { readonly on: string }[]) => days.filter(({ on }) => on.startsWith(year))
  expect(of(chinaOfficeHours.holidays)).toHaveLength(daysOff)
  expect(of(chinaOfficeHours.makeUpDays)).toHaveLength(daysWorked)
})

test('every make-up day is a weekend day that is worked, every holiday is off [SLA-3]', () => {
  for (const { on } of chinaOfficeHours.makeUpDays) {
    expect([0, 6]).toContain(new Date(on).getUTCDay())
    expect(openOn(on), on).toBe(true)
  }
  for (const { on } of chinaOfficeHours.holidays) expect(openOn(on), on).toBe(false)
})

test('an ordinary day is 09:00–12:00 and 13:30–18:00 in Shanghai, seven and a half hours [SLA-3]', () => {
  expect(openSpans(chinaOfficeHours, shanghai('2026-03-02T00:00'), shanghai('2026-03-03T00:00'))).toEqual([
    { from: shanghai('2026-03-02T09:00'), to: shanghai('2026-03-02T12:00') },
    { from: shanghai('2026-03-02T13:30'), to: shanghai('2026-03-02T18:00') },
  ])
  expect(workingDayMs(chinaOfficeHours)).toBe(7.5 * HOUR_MS)
})

test('a ticket of the Friday before the Spring Festival goes on on the Saturday worked, then after it [SLA-3]', () => {
  const friday = shanghai('2026-02-13T17:00')
  expect(instantAfter(chinaOfficeHours, friday, 2 * HOUR_MS, [])).toBe(shanghai('2026-02-14T10:00'))
  expect(instantAfter(chinaOfficeHours, friday, 8.5 * HOUR_MS, [])).toBe(shanghai('2026-02-14T18:00'))
  expect(instantAfter(chinaOfficeHours, friday, 9.5 * HOUR_MS, [])).toBe(shanghai('2026-02-24T10:00'))
})

test('after the published years the dates fixed by law are off and all else is provisional [SLA-3]', () => {
  expect(isProvisional(chinaOfficeHours, shanghai('2026-12-31T23:59'))).toBe(false)
  expect(isProvisional(chinaOfficeHours, shanghai('2027-01-01T00:00'))).toBe(true)
  expect(openOn('2027-10-01')).toBe(false)
  expect(openOn('2027-10-04')).toBe(true)
})
