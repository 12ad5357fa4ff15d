import type { Level } from '../escalation/level.ts'
import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { Procedure } from '../major-incident/procedure.ts'
import type { Impact, Priority, Urgency } from '../priority/grade.ts'
import type { Line } from '../setting/catalogue.ts'
import type { Step } from '../setting/policy.ts'
import type { AlarmWatch } from './alarm-watch.ts'
import type { Imported } from './imported.ts'
import type { Duplicate, Merge } from './merge.ts'
import type { AfterTheFact } from './registering.ts'
import type { Insistence, Screening } from './screening.ts'
import type { TimeProposal } from './time-proposal.ts'

/** LIF-1 */
export const STATES = [
  'recorded',
  'assigned',
  'accepted',
  'waiting',
  'resolved',
  'closed',
  'returned',
  'merged',
  'cancelled',
] as const
export type TicketState = (typeof STATES)[number]

export type TicketKind = 'incident' | 'service-request'

export type PersonRef = { readonly id: string; readonly name: string }

/** INT-9, INT-6: who declared it. `personId` is null for strangers and for senders whose mail did not prove who they are. */
export type Requester = {
  readonly personId: string | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly vip: boolean
  readonly department: string | null
  readonly language: Language
  readonly verified: boolean
}

/** INT-9: where the fault is and who can be met there. */
export type Contact = { readonly name: string | null; readonly phone: string | null; readonly place: string | null }

export type Attachment = {
  readonly id: string
  readonly filename: string
  readonly mimeType: string
  readonly bytes: number
  readonly sha256: string
  readonly visibility: Visibility
}

/** A ticket full of attachments would have no room left for its own history: what is due, its solution. */
export const MOST_ATTACHMENTS = 300

export type Visibility = 'public' | 'internal'

/** A stretch in which the clocks stood still; `to` null while it lasts (WAI-3). */
export type Pause = { readonly from: Instant; readonly to: Instant | null; readonly code: string }

export type Waiting = {
  readonly code: string
  readonly reason: string
  readonly since: Instant
  readonly until: Instant | null
  readonly stateBefore: TicketState
  readonly overstayed: boolean
}

export type PriorityChangeRequest = {
  readonly id: string
  readonly impact: Impact
  readonly urgency: Urgency
  readonly reason: string
  readonly requestedBy: PersonRef
  readonly requestedAt: Instant
}

/** LIF-11: restore first. */
export type Resolution = {
  readonly outcome: 'cure' | 'workaround' | 'degraded-service'
  readonly solution: string
  readonly cause: string | null
  readonly environmentChanged: boolean
  readonly leftToFindOut: string | null
}

export type EscalationTrigger = 'matrix' | 'missed-target' | 'manual' | 'reassignments'

/** ESC-8: the one record of escalations all triggers share. `level` null: every level knew already, only the IM was told. */
export type Escalation = {
  readonly at: Instant
  readonly trigger: EscalationTrigger
  readonly level: Level | null
  readonly reason: string | null
}

/** CLO-6: what the desk manager found out about a bad rating. */
export type RatingReview = {
  readonly finding: string
  readonly cause: string | null
  readonly measure: string | null
  /** What was said with the requester; null: they could not be spoken to. */
  readonly conversation: string | null
}

export type Satisfaction =
  | { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment: string | null }
  | { readonly notObtained: string }

/** LIF-10, SLA-2: an outbound contact with the requester. */
export type ContactRecord = {
  readonly at: Instant
  readonly by: PersonRef
  readonly medium: ContactMedium
  readonly reached: boolean
  readonly note: string
  readonly faultConfirmed: boolean
  /** PRI-7: whether the customer agrees with the grade of that moment; null when it was not spoken of. */
  readonly gradeAgreed: boolean | null
  readonly handlingTimeAgreedAt: Instant | null
}
export type ContactMedium = 'phone' | 'in-person' | 'chat' | 'other'

