import { isCalledBack } from '../major-incident/due-procedure.ts'
import { type Actor, hasRole } from '../people/actor.ts'
import { refuse } from '../refusal.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketCommand } from './command.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { known } from './known.ts'
import { peopleFor, workers } from './recipients.ts'
import { isUnconfirmed } from './registering.ts'
import type { Satisfaction, Ticket, TicketState } from './ticket.ts'

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>

/** LIF-2: what was accepted is resolved; what was never dispatched, by the desk itself. */
export const isResolvable = (ticket: Ticket, actor: Actor): boolean => {
  const worked = ticket.waiting?.stateBefore ?? ticket.state
  return worked === 'accepted' || (worked === 'recorded' && hasRole(actor, 'desk'))
}

/** CLO-1, CLO-5, LIF-11: handed over with solution, cause and what kind of cure it is; the category stated again (PRI-2). */
export const resolve = (
  ticket: Ticket,
  command: Command<'resolve'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (!isResolvable(ticket, context.actor)) {
    refuse(
      'illegal-move',
      'not-accepted',
      'Accept the ticket first; only the desk resolves without dispatching (LIF-2).',
    )
  }
  const { outcome, solution, cause, environmentChanged, leftToFindOut } = command
  if (solution.trim() === '') refuse('invalid', 'solution-missing', 'Say what restored the service (CLO-5).')
  return [
    {
      type: 'resolved',
      resolution: { outcome, solution, cause, environmentChanged, leftToFindOut },
      category: known.category(context.desk, command.category) ?? ticket.category,
      bySystem: false,
      told: peopleFor(context, ticket, 'desk', ...(ticket.major === 'confirmed' ? (['PM'] as const) : [])),
    },
  ]
}

/** CLO-6: 1 or 2 opens a review for the desk manager, once. */
const badRating = (
  ticket: Ticket,
  satisfaction: Satisfaction | null,
  context: TicketContext,
): readonly TicketEvent[] =>
  ticket.ratingReview === 'none' && satisfaction && 'score' in satisfaction && satisfaction.score <= 2
    ? [{ type: 'rating-review-opened', told: peopleFor(context, ticket, 'desk-manager') }]
    : []

/** CLO-2: the requester confirms, and may rate, also afterwards or anew; the desk still closes (CLO-1). */
export const confirm = (
  ticket: Ticket,
  command: Command<'confirm'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (command.satisfaction && 'notObtained' in command.satisfaction) {
    refuse('invalid', 'rating-needed', 'A confirmation may carry a rating from 1 to 5, nothing else.')
  }
  const satisfaction = command.satisfaction ?? null
  const isRated = satisfaction === null || JSON.stringify(satisfaction) === JSON.stringify(ticket.satisfaction)
  if (ticket.confirmedAt !== null && isRated) return []
  return [{ type: 'confirmed', satisfaction }, ...badRating(ticket, satisfaction, context)]
}

/** Where a resolved ticket came from and goes back to; to the desk when its history does not tell. */
export const backTo = (ticket: Ticket): TicketState => ticket.stateBeforeResolution ?? 'recorded'

/** CLO-2: back to work, to the same people. */
export const reject = (ticket: Ticket, command: Command<'reject'>, context: TicketContext): readonly TicketEvent[] => [
  { type: 'rejected', reason: command.reason, backTo: backTo(ticket), told: workers(context, ticket) },
]

const checkCloseCode = (desk: Desk, code: string): void => {
  const byPeople = desk.codes.closeCodes.filter(({ bySystem }) => !bySystem).map((c) => c.code)
  if (!byPeople.includes(code)) {
    refuse(
      'invalid',
      'unknown-close-code',
      `There is no close code "${code}" for people to use. Known are: ${byPeople.join(', ')}.`,
    )
  }
}

const checkNotObtained = (desk: Desk, satisfaction: Satisfaction): void => {
  if ('score' in satisfaction) return
  const codes = desk.codes.notObtainedCodes.filter(({ bySystem }) => !bySystem).map((c) => c.code)
  if (!codes.includes(satisfaction.notObtained)) {
    refuse(
      'invalid',
      'unknown-not-obtained-code',
      `"${satisfaction.notObtained}" is no reason for a missing rating. Known are: ${codes.join(', ')}.`,
    )
  }
}

/** MAJ-7: a major incident closes only after the user was called back about its solution. */
const checkCallBack = (ticket: Ticket): void => {
  if (ticket.major === 'confirmed' && !isCalledBack(ticket)) {
    refuse(
      'invalid',
      'call-back-missing',
      'Call the user back and record the contact; then the ticket can close (MAJ-7).',
    )
  }
}

/** INT-12: what was written after the fact counts for good once somebody else has vouched for it. */
const checkConfirmed = (ticket: Ticket): void => {
  if (!isUnconfirmed(ticket)) return
  refuse(
    'invalid',
    'registration-unconfirmed',
    'A second person has to confirm what was written after the fact (INT-12).',
  )
}

/** CLO-1, CLO-4 to CLO-6: only the desk, with code, solution and satisfaction, or why there is none. */
export const close = (ticket: Ticket, command: Command<'close'>, context: TicketContext): readonly TicketEvent[] => {
  checkCloseCode(context.desk, command.code)
  checkCallBack(ticket)
  checkConfirmed(ticket)
  const satisfaction =
    command.satisfaction ??
    ticket.satisfaction ??
    refuse(
      'invalid',
      'satisfaction-missing',
      'Say how satisfied the requester is (1 to 5), or the code why that was not obtained (CLO-6).',
    )
  checkNotObtained(context.desk, satisfaction)
  if (!ticket.solution && !command.solution)
    refuse('invalid', 'solution-missing', 'A ticket cannot close without its solution (CLO-5).')
  const solved: readonly TicketEvent[] =
    command.solution && command.solution !== ticket.solution
      ? [{ type: 'diagnosed', cause: null, workaround: null, solution: command.solution }]
      : []
  return [
    ...solved,
    { type: 'closed', code: command.code, satisfaction, bySystem: false },
    ...badRating(ticket, satisfaction, context),
  ]
}

/** CLO-3: nobody answered in time; an alarm that is over needs no answer. */
export const closeBySystem = (ticket: Ticket, context: TicketContext): readonly TicketEvent[] => {
  const { closing, alarm } = judgedBy(ticket, context).policy
  const code = ticket.alarm?.state === 'OK' ? alarm.systemCloseCode : closing.systemCloseCode
  const satisfaction = ticket.satisfaction ?? { notObtained: closing.systemNotObtainedCode }
  return [{ type: 'closed', code, satisfaction, bySystem: true }]
}

export const reviewRating = (ticket: Ticket, command: Command<'review-rating'>): readonly TicketEvent[] => {
  if (ticket.ratingReview !== 'open')
    refuse('conflict', 'no-review', 'There is no bad rating to review on this ticket.')
  const { finding, cause = null, measure = null, conversation = null } = command
  return [{ type: 'rating-reviewed', finding, cause, measure, conversation }]
}

/** LIF-11: what is left to find out becomes a problem. */
export const raiseProblem = (ticket: Ticket, command: Command<'raise-problem'>): readonly TicketEvent[] => {
  if (ticket.problem) refuse('conflict', 'problem-raised', `${ticket.problem} is already raised from this ticket.`)
  const leftToFindOut =
    command.leftToFindOut ??
    ticket.resolution?.leftToFindOut ??
    refuse('invalid', 'question-missing', 'Say what is left to find out.')
  return [{ type: 'problem-raised', problem: command.problem, leftToFindOut }]
}
