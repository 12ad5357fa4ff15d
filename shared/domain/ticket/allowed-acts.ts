import { isMajorAct, isMajorActPossible } from '../major-incident/possible-acts.ts'
import { type Actor, actorRef } from '../people/actor.ts'
import { isAcceptable } from './dispatching.ts'
import { type Act, MOVES } from './moves.ts'
import { isUnconfirmed, mayConfirmRegistration } from './registering.ts'
import { isResolvable } from './resolving.ts'
import { mayDo } from './rights.ts'
import type { Ticket } from './ticket.ts'
import { isAnswerable, proposalOf } from './time-proposal.ts'

/** Whether the ticket has what the act is about; the same that `decide` would find. */
const possible = (act: Act, ticket: Ticket, actor: Actor): boolean => {
  switch (act) {
    case 'decide-priority-change':
      return ticket.priorityChangeRequest !== null
    case 'request-priority-change':
      return ticket.priorityChangeRequest === null
    case 'confirm-registration':
      return mayConfirmRegistration(ticket, actorRef(actor).id)
    case 'close':
      return !isUnconfirmed(ticket)
    case 'screen':
      return !ticket.screening
    case 'insist':
      return !ticket.insistence
    case 'decide-service':
      return ticket.insistence?.decision === null
    case 'answer-time':
      return isAnswerable(proposalOf(ticket))
    case 'review-rating':
      return ticket.ratingReview === 'open'
    case 'raise-problem':
      return ticket.problem === null
    case 'accept':
      return isAcceptable(ticket, actor)
    case 'resolve':
      return isResolvable(ticket, actor)
    case 'confirm':
      return ticket.confirmedAt === null || ticket.satisfaction === null
    default:
      return isMajorAct(act) ? isMajorActPossible(act, ticket) : true
  }
}

/** What this person may do on the ticket now: both the right (ROL-2) and the move (LIF-1) are there. */
export const allowedActs = (ticket: Ticket, actor: Actor): readonly Act[] =>
  (Object.keys(MOVES) as readonly (keyof typeof MOVES)[]).filter(
    (act) => MOVES[act].includes(ticket.state) && possible(act, ticket, actor) && mayDo(act, ticket, actor),
  )
