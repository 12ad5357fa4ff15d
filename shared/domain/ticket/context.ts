import type { Context } from '../record.ts'
import type { Desk } from '../setting/desk.ts'
import type { Policy } from '../setting/policy.ts'
import type { Calendar } from '../sla/calendar.ts'
import type { Judged } from '../sla/clock.ts'
import type { Ticket } from './ticket.ts'

/** What a decision on a ticket may ask for; past versions of policy and calendar are loaded before the decision. */
export type TicketContext = Context & {
  readonly desk: Desk
  readonly policyOf: (version: number) => Policy
  readonly calendarOf: (ref: { readonly id: string; readonly version: number }) => Calendar
}

/** ESC-9: what this ticket is judged by. */
export const judgedBy = (ticket: Pick<Ticket, 'policyVersion' | 'calendar'>, context: TicketContext): Judged => ({
  policy: context.policyOf(ticket.policyVersion),
  calendar: context.calendarOf(ticket.calendar),
})
