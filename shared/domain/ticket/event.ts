import type { Level } from '../escalation/level.ts'
import type { Instant } from '../instant.ts'
import type { MajorEvent } from '../major-incident/event.ts'
import type { ActorRef } from '../people/actor.ts'
import type { Impact, Priority, Urgency } from '../priority/grade.ts'
import type { Line } from '../setting/catalogue.ts'
import type { Step } from '../setting/policy.ts'
import type { AlarmChange } from './alarm-watch.ts'
import type { Imported } from './imported.ts'
import type { MergeEvent } from './merge.ts'
import type { Registration } from './registering.ts'
import type { ReturnedAs } from './screening.ts'
import type {
  Attachment,
  Contact,
  ContactRecord,
  EscalationTrigger,
  PersonRef,
  RatingReview,
  Requester,
  Resolution,
  Satisfaction,
  TicketKind,
  TicketState,
  Visibility,
} from './ticket.ts'
import type { ProposalCause } from './time-proposal.ts'

/** Ids of the people of the desk who are told of an event: decided with it, so that a second delivery tells nobody else (NOT-4). */
export type Told = { readonly told: readonly string[] }

export type Classification = {
  readonly kind: TicketKind
  readonly class: string
  readonly title: string
  readonly category: string
  readonly service: string | null
  readonly item: string | null
  readonly system: string | null
  readonly security: boolean
}

export type Grade = { readonly impact: Impact; readonly urgency: Urgency; readonly priority: Priority }

export type Recorded = Classification &
  Grade & {
    readonly number: string
    readonly description: string
    readonly html: string | null
    readonly channel: string
    readonly requester: Requester
    readonly contact: Contact | null
    readonly attachments: readonly Attachment[]
    readonly mail: MailOrigin | null
    readonly alarm: AlarmChange | null
    readonly relatedTo: string | null
    readonly group: string
    readonly policyVersion: number
    readonly calendar: { readonly id: string; readonly version: number }
    /** INT-5, INT-10: no acknowledgement goes to machines, strangers over the limit, or alarms. */
    readonly acknowledge: boolean
    /** API-3; absent for what this desk recorded itself. */
    readonly imported?: Imported
  }

/** The kept mail something came from: its record, and the Message-ID an answer to it refers to. */
export type MailOrigin = { readonly id: string; readonly messageId: string | null }

export type Assignment = { readonly group: string; readonly line: Line; readonly assignee: PersonRef | null }

