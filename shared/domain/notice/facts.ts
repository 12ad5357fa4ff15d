import type { Language } from '../language.ts'
import { aroundTheClock } from '../sla/calendar-24x7.ts'
import { clocks } from '../sla/clock.ts'
import { judgedBy, type TicketContext } from '../ticket/context.ts'
import { isOpenState } from '../ticket/moves.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { TicketFacts } from './message.ts'

/** The zone of the ticket's calendar; round the clock has none of its own, so then that of the desk's usual hours. */
const zoneOf = (ticket: Ticket, { calendarOf, desk: { policy, calendars } }: TicketContext): string => {
  const calendar = calendarOf(ticket.calendar)
  const usual = calendars.get(policy.value.intake.defaultCalendar)?.value
  return calendar.id === aroundTheClock.id && usual ? usual.timeZone : calendar.timeZone
}

/** What every notice says of its ticket, as it stands now; the promises are those still to be kept (SLA-1). */
export const ticketFacts = (ticket: Ticket, language: Language, context: TicketContext): TicketFacts => {
  const { services, groups } = context.desk
  const running = isOpenState(ticket.state) ? clocks(ticket, judgedBy(ticket, context), context.now) : []
  const promise = (step: 'respond' | 'restore') =>
    running.find((clock) => clock.step === step && clock.endedAt === null)?.dueAt ?? null
  return {
    number: ticket.number,
    title: ticket.title,
    state: ticket.state,
    priority: ticket.priority,
    requester: ticket.requester.name,
    service: ticket.service && (services.get(ticket.service)?.name[language] ?? ticket.service),
    group: groups.get(ticket.group)?.name[language] ?? ticket.group,
    assignee: ticket.assignee?.name ?? null,
    respondBy: promise('respond'),
    restoreBy: promise('restore'),
    timeZone: zoneOf(ticket, context),
  }
}
