import { refuse } from '../refusal.ts'
import type { TicketContext } from '../ticket/context.ts'
import { peopleFor, workers } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { MajorAct } from './command.ts'
import type { MajorEvent } from './event.ts'
import { procedureOf } from './stage.ts'
import { holders } from './taking-part.ts'

type Act<Type extends MajorAct['type']> = Extract<MajorAct, { readonly type: Type }>

/** Everybody who has the incident in hand. */
const concerned = (ticket: Ticket, context: TicketContext): readonly string[] => [
  ...new Set([
    ...workers(context, ticket),
    ...peopleFor(context, ticket, 'desk', 'IM'),
    ...holders(procedureOf(ticket)),
  ]),
]

/** MAJ-2: the PM confirms or demotes a candidate; a demoted one goes the normal road, its clocks kept. */
export const judgeMajor = (
  ticket: Ticket,
  { confirmed, reason }: Act<'judge-major'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  if (ticket.major !== 'candidate')
    refuse('conflict', 'not-a-candidate', 'Only a major-incident candidate can be judged.')
  return [{ type: 'major-judged', confirmed, reason, told: concerned(ticket, context) }]
}

/** MAJ-2: a confirmed one that turns out smaller than it looked. */
export const demoteMajor = (
  ticket: Ticket,
  { reason }: Act<'demote-major'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  if (ticket.major !== 'confirmed')
    refuse('conflict', 'not-confirmed', 'Only a confirmed major incident can be demoted; a candidate is judged.')
  return [{ type: 'major-demoted', reason, told: concerned(ticket, context) }]
}
