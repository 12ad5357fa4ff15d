import { type Instant, msOf } from '../instant.ts'
import { cut, oneLine } from '../notice/rendering/safe-text.ts'
import type { Priority } from '../priority/grade.ts'
import type { Step } from '../setting/policy.ts'
import { type Judged, stepClock } from '../sla/clock.ts'
import { RETURNED_PAUSE } from '../ticket/evolve-screening.ts'
import { CONFIRMATION_PAUSE } from '../ticket/evolve-waiting.ts'
import { isImported } from '../ticket/imported.ts'
import { isUnconfirmed } from '../ticket/registering.ts'
import type { ReturnedAs } from '../ticket/screening.ts'
import type { EscalationTrigger, MajorState, Satisfaction, Ticket, TicketKind, TicketState } from '../ticket/ticket.ts'
import { agreedUntil, proposalOf } from '../ticket/time-proposal.ts'

/** What was promised of one step, and when it was done; null: nothing was promised. */
export type Promised = {
  readonly targetMinutes: number
  /** Null while waiting keeps it from being known. */
  readonly dueAt: Instant | null
  readonly endedAt: Instant | null
} | null

/**
 * REP-2: what the month's report counts a ticket by: everything a figure needs, and nothing that changes by itself as
 * time passes, so that it can be kept as it was when the ticket last changed.
 */
export type ReportRow = {
  readonly number: string
  readonly title: string
  readonly kind: TicketKind
  readonly class: string
  readonly state: TicketState
  readonly priority: Priority
  readonly category: string
  readonly service: string | null
  readonly item: string | null
  readonly group: string
  readonly assignee: string | null
  readonly channel: string
  readonly requester: string | null
  readonly department: string | null
  readonly security: boolean
  readonly recordedAt: Instant
  readonly respondedAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly closedAt: Instant | null
  readonly respond: Promised
  readonly restore: Promised
  /** How long the clocks have stood still for waiting (WAI-3), and since when they do so now. */
  readonly waitedMs: number
  readonly waitingSince: Instant | null
  readonly reassignments: number
  readonly escalations: Readonly<Partial<Record<EscalationTrigger, number>>>
  readonly major: MajorState
  /** INT-12: written down after the fact. */
  readonly postRegistered: boolean
  /** API-3: taken over from another desk; absent otherwise. */
  readonly imported?: true
  /** INT-12: and no second person has vouched for it yet; absent in rows written before that was kept. */
  readonly unconfirmed?: boolean
  /** SLA-5: whether the requester agreed to a later time; null: nobody has asked. */
  readonly overrunAgreed: boolean | null
  /** Until when they agreed to; absent in rows written before that was kept. */
  readonly agreedUntil?: Instant | null
  /** INT-11: what it was returned as, and what came of insisting; absent in rows written before that was kept. */
  readonly returnedAs?: ReturnedAs | null
  readonly insisted?: 'open' | 'served' | 'declined' | null
  readonly satisfaction: Satisfaction | null
  readonly ratingReview: Ticket['ratingReview']
  /** CLO-6: what the review found, in short. */
  readonly ratingReviewed?: { readonly finding: string; readonly measure: string | null }
  readonly problem: string | null
}

const promised = (ticket: Ticket, step: Step, judged: Judged): Promised => {
  const clock = stepClock(ticket, step, judged, ticket.updatedAt)
  return clock && { targetMinutes: clock.targetMinutes, dueAt: clock.dueAt, endedAt: clock.endedAt }
}

/**
 * The time between a resolution and its rejection stops the clocks as well, and so does that in which a ticket lay returned, but
 * nobody waited for anything (WAI-1).
 */
const waits = ({ pauses }: Ticket) =>
  pauses.filter(({ code }) => code !== CONFIRMATION_PAUSE && code !== RETURNED_PAUSE)

const escalationsOf = ({ escalations }: Ticket): ReportRow['escalations'] => {
  const byTrigger = Map.groupBy(escalations, ({ trigger }) => trigger)
  return Object.fromEntries([...byTrigger].map(([trigger, all]) => [trigger, all.length]))
}

const screeningOf = ({ screening, insistence }: Ticket): Pick<ReportRow, 'returnedAs' | 'insisted'> => {
  const decision = insistence?.decision
  return {
    returnedAs: screening && screening.outcome !== 'accepted' ? screening.outcome : null,
    insisted: insistence ? (decision ? (decision.serve ? 'served' : 'declined') : 'open') : null,
  }
}

const agreementOf = (ticket: Ticket): Pick<ReportRow, 'overrunAgreed' | 'agreedUntil'> => {
  const until = agreedUntil(ticket)
  const wasAsked = until !== null || proposalOf(ticket) !== null
  return { overrunAgreed: wasAsked ? until !== null : null, agreedUntil: until }
}

/** Enough for a line of the report; the ticket has it whole. */
const LONGEST_REVIEW = 300

const reviewedOf = ({ ratingReviewed }: Ticket): Pick<ReportRow, 'ratingReviewed'> => {
  if (!ratingReviewed) return {}
  const { finding, measure } = ratingReviewed
  return {
    ratingReviewed: {
      finding: cut(oneLine(finding), LONGEST_REVIEW),
      measure: measure === null ? null : cut(oneLine(measure), LONGEST_REVIEW),
    },
  }
}

/** The ticket's row, by the versions of policy and calendar it is judged by (ESC-9). */
export const rowOf = (ticket: Ticket, judged: Judged): ReportRow => ({
  number: ticket.number,
  title: ticket.title,
  kind: ticket.kind,
  class: ticket.class,
  state: ticket.state,
  priority: ticket.priority,
  category: ticket.category,
  service: ticket.service,
  item: ticket.item,
  group: ticket.group,
  assignee: ticket.assignee?.id ?? null,
  channel: ticket.channel,
  requester: ticket.requester.personId,
  department: ticket.requester.department,
  security: ticket.security,
  recordedAt: ticket.recordedAt,
  respondedAt: ticket.respondedAt,
  resolvedAt: ticket.resolvedAt,
  closedAt: ticket.closedAt,
  respond: promised(ticket, 'respond', judged),
  restore: promised(ticket, 'restore', judged),
  waitedMs: waits(ticket).reduce((ms, { from, to }) => ms + (to === null ? 0 : msOf(to) - msOf(from)), 0),
  waitingSince: waits(ticket).find(({ to }) => to === null)?.from ?? null,
  reassignments: ticket.reassignments,
  escalations: escalationsOf(ticket),
  major: ticket.major,
  postRegistered: Boolean(ticket.afterTheFact),
  ...(isImported(ticket) && { imported: true }),
  unconfirmed: isUnconfirmed(ticket),
  ...agreementOf(ticket),
  ...screeningOf(ticket),
  satisfaction: ticket.satisfaction,
  ratingReview: ticket.ratingReview,
  ...reviewedOf(ticket),
  problem: ticket.problem,
})
