import { type Actor, actorRef, hasRole } from '../people/actor.ts'
import { refuse } from '../refusal.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketCommand } from './command.ts'
import { judgedBy, type TicketContext } from './context.ts'
import { escalateByTrigger } from './escalating.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { actingPerson } from './grading.ts'
import { isImported } from './imported.ts'
import { known, knownGroup } from './known.ts'
import { workers } from './recipients.ts'
import { INTAKE_GROUP } from './recording.ts'
import type { PersonRef, Ticket } from './ticket.ts'

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>

/** ROL-4: the desk manager may have any ticket; everybody else those of the own groups. */
const knownMember = (desk: Desk, group: string, id: string | undefined): PersonRef | null => {
  if (id === undefined) return null
  const person = desk.staff.get(id)
  const belongs = person?.groups.includes(group) || person?.roles.includes('desk-manager')
  if (!person?.active || !belongs) {
    return refuse(
      'invalid',
      'not-a-member',
      `"${id}" does not work in the group "${group}"; assign to the group or to one of its members.`,
    )
  }
  return { id: person.id, name: person.name }
}

/** ESC-6: the reassignment that is one too many escalates, once. */
const withReassignmentLimit = (ticket: Ticket, event: TicketEvent, context: TicketContext): readonly TicketEvent[] => {
  const after = evolve(ticket, event, { at: context.now, actor: actorRef(context.actor) })
  const limit = judgedBy(ticket, context).policy.escalation.reassignmentLimit
  const isOneTooMany = after.reassignments !== ticket.reassignments && after.reassignments === limit
  if (!isOneTooMany || isImported(ticket)) return [event]
  return [event, ...escalateByTrigger(after, 'reassignments', `${limit} reassignments`, null, context)]
}

/**
 * LIF-2: dispatched by the desk, a new ticket by default to the group its category selects. ROL-4: the desk manager takes
 * over any ticket, but dispatches none to others (ROL-2).
 */
export const assign = (ticket: Ticket, command: Command<'assign'>, context: TicketContext): readonly TicketEvent[] => {
  const { desk, actor } = context
  if (!hasRole(actor, 'desk') && command.assignee !== actingPerson(context).id) {
    refuse('forbidden', 'dispatch-by-desk', 'The desk dispatches; the desk manager may take the ticket over.')
  }
  const byCategory = desk.categories.get(ticket.category)?.group ?? INTAKE_GROUP
  const group = knownGroup(desk, command.group ?? (ticket.state === 'recorded' ? byCategory : ticket.group))
  const assignee = knownMember(desk, group.id, command.assignee)
  if (ticket.state !== 'recorded' && group.id === ticket.group && assignee?.id === ticket.assignee?.id) {
    refuse('conflict', 'already-assigned', 'The ticket lies there already.')
  }
  const to = { group: group.id, line: group.line, assignee }
  const event: TicketEvent = { type: 'assigned', ...to, told: workers(context, { ...ticket, ...to }) }
  return withReassignmentLimit(ticket, event, context)
}

/** LIF-3: to another group or person, with a reason and the category stated again (PRI-2); every one counted. */
export const transfer = (
  ticket: Ticket,
  command: Command<'transfer'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const { desk } = context
  const group = knownGroup(desk, command.group)
  const assignee = knownMember(desk, group.id, command.assignee)
  if (group.id === ticket.group && assignee?.id === ticket.assignee?.id) {
    refuse('conflict', 'already-assigned', 'The ticket lies there already.')
  }
  const to = { group: group.id, line: group.line, assignee }
  const category = known.category(desk, command.category) ?? ticket.category
  const told = workers(context, { ...ticket, ...to, category })
  const event: TicketEvent = { type: 'transferred', ...to, category, reason: command.reason, counted: true, told }
  return withReassignmentLimit(ticket, event, context)
}

/** A colleague's ticket is taken over by the desk manager only (ROL-4). */
export const isAcceptable = ({ assignee }: Ticket, actor: Actor): boolean =>
  assignee === null || assignee.id === actorRef(actor).id || hasRole(actor, 'desk-manager')

/** SLA-2: accepting is the response. */
export const accept = (ticket: Ticket, context: TicketContext): readonly TicketEvent[] => {
  if (!isAcceptable(ticket, context.actor)) {
    refuse('conflict', 'assigned-to-other', 'A colleague has this ticket; transfer it to yourself with a reason.')
  }
  return withReassignmentLimit(ticket, { type: 'accepted', by: actingPerson(context) }, context)
}