export type TicketEvent =
  | ({ readonly type: 'recorded' } & Recorded)
  | {
      readonly type: 'classified'
      readonly to: Classification
      readonly calendar: { readonly id: string; readonly version: number }
    }
  | ({
      readonly type: 'regraded'
      readonly cause: 'desk' | 'request' | 'escalation' | 'service'
      readonly reason: string
    } & Grade)
  | MajorEvent
  | MergeEvent
  | ({ readonly type: 'assigned' } & Assignment & Told)
  | ({
      readonly type: 'transferred'
      readonly reason: string
      readonly category: string
      /** False for the matrix' own moves (ESC-6). */
      readonly counted: boolean
    } & Assignment &
      Told)
  | { readonly type: 'accepted'; readonly by: PersonRef }
  | { readonly type: 'contacted'; readonly contact: ContactRecord }
  | ({
      readonly type: 'commented'
      readonly text: string
      /** The whole text when quoted parts were folded away (INT-3). */
      readonly fullText: string | null
      readonly html: string | null
      readonly visibility: Visibility
      readonly from: 'requester' | 'staff' | 'other'
      readonly attachments: readonly Attachment[]
      readonly mail: MailOrigin | null
      /** INT-13: the duplicate they were said on, and by whom. */
      readonly of?: string
      readonly by?: ActorRef
      /** INT-13: said on a duplicate; the ticket that goes on gets them too. */
      readonly passedOnTo?: string
    } & Told)
  | {
      readonly type: 'diagnosed'
      readonly cause: string | null
      readonly workaround: string | null
      readonly solution: string | null
    }
  | {
      readonly type: 'waiting-started'
      readonly code: string
      readonly reason: string
      readonly stopsClock: boolean
      readonly until: Instant | null
    }
  | ({ readonly type: 'waiting-overstayed'; readonly code: string; readonly dueAt: Instant } & Told)
  | { readonly type: 'resumed'; readonly cause: 'requester-answer' | 'date' | 'person' }
  | ({
      readonly type: 'priority-change-requested'
      readonly id: string
      readonly impact: Impact
      readonly urgency: Urgency
      readonly reason: string
      readonly by: PersonRef
    } & Told)
  | ({
      readonly type: 'priority-change-decided'
      readonly id: string
      readonly granted: boolean
      readonly reason: string
    } & Told)
  | ({
      readonly type: 'target-warned'
      readonly step: Step
      readonly warnAt: Instant
      readonly dueAt: Instant
      /** SLA-5: the time the requester is asked to agree to, by the event that follows. */
      readonly proposed?: Instant
    } & Told)
  | { readonly type: 'target-missed'; readonly step: Step; readonly dueAt: Instant }
  | {
      readonly type: 'time-proposed'
      readonly round: number
      readonly restoreBy: Instant
      readonly dueAt: Instant | null
      readonly cause: ProposalCause
      /** Of the target, on top of it, when the desk proposes by itself. */
      readonly addedPercent: number | null
      readonly reason: string | null
      readonly by: PersonRef | null
    }
  | ({
      readonly type: 'time-answered'
      readonly round: number
      readonly restoreBy: Instant
      readonly agreed: boolean
      readonly text: string | null
    } & Told)
  | { readonly type: 'time-unanswered'; readonly round: number; readonly restoreBy: Instant }
  | ({
      readonly type: 'escalated'
      readonly trigger: EscalationTrigger
      readonly level: Level | null
      readonly reason: string | null
      /** The instant the matrix or the missed target set; null for acts of people. */
      readonly dueAt: Instant | null
    } & Told)
  | ({
      readonly type: 'resolved'
      readonly resolution: Resolution
      readonly category: string
      readonly bySystem: boolean
      /** MAJ-8: the major incident whose solution it follows. */
      readonly of?: string
    } & Told)
  | { readonly type: 'confirmation-reminded'; readonly dueAt: Instant }
  | { readonly type: 'confirmed'; readonly satisfaction: Satisfaction | null }
  | ({
      readonly type: 'rejected'
      readonly reason: string
      readonly backTo: TicketState
      /** MAJ-8: the major incident it follows back to work. */
      readonly of?: string
    } & Told)
  | { readonly type: 'closed'; readonly code: string; readonly satisfaction: Satisfaction; readonly bySystem: boolean }
  | { readonly type: 'cancelled'; readonly reason: string }
  | ({ readonly type: 'registered-afterwards'; readonly line: Line } & Registration & Told)
  | { readonly type: 'registration-confirmed' }
  | { readonly type: 'registration-refused'; readonly reason: string }
  | { readonly type: 'screened' }
  /** Tickets returned before there were reasons of several kinds were out of scope. */
  | { readonly type: 'returned'; readonly reason: string; readonly as?: ReturnedAs }
  | ({ readonly type: 'insisted'; readonly text: string | null } & Told)
  | ({ readonly type: 'decision-overdue'; readonly round: number; readonly dueAt: Instant } & Told)
  | ({ readonly type: 'service-decided'; readonly serve: boolean; readonly reason: string } & Told)
  | ({ readonly type: 'rating-review-opened' } & Told)
  | ({ readonly type: 'rating-reviewed' } & RatingReview)
  | { readonly type: 'problem-raised'; readonly problem: string; readonly leftToFindOut: string }
  | { readonly type: 'alarm-repeated'; readonly change: AlarmChange }
  | { readonly type: 'alarm-cleared'; readonly change: AlarmChange }
  | { readonly type: 'alarm-flapped'; readonly change: AlarmChange; readonly mutes: boolean }
  | ({
      readonly type: 'alarm-returned'
      readonly change: AlarmChange
      readonly backTo: TicketState
      readonly mutes: boolean
    } & Told)
  | { readonly type: 'alarm-deleted'; readonly eventId: string }
  | { readonly type: 'clocks-renewed'; readonly calendar: { readonly id: string; readonly version: number } }
