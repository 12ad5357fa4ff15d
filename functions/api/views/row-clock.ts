import type { TicketSummary } from '../../../shared/application/ticket-record.ts'
import type { TicketRow } from '../../../shared/contract/ticket-row.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { minutesLeft } from '../../../shared/domain/sla/noted-clock.ts'

/**
 * How the next promise of a listed ticket stands (SLA-4), without reading the ticket: by today's version of the calendar
 * it keeps. Null without a running promise, and for rows that were written before clocks were noted in them.
 */
export const rowClock = ({ clock }: TicketSummary, desk: Desk, now: Instant): TicketRow['clock'] => {
  const calendar = clock && desk.calendars.get(clock.calendar.id)?.value
  if (!clock || !calendar) return null
  const { targetMinutes: target, paused } = clock
  return { target, remainingMinutes: minutesLeft(clock, calendar, now), paused }
}
