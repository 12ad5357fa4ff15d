import type { Instant } from '../instant.ts'
import type { Calendar } from '../sla/calendar.ts'
import { localDate, startOfDate } from '../sla/local-date.ts'
import { nextOpen } from '../sla/working-time.ts'

/** A month `2026-03` on the calendars of the desk's zone (REP-2). */
export type Month = string

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/

export const isMonth = (text: string): boolean => MONTH.test(text)

export const monthOf = (at: Instant, timeZone: string): Month => localDate(at, timeZone).slice(0, 7)

/** The month so many months later; negative: earlier. */
export const monthAfter = (month: Month, months: number): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Every date of the month, in order. */
export const datesOf = (month: Month): readonly string[] => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: days }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
}

/** The first instant of the month. */
export const startOfMonth = (month: Month, timeZone: string): Instant => startOfDate(`${month}-01`, timeZone)

/** The first instant that does not belong to the month any more. */
export const endOfMonth = (month: Month, timeZone: string): Instant => startOfMonth(monthAfter(month, 1), timeZone)

/** REP-3: when the first working day after the month opens; null for a calendar that never does. */
export const reportDueAt = (month: Month, calendar: Calendar): Instant | null =>
  nextOpen(calendar, endOfMonth(month, calendar.timeZone))
