import type { Level } from '../escalation/level.ts'
import type { Instant } from '../instant.ts'
import type { Impact, Priority, Urgency } from '../priority/grade.ts'
import type { Step } from '../setting/policy.ts'
import type { ReturnedAs } from '../ticket/screening.ts'
import type { Resolution, Satisfaction, TicketState } from '../ticket/ticket.ts'
import type { ProposalCause } from '../ticket/time-proposal.ts'
import type { MajorToRequester, MajorToStaff } from './major-message.ts'

/** What each template says beyond the facts of the ticket. Names from the catalogue are in the recipient's language. */
type ToRequester = {
  acknowledged: object
  answered: { readonly by: string; readonly text: string }
  asked: { readonly question: string; readonly stopsClock: boolean }
  solved: {
    readonly outcome: Resolution['outcome']
    readonly solution: string
    /** CLO-3: when silence closes it; null where it never does (MAJ-7). */
    readonly closesAt: Instant | null
  }
  reminded: { readonly closesAt: Instant | null }
  closed: { readonly bySystem: boolean }
  'time-proposed': {
    readonly restoreBy: Instant
    readonly dueAt: Instant | null
    readonly cause: ProposalCause
    /** Of the target, on top of it; null for a person's own proposal. */
    readonly addedPercent: number | null
    /** Null: the desk proposes it by itself. */
    readonly by: string | null
    readonly reason: string | null
  }
  returned: {
    readonly reason: string
    /** INT-11: absent in notices planned before there was more than one. */
    readonly as?: ReturnedAs
  }
  'service-decided': { readonly serve: boolean; readonly reason: string }
  cancelled: { readonly reason: string }
  /** INT-13: the number of the ticket that goes on. */
  merged: { readonly into: string }
  unmerged: object
}

type ToStaff = {
  assigned: { readonly toYou: boolean }
  transferred: {
    readonly toYou: boolean
    /** Null: the escalation matrix moved it. */
    readonly by: string | null
    readonly reason: string
  }
  commented: { readonly by: string; readonly byRequester: boolean; readonly internal: boolean; readonly text: string }
  'waiting-overstayed': { readonly code: string; readonly dueAt: Instant }
  'target-warned': {
    readonly step: Step
    readonly dueAt: Instant
    /** SLA-5: what the requester has been asked to agree to. */
    readonly proposed?: Instant
  }
  'registration-to-confirm': { readonly by: string; readonly reason: string }
  insisted: { readonly text: string | null; readonly returnedBecause: string }
  'decision-overdue': { readonly since: Instant; readonly text: string | null }
  'to-be-served': { readonly by: string; readonly reason: string }
  'time-objected': { readonly restoreBy: Instant; readonly text: string | null }
  escalated: Escalated
  'priority-change-requested': {
    readonly by: string
    readonly impact: Impact
    readonly urgency: Urgency
    readonly reason: string
  }
  'priority-change-decided': { readonly by: string; readonly granted: boolean; readonly reason: string }
  'handed-over': {
    /** Null: it resolved by itself. */
    readonly by: string | null
    readonly solution: string
  }
  rejected: { readonly reason: string }
  'rating-review-opened': { readonly satisfaction: Satisfaction | null }
  'alarm-returned': { readonly alarm: string; readonly reason: string; readonly occurrences: number }
  /** NOT-3: the names of those who were told and have not acknowledged. */
  unanswered: { readonly told: readonly string[] }
}

type Escalated = {
  /** Null: every level knew already, only the incident manager is told. */
  readonly level: Level | null
  readonly because:
    | { readonly trigger: 'matrix' | 'reassignments' }
    | { readonly trigger: 'missed-target'; readonly step: Step; readonly dueAt: Instant }
    | { readonly trigger: 'manual'; readonly by: string; readonly reason: string }
  /** ESC-2: who is told next, and when, if nothing changes. */
  readonly next: { readonly level: Level; readonly at: Instant } | null
}

type Variables = ToRequester & ToStaff & MajorToRequester & MajorToStaff

export type RequesterTemplate = keyof ToRequester
export type StaffTemplate = keyof ToStaff
export type MajorTemplate = keyof (MajorToRequester & MajorToStaff)
export type Template = RequesterTemplate | StaffTemplate | MajorTemplate

export type MessageOf<T extends Template> = { [K in T]: { readonly template: K } & Readonly<Variables[K]> }[T]

export type NoticeMessage = MessageOf<Template>

/** The ticket as it was when the notice was planned; names from the catalogue are in the recipient's language. */
export type TicketFacts = {
  readonly number: string
  readonly title: string
  readonly state: TicketState
  readonly priority: Priority
  readonly requester: string
  readonly service: string | null
  readonly group: string
  readonly assignee: string | null
  /** The promises that are still open; null once kept, missing, or while waiting keeps them from being known. */
  readonly respondBy: Instant | null
  readonly restoreBy: Instant | null
  /** The zone the desk works in; instants are shown in it. */
  readonly timeZone: string
}
