import type { Calendar } from '../sla/calendar.ts'
import { clocks } from '../sla/clock.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { isOpenState } from './moves.ts'
import type { Ticket } from './ticket.ts'

const lastYear = ({ publishedThrough = Number.POSITIVE_INFINITY }: Calendar): number => publishedThrough

/**
 * SLA-3: a promise still to be kept reaches into a year whose holidays were not published, and the calendar has got more
 * years since: the ticket is timed by its newest version. Whatever else a version changes touches later tickets only.
 */
export const renewClocks = (ticket: Ticket, context: TicketContext): readonly TicketEvent[] => {
  const { id, version } = ticket.calendar
  const newest = context.desk.calendars.get(id)
  if (!isOpenState(ticket.state) || !newest || newest.version <= version) return []
  const judged = judgedBy(ticket, context)
  if (lastYear(newest.value) <= lastYear(judged.calendar)) return []
  const reachesPast = clocks(ticket, judged, context.now).some(
    ({ endedAt, provisional }) => endedAt === null && provisional,
  )
  return reachesPast ? [{ type: 'clocks-renewed', calendar: { id, version: newest.version } }] : []
}
