import { decideMajor } from '../major-incident/decide-major.ts'
import type { Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import { noteAlarm, noteAlarmDeleted } from './alarm-watching.ts'
import type { TicketCommand } from './command.ts'
import type { TicketContext } from './context.ts'
import { accept, assign, transfer } from './dispatching.ts'
import { escalateByTrigger } from './escalating.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { classify, decidePriorityChange, requestPriorityChange } from './grading.ts'
import { decideMerge } from './merging.ts'
import { checkMove } from './moves.ts'
import { passTime, wakeAt } from './pass-time.ts'
import { answerTime, proposeTime } from './proposing.ts'
import { open } from './recording.ts'
import { confirmRegistration } from './registering.ts'
import { close, confirm, raiseProblem, reject, resolve, reviewRating } from './resolving.ts'
import { checkRight } from './rights.ts'
import { decideService, insist, returnIt, screen } from './screening.ts'
import type { Ticket } from './ticket.ts'
import { comment, contact, diagnose, wait } from './working.ts'

type Act = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

const act = (ticket: Ticket, command: Act, context: TicketContext): readonly TicketEvent[] => {
  switch (command.type) {
    case 'classify':
      return classify(ticket, command, context)
    case 'assign':
      return assign(ticket, command, context)
    case 'transfer':
      return transfer(ticket, command, context)
    case 'accept':
      return accept(ticket, context)
    case 'contact':
      return contact(command, context)
    case 'comment':
      return comment(ticket, command, context)
    case 'diagnose':
      return diagnose(command)
    case 'wait':
      return wait(command, context)
    case 'resume':
      return [{ type: 'resumed', cause: 'person' }]
    case 'request-priority-change':
      return requestPriorityChange(ticket, command, context)
    case 'decide-priority-change':
      return decidePriorityChange(ticket, command, context)
    case 'escalate':
      return escalateByTrigger(ticket, 'manual', command.reason, null, context)
    case 'confirm-registration':
      return confirmRegistration(ticket, command, context)
    case 'propose-time':
      return proposeTime(ticket, command, context)
    case 'answer-time':
      return answerTime(ticket, command, context)
    case 'resolve':
      return resolve(ticket, command, context)
    case 'confirm':
      return confirm(ticket, command, context)
    case 'reject':
      return reject(ticket, command, context)
    case 'close':
      return close(ticket, command, context)
    case 'cancel':
      return [{ type: 'cancelled', reason: command.reason }]
    case 'screen':
      return screen(ticket)
    case 'return':
      return returnIt(command)
    case 'insist':
      return insist(ticket, command, context)
    case 'decide-service':
      return decideService(ticket, command, context)
    case 'review-rating':
      return reviewRating(ticket, command)
    case 'raise-problem':
      return raiseProblem(ticket, command)
    case 'merge':
    case 'unmerge':
    case 'merge-into':
    case 'release-duplicate':
    case 'pass-on-words':
      return decideMerge(ticket, command, context)
    case 'note-alarm':
      return noteAlarm(ticket, command.change, context)
    case 'note-alarm-deleted':
      return noteAlarmDeleted(ticket, command.eventId)
    case 'wake':
      return []
    default:
      return decideMajor(ticket, command, context)
  }
}

/** Right first, then move, then the act itself, so that a refusal always names the nearest reason (ROL-2, LIF-1). */
export const ticketDecider: Decider<Ticket, TicketCommand, TicketEvent, TicketContext> = {
  decide: (ticket, command, context) => {
    checkRight(command.type, ticket, context.actor)
    if (command.type === 'submit' || command.type === 'record') {
      return ticket === null
        ? open(command, context)
        : refuse('conflict', 'ticket-exists', `${ticket.number} exists already.`)
    }
    if (ticket === null) return refuse('not-found', 'unknown-ticket', 'There is no such ticket.')
    checkMove(ticket, command.type)
    return act(ticket, command, context)
  },
  evolve,
  passTime,
  wakeAt,
}
