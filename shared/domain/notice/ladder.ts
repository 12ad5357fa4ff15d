import type { Instant } from '../instant.ts'
import { plus } from '../instant.ts'
import type { Priority } from '../priority/grade.ts'
import type { NoticePolicy } from '../setting/notice-policy.ts'
import { isOpenState } from '../ticket/moves.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { isAskedInMajor, isToldAtOnce, overtakenInMajor } from './major-ladder.ts'
import type { NoticeMessage, Template } from './message.ts'
import type { MessageNotice } from './notice.ts'

/** NOT-3: what makes a notice repeat until somebody acknowledges it. */
export type Ladder = {
  /** The event of the ticket it tells of. Whoever acknowledges one notice of a matter answers for all of them. */
  readonly matter: string
  /** When that event was. */
  readonly since: Instant
  readonly stepMinutes: number
  /** How often all channels of the person are gone through. */
  readonly rounds: number
  /** Ids of all who are told of the matter, this person among them, as far as is known when it is planned. */
  readonly told: readonly string[]
  /** Who has not acknowledged in time, so that this person is told; null for those the event itself tells. */
  readonly insteadOf: string | null
  /** The first time all channels of the person are used at once; absent: one after the other. */
  readonly atOnce?: true
  /** Who had the ticket: once somebody else has it, handing it over is no longer this person's matter. */
  readonly group: string
  readonly assignee: string | null
}

/** Why nobody is told any more. */
export type StopReason = 'acknowledged' | 'ticket-over' | 'taken-on' | 'moved-on' | 'told-by-storm'

const MINUTE_MS = 60_000

/** Those that ask somebody to act; what merely informs is told once, whatever the priority. */
const ASKS_TO_ACT: ReadonlySet<Template> = new Set([
  'assigned',
  'transferred',
  'escalated',
  'target-warned',
  'rejected',
  'alarm-returned',
])

/** NOT-3: how often and how soon; null for what is told once. Escalations repeat at any priority, the rest at 1 and 2. */
export const repetitionOf = (
  { template }: NoticeMessage,
  priority: Priority,
  { repeat }: NoticePolicy,
): Pick<Ladder, 'stepMinutes' | 'rounds' | 'atOnce'> | null => {
  const { stepMinutes, rounds } = repeat[priority]
  const repeats = template === 'escalated' || isAskedInMajor(template) || (priority <= 2 && ASKS_TO_ACT.has(template))
  if (!repeats || rounds === 0) return null
  return { stepMinutes, rounds, ...(isToldAtOnce(template) && { atOnce: true }) }
}

type Stepping = Pick<MessageNotice, 'ladder' | 'round' | 'routesLeft' | 'within'>

/** What is told in the message of another repeats with that one (NOT-5). */
export const climbs = ({ ladder, within }: Pick<MessageNotice, 'ladder' | 'within'>): boolean =>
  ladder !== null && !within

/** MAJ-1: all channels of a person are used at once, and this is not the last of them. */
export const isHurried = ({
  ladder,
  round,
  routesLeft,
}: Pick<MessageNotice, 'ladder' | 'round' | 'routesLeft'>): boolean =>
  ladder?.atOnce === true && round === 1 && routesLeft.length > 0

/** When silence leads to the next step; null for what is told once. */
export const nextStepAt = (notice: Stepping, now: Instant): Instant | null => {
  const { ladder } = notice
  if (!ladder || !climbs(notice)) return null
  return isHurried(notice) ? now : plus(now, ladder.stepMinutes * MINUTE_MS)
}

const isHandedOver = (ladder: Ladder, { state, group, assignee }: Ticket): StopReason | null => {
  if (state !== 'recorded' && state !== 'assigned') return 'taken-on'
  return group === ladder.group && (assignee?.id ?? null) === ladder.assignee ? null : 'moved-on'
}

/** A line of support that an escalation has woken answers it by taking the ticket on; whoever is above has to say so. */
const isTakenOn = (ladder: Ladder, { state, acceptedAt }: Ticket): boolean =>
  (state === 'accepted' || state === 'waiting') && acceptedAt !== null && acceptedAt >= ladder.since

/** What has become of the ticket answers the notice too: solved, taken on, or with somebody else by now. */
export const overtakenBy = (ladder: Ladder, message: NoticeMessage, ticket: Ticket): StopReason | null => {
  const inMajor = overtakenInMajor(message, ticket)
  if (inMajor !== undefined) return inMajor
  if (!isOpenState(ticket.state)) return 'ticket-over'
  switch (message.template) {
    case 'assigned':
    case 'transferred':
      return isHandedOver(ladder, ticket)
    case 'escalated':
      return (message.level === 'L1' || message.level === 'L2') && isTakenOn(ladder, ticket) ? 'taken-on' : null
    case 'target-warned':
      if (message.step === 'assign' && ticket.assignedAt !== null) return 'taken-on'
      return message.step === 'respond' && ticket.respondedAt !== null ? 'taken-on' : null
    default:
      return null
  }
}

/** The first attempt at what an event tells somebody: they are told of it however late that is (NOT-4). */
export const isFirstAttempt = (notice: MessageNotice): boolean => {
  const { ladder, dueAt, plannedAt, waited, status, attemptsOnRoute, routes, routesLeft, timesPutOff } = notice
  if (ladder?.insteadOf !== null) return false
  if (!waited) return dueAt === plannedAt
  const isUntried = attemptsOnRoute === 0 && timesPutOff === 0 && routesLeft.length === routes.length - 1
  return status === 'gathered' || (status === 'planned' && isUntried && notice.round === 1)
}
