import type { Instant } from '../instant.ts'
import type { Impact, Urgency } from '../priority/grade.ts'
import { morePressing, priorityOf } from '../priority/matrix.ts'
import { refuse } from '../refusal.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketCommand } from './command.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { Classification, TicketEvent } from './event.ts'
import { isImported } from './imported.ts'
import { known } from './known.ts'
import { type Concerned, peopleFor } from './recipients.ts'
import type { Ticket } from './ticket.ts'

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>

const criticalityOf = (desk: Desk, service: string | null) =>
  service ? (desk.services.get(service)?.criticality ?? null) : null

type NewGrade = {
  readonly impact: Impact
  readonly urgency: Urgency
  readonly cause: 'desk' | 'request' | 'escalation' | 'service'
  readonly reason: string
  /** Of the missed target behind an escalation. */
  readonly dueAt?: Instant | null
}

/**
 * PRI-4, PRI-6: a new grade with who, why, old and new; nothing when it is the same. An escalation only ever raises it
 * (ESC-7). MAJ-1: priority 1 makes a candidate.
 */
export const regrade = (ticket: Ticket, grade: NewGrade, context: TicketContext): readonly TicketEvent[] => {
  const { policy } = judgedBy(ticket, context)
  const { impact, urgency, cause, reason } = grade
  const graded = priorityOf(policy, impact, urgency, criticalityOf(context.desk, ticket.service))
  const priority = cause === 'escalation' ? morePressing(graded, ticket.priority) : graded
  if (impact === ticket.impact && urgency === ticket.urgency && priority === ticket.priority) return []
  return [
    { type: 'regraded', impact, urgency, priority, cause, reason },
    ...majorCandidate(ticket, priority, context, grade.dueAt),
  ]
}

type Candidate = Concerned & Pick<Ticket, 'kind' | 'major' | 'imported'>

/** MAJ-1: the PM is told, to judge it. */
export const majorCandidate = (
  ticket: Candidate,
  priority: number,
  context: TicketContext,
  dueAt: Instant | null = null,
): readonly TicketEvent[] =>
  priority === 1 && ticket.kind === 'incident' && ticket.major === 'none' && !isImported(ticket)
    ? [{ type: 'major-candidate-raised', dueAt, told: peopleFor(context, ticket, 'PM') }]
    : []

/** The calendar version a ticket of this service is judged by from now on. */
export const calendarRefOf = (
  desk: Desk,
  service: string | null,
): { readonly id: string; readonly version: number } => {
  const id = (service ? desk.services.get(service)?.calendar : undefined) ?? desk.policy.value.intake.defaultCalendar
  return {
    id,
    version:
      desk.calendars.get(id)?.version ?? refuse('not-found', 'unknown-calendar', `There is no calendar "${id}".`),
  }
}

/** Classification, and with it the grade, by the desk (PRI-2, PRI-6). */
export const classify = (
  ticket: Ticket,
  command: Command<'classify'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const { desk } = context
  const before: Classification = {
    kind: ticket.kind,
    class: ticket.class,
    title: ticket.title,
    category: ticket.category,
    service: ticket.service,
    item: ticket.item,
    system: ticket.system,
    security: ticket.security,
  }
  const to: Classification = {
    kind: command.kind ?? before.kind,
    class: known.class(desk, command.class) ?? before.class,
    title: command.title ?? before.title,
    category: known.category(desk, command.category) ?? before.category,
    service: command.service === undefined ? before.service : (known.service(desk, command.service) ?? null),
    item: command.item === undefined ? before.item : command.item,
    system: command.system === undefined ? before.system : command.system,
    security: command.security ?? before.security,
  }
  const changed = JSON.stringify(to) !== JSON.stringify(before)
  const calendar = to.service === before.service ? ticket.calendar : calendarRefOf(desk, to.service)
  const impact = command.impact ?? ticket.impact
  const urgency = command.urgency ?? ticket.urgency
  const cause = command.impact || command.urgency ? 'desk' : 'service'
  const after = { ...ticket, ...to }
  const regraded = regrade(after, { impact, urgency, cause, reason: command.reason ?? '' }, context)
  const grades = regraded.length > 0 ? regraded : majorCandidate(after, ticket.priority, context)
  const graded = impact !== ticket.impact || urgency !== ticket.urgency
  if (graded && !command.reason && ticket.state !== 'recorded') {
    refuse('invalid', 'reason-missing', 'Say why the grade changes: give a reason (PRI-6).')
  }
  return [...(changed ? [{ type: 'classified' as const, to, calendar }] : []), ...grades]
}

/** PRI-6: engineers ask, with a reason; one request at a time. */
export const requestPriorityChange = (
  ticket: Ticket,
  command: Command<'request-priority-change'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (ticket.priorityChangeRequest) {
    refuse('conflict', 'request-pending', 'A priority change is already asked for; the desk has to decide it first.')
  }
  const { impact, urgency, reason } = command
  return [
    {
      type: 'priority-change-requested',
      id: context.newId(),
      impact,
      urgency,
      reason,
      by: actingPerson(context),
      told: peopleFor(context, ticket, 'desk'),
    },
  ]
}

/** PRI-6: the desk grants or refuses; a grant re-grades with the engineer's reason. */
export const decidePriorityChange = (
  ticket: Ticket,
  { granted, reason }: Command<'decide-priority-change'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const request =
    ticket.priorityChangeRequest ?? refuse('conflict', 'no-request', 'No priority change is asked for on this ticket.')
  const decided: TicketEvent = {
    type: 'priority-change-decided',
    id: request.id,
    granted,
    reason,
    told: [request.requestedBy.id],
  }
  if (!granted) return [decided]
  const { impact, urgency } = request
  return [decided, ...regrade(ticket, { impact, urgency, cause: 'request', reason: request.reason }, context)]
}

export const actingPerson = ({ actor }: TicketContext): { readonly id: string; readonly name: string } =>
  actor.kind === 'person'
    ? { id: actor.id, name: actor.name }
    : refuse('forbidden', 'person-needed', 'Only a signed-in person can do this.')