/** A priority-1 ticket is a candidate until the PM has judged it (MAJ-1, MAJ-2). */
export type MajorState = 'none' | 'candidate' | 'confirmed' | 'demoted'

export type Ticket = {
  readonly number: string
  readonly kind: TicketKind
  readonly class: string
  readonly title: string
  readonly description: string
  readonly html: string | null
  readonly channel: string
  readonly state: TicketState
  readonly requester: Requester
  readonly contact: Contact | null
  readonly recordedBy: string
  readonly category: string
  readonly service: string | null
  readonly item: string | null
  readonly system: string | null
  readonly impact: Impact
  readonly urgency: Urgency
  readonly priority: Priority
  /** PRI-7: what the customer last said of the grade it has; null: not asked, or graded anew since. */
  readonly gradeAgreed: boolean | null
  readonly major: MajorState
  /** MAJ-1…MAJ-9: from the candidate moment on. Tickets stored before there was one lack it. */
  readonly procedure?: Procedure | null
  /** INT-12; null or absent for a ticket recorded while it went on. */
  readonly afterTheFact?: AfterTheFact | null
  /** API-3; null or absent for a ticket of this desk. */
  readonly imported?: Imported | null
  /** INT-11. Tickets stored before there was any lack both. */
  readonly screening?: Screening | null
  readonly insistence?: Insistence | null
  readonly security: boolean
  readonly group: string
  readonly line: Line
  readonly assignee: PersonRef | null
  readonly attachments: readonly Attachment[]
  readonly mailId: string | null
  /** Message-ID of that mail; what the desk writes about the ticket stands below it in the requester's mailbox. */
  readonly messageId: string | null
  readonly relatedTo: string | null
  readonly parent: string | null
  /** MAJ-8: the incidents that hang under this one. Tickets stored before it was kept lack it. */
  readonly children?: readonly string[]
  /** MAJ-8: when the solution was given that this one follows; null or absent while it has its own. */
  readonly followed?: Instant | null
  /** INT-13: while it is merged into another one; the decisions that were undone; what was merged into this one. */
  readonly merge?: Merge | null
  readonly undoneMerges?: readonly string[]
  readonly duplicates?: readonly Duplicate[]
  readonly alarm: AlarmWatch | null
  /** ESC-9: what it is judged by, for good. */
  readonly policyVersion: number
  readonly calendar: { readonly id: string; readonly version: number }
  readonly recordedAt: Instant
  readonly updatedAt: Instant
  /** First assignment to a group, first acceptance, first response (SLA-2); null until it happens. */
  readonly assignedAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly respondedAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly confirmedAt: Instant | null
  readonly closedAt: Instant | null
  readonly pauses: readonly Pause[]
  readonly waiting: Waiting | null
  readonly reassignments: number
  readonly contacts: readonly ContactRecord[]
  /** Every grade it has had; a step that has ended is judged by the priority of that moment. */
  readonly grades: readonly { readonly at: Instant; readonly priority: Priority }[]
  readonly warned: readonly { readonly step: Step; readonly warnAt: Instant }[]
  readonly missed: readonly { readonly step: Step; readonly dueAt: Instant }[]
  /** SLA-5: oldest first; at most the newest is open. Tickets stored before there were any lack it. */
  readonly proposals?: readonly TimeProposal[]
  readonly announced: readonly Level[]
  readonly escalations: readonly Escalation[]
  readonly priorityChangeRequest: PriorityChangeRequest | null
  readonly cause: string | null
  readonly workaround: string | null
  readonly solution: string | null
  readonly resolution: Resolution | null
  readonly stateBeforeResolution: TicketState | null
  /** From when the requester's silence is counted (CLO-3): the resolution, or their last words after it. */
  readonly confirmationSince: Instant | null
  readonly confirmationReminded: boolean
  readonly closeCode: string | null
  readonly satisfaction: Satisfaction | null
  readonly ratingReview: 'none' | 'open' | 'done'
  /** What the review came to. */
  readonly ratingReviewed?: RatingReview
  readonly problem: string | null
}
