import { LEVELS, type Level } from '../escalation/level.ts'
import type { Instant } from '../instant.ts'
import { moreUrgent } from '../priority/matrix.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { regrade } from './grading.ts'
import { groupOfLine, type Part, peopleFor } from './recipients.ts'
import type { EscalationTrigger, Ticket } from './ticket.ts'

type Announcement = {
  readonly trigger: EscalationTrigger
  readonly level: Level | null
  readonly reason: string | null
  readonly dueAt: Instant | null
}

/** ESC-3: the IM is always told, department heads where the policy says so. */
const announce = (ticket: Ticket, announcement: Announcement, context: TicketContext): TicketEvent => {
  const { policy } = judgedBy(ticket, context)
  const parts: readonly Part[] = [
    ...(announcement.level ? [announcement.level] : []),
    'IM',
    ...(policy.escalation.tellDepartmentHeads ? (['department-head'] as const) : []),
  ]
  return { type: 'escalated', ...announcement, told: peopleFor(context, ticket, ...parts) }
}

/** The levels of the ticket's row of the matrix, lowest first. */
const rowLevels = (ticket: Ticket, context: TicketContext): readonly Level[] => {
  const row = judgedBy(ticket, context).policy.escalation.matrix[ticket.priority]
  return LEVELS.filter((level) => row.some((cell) => cell.level === level))
}

/** ESC-8: the lowest level of the row that does not know yet; null when everybody does. */
const nextLevel = (ticket: Ticket, context: TicketContext): Level | null =>
  rowLevels(ticket, context).find((level) => !ticket.announced.includes(level)) ?? null

/**
 * ESC-4 to ESC-7: a missed target, one reassignment too many or a person escalates to the next level, and raises the
 * urgency to at least high.
 */
export const escalateByTrigger = (
  ticket: Ticket,
  trigger: Exclude<EscalationTrigger, 'matrix'>,
  reason: string,
  dueAt: Instant | null,
  context: TicketContext,
): readonly TicketEvent[] => [
  announce(ticket, { trigger, level: nextLevel(ticket, context), reason, dueAt }, context),
  ...regrade(
    ticket,
    {
      impact: ticket.impact,
      urgency: moreUrgent(ticket.urgency, 'high'),
      cause: 'escalation',
      reason,
      dueAt,
    },
    context,
  ),
]

/** ESC-1: a cell of the matrix has fallen due; it may also hand the ticket to a line, which is no reassignment (ESC-6). */
export const escalateByMatrix = (
  ticket: Ticket,
  cell: { readonly level: Level; readonly assignToLine?: 1 | 2; readonly dueAt: Instant },
  context: TicketContext,
): readonly TicketEvent[] => {
  const announced = announce(ticket, { trigger: 'matrix', level: cell.level, reason: null, dueAt: cell.dueAt }, context)
  const line = cell.assignToLine
  const group = line ? groupOfLine(context.desk, ticket, line) : null
  if (!line || group === null || group === ticket.group || ticket.state === 'waiting') return [announced]
  const move: TicketEvent = {
    type: 'transferred',
    group,
    line,
    assignee: null,
    reason: `escalation matrix: ${cell.level}`,
    category: ticket.category,
    counted: false,
    told: peopleFor(context, { ...ticket, group, assignee: null }, 'group'),
  }
  return [announced, move]
}
