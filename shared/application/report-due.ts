import type { Instant } from '../domain/instant.ts'
import { type Month, reportDueAt } from '../domain/report/month.ts'
import type { Desk } from '../domain/setting/desk.ts'

/** REP-3: when the report of a month is made by itself; null when nobody ever works. */
export const dueAt = ({ calendars, policy }: Desk, month: Month): Instant | null => {
  const calendar = calendars.get(policy.value.intake.defaultCalendar)
  return calendar ? reportDueAt(month, calendar.value) : null
}
