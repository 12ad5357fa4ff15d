import { type Instant, instantOf, msOf } from '../instant.ts'
import { refuse } from '../refusal.ts'
import { DEFAULT_LATER_TIME } from '../setting/policy.ts'
import { calendarFor, stepClock } from '../sla/clock.ts'
import { instantAfter } from '../sla/working-time.ts'
import type { TicketCommand } from './command.ts'
import { judgedBy, type TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { actingPerson } from './grading.ts'
import { peopleFor, workers } from './recipients.ts'
import type { Ticket } from './ticket.ts'
import { isAnswerable, type ProposalCause, proposalOf } from './time-proposal.ts'

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>
type Proposed = Extract<TicketEvent, { readonly type: 'time-proposed' }>

const MOST_PROPOSALS = 30
const QUARTER_MS = 15 * 60_000

const nextQuarter = (at: Instant): Instant => instantOf(Math.ceil(msOf(at) / QUARTER_MS) * QUARTER_MS)

/** Monitoring agrees to nothing, and whoever left neither name nor address cannot be asked in writing. */
const canBeAsked = ({ requester, alarm }: Ticket): boolean =>
  alarm === null && (requester.email !== null || requester.personId !== null)

const roundAfter = ({ proposals = [] }: Ticket): number => proposals.length + 1

/** SLA-5: what the desk or the assignee thinks they can keep, beyond the promise, with the reason the requester reads. */
export const proposeTime = (
  ticket: Ticket,
  { restoreBy, reason }: Command<'propose-time'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const last = proposalOf(ticket)
  const dueAt = stepClock(ticket, 'restore', judgedBy(ticket, context), context.now)?.dueAt ?? null
  if (!canBeAsked(ticket)) {
    refuse('invalid', 'nobody-to-ask', 'The requester cannot be asked in writing; call them and note the contact.')
  }
  if (restoreBy <= context.now) refuse('invalid', 'time-past', 'The time you propose has to lie ahead.')
  if (dueAt !== null && restoreBy <= dueAt) {
    refuse('invalid', 'time-not-later', `A solution is promised by ${dueAt} anyway; propose a time after that.`)
  }
  if (last?.outcome === 'open' && last.restoreBy === restoreBy) {
    refuse('invalid', 'already-proposed', 'This very time is proposed already and waits for an answer.')
  }
  if (roundAfter(ticket) > MOST_PROPOSALS) {
    refuse('invalid', 'too-many-proposals', 'So many times were proposed that another is no help; talk to them.')
  }
  const by = actingPerson(context)
  const round = roundAfter(ticket)
  return [{ type: 'time-proposed', round, restoreBy, dueAt, cause: 'person', addedPercent: null, reason, by }]
}

/**
 * SLA-5: at the warning, if no time beyond the promise is proposed or agreed yet: a share of the target on top, on its own
 * clock, more where nobody has begun, up to the next quarter of an hour. Null where there is nobody to ask.
 */
export const proposeByItself = (ticket: Ticket, dueAt: Instant, context: TicketContext): Proposed | null => {
  const judged = judgedBy(ticket, context)
  const clock = stepClock(ticket, 'restore', judged, context.now)
  const last = proposalOf(ticket)
  const isCovered = last !== null && ['open', 'agreed'].includes(last.outcome) && last.restoreBy > dueAt
  if (clock === null || isCovered || !canBeAsked(ticket) || roundAfter(ticket) > MOST_PROPOSALS) return null
  const cause: ProposalCause = ticket.acceptedAt === null ? 'not-begun' : 'in-work'
  const { inWorkPercent, notBegunPercent } = judged.policy.laterTime ?? DEFAULT_LATER_TIME
  const addedPercent = cause === 'in-work' ? inWorkPercent : notBegunPercent
  const hours = calendarFor(clock.runsOn, judged.calendar)
  const extraMs = (clock.targetMinutes * 60_000 * addedPercent) / 100
  const at = instantAfter(hours, dueAt, extraMs, [])
  if (at === null) return null
  const asked = { round: roundAfter(ticket), restoreBy: nextQuarter(at), dueAt, cause, addedPercent }
  return { type: 'time-proposed', ...asked, reason: null, by: null }
}

/** SLA-5: the same answer twice is one; an objection is told to whoever works on it and to the IM. */
export const answerTime = (
  ticket: Ticket,
  command: Command<'answer-time'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const { proposal: round, agreed } = command
  const text = command.text ?? null
  const proposal = proposalOf(ticket)
  if (!isAnswerable(proposal)) {
    return refuse('conflict', 'no-open-proposal', 'There is no proposed time to answer any more; write a comment.')
  }
  if (proposal.round !== round) {
    refuse('conflict', 'proposal-replaced', 'Another time has been proposed since; look at it and answer that one.')
  }
  const outcome = agreed ? 'agreed' : 'objected'
  if (proposal.outcome === outcome && (text === null || text === proposal.text)) return []
  const told = agreed ? [] : [...new Set([...workers(context, ticket), ...peopleFor(context, ticket, 'IM')])]
  return [{ type: 'time-answered', round, restoreBy: proposal.restoreBy, agreed, text, told }]
}
