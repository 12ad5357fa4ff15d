import { refuse } from '../refusal.ts'
import type { TicketContext } from '../ticket/context.ts'
import { peopleFor, workers } from '../ticket/recipients.ts'
import { backTo } from '../ticket/resolving.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { MajorAct } from './command.ts'
import type { MajorEvent } from './event.ts'
import { procedureOf } from './stage.ts'
import { holders } from './taking-part.ts'

type Act<Type extends MajorAct['type']> = Extract<MajorAct, { readonly type: Type }>

export const isReviewable = (ticket: Ticket): boolean =>
  ticket.major === 'confirmed' && !procedureOf(ticket)?.review?.satisfied

/** MAJ-5: the PM reviews the solution; not satisfied sends it back to work, to the same people. @throws DomainError */
export const reviewSolution = (
  ticket: Ticket,
  command: Act<'review-solution'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  const { satisfied } = command
  const reason = command.reason ?? null
  if (!isReviewable(ticket))
    refuse('conflict', 'nothing-to-review', 'Only the solution of a confirmed major incident is reviewed, once.')
  if (!satisfied && !reason) refuse('invalid', 'reason-missing', 'Say what is missing: give a reason (MAJ-5).')
  const back = satisfied
    ? peopleFor(context, ticket, 'desk', 'IM')
    : [...workers(context, ticket), ...peopleFor(context, ticket, 'IM')]
  const told = [...new Set([...back, ...holders(procedureOf(ticket))])]
  return [{ type: 'major-reviewed', satisfied, reason, backTo: satisfied ? null : backTo(ticket), told }]
}
