import type { Level } from '../escalation/level.ts'
import type { Impact, Priority, Urgency } from '../priority/grade.ts'
import type { NoticePolicy } from './notice-policy.ts'

export type Step = 'assign' | 'respond' | 'restore' | 'confirm'

/** Priorities run on the clock of their row: every minute of the week, or the open time of the service's calendar. */
export type TargetClock = 'around-the-clock' | 'working-time'

/** SLA-1: minutes of the row's clock per step; null = no promise for that step. */
export type TargetRow = { readonly clock: TargetClock } & Readonly<Record<`${Step}Minutes`, number | null>>

/** ESC-1: one cell of the matrix; a level is told once this much of the row's clock has run since recording. */
export type EscalationCell = {
  readonly after: { readonly minutes: number } | { readonly workingDays: number }
  readonly level: Level
  /** Also hand the ticket to this line of support when the cell falls due. */
  readonly assignToLine?: 1 | 2
}

export type Criticality = 'vital' | 'important' | 'normal'

/** Everything by which tickets are judged; a ticket keeps the version in force when it was recorded (ESC-9). */
export type Policy = {
  readonly priorityMatrix: Readonly<Record<Impact, Readonly<Record<Urgency, Priority>>>>
  /** PRI-5: what a service's criticality sets. */
  readonly criticality: Readonly<
    Record<Criticality, { readonly defaultImpact: Impact; readonly priorityFloor: Priority }>
  >
  /** PRI-3 */
  readonly defaultUrgency: { readonly normal: Urgency; readonly vip: Urgency }
  readonly targets: Readonly<Record<Priority, TargetRow>>
  /** SLA-5: share of a target at which people are warned. */
  readonly warnAtPercent: number
  /** SLA-5: policies written before there was one lack it. */
  readonly laterTime?: LaterTimePolicy
  readonly escalation: {
    readonly matrix: Readonly<Record<Priority, readonly EscalationCell[]>>
    /** ESC-6: this reassignment escalates. */
    readonly reassignmentLimit: number
    /** ESC-3: tell the head of the requester's department too. */
    readonly tellDepartmentHeads: boolean
  }
  readonly closing: {
    readonly remindAfterWorkingMinutes: number
    readonly closeAfterWorkingMinutes: number
    readonly systemCloseCode: string
    readonly systemNotObtainedCode: string
  }
  readonly alarm: AlarmPolicy
  readonly notices: NoticePolicy
  readonly intake: IntakePolicy
  /** Policies written before there was one lack it. */
  readonly major?: MajorPolicy
}

/** SLA-5: what the desk proposes by itself on top of a promise, as shares of the target. */
export type LaterTimePolicy = {
  /** Somebody works on it. */
  readonly inWorkPercent: number
  readonly notBegunPercent: number
}

export const DEFAULT_LATER_TIME: LaterTimePolicy = { inWorkPercent: 50, notBegunPercent: 100 }

/** MAJ-2…MAJ-7: minutes round the clock. A silence is told of when they are over, and again after twice the time. */
export type MajorPolicy = {
  /** For the judgement, from the candidate moment. */
  readonly silenceMinutes: number
  /** For a commander and somebody on the way. */
  readonly mobiliseMinutes: number
  /** From the candidate moment until the second line is asked. */
  readonly firstLineMinutes: number
  /** From then until the vendor is. */
  readonly secondLineMinutes: number
  readonly reviewMinutes: number
  readonly reportMinutes: number
  readonly callBackMinutes: number
  /** MAJ-4: how often each audience hears of it, and how long after a missed update it escalates. */
  readonly updates: Readonly<
    Record<'requesters' | 'management', { readonly everyMinutes: number; readonly graceMinutes: number }>
  >
}

/** INT-8 */
export type AlarmPolicy = {
  readonly resolveAfterOkMinutes: number
  readonly reopenWithinMinutes: number
  readonly muteAtFlapsPerHour: number
  readonly stormAboveIncidents: number
  readonly stormWithinMinutes: number
  /** Of the one incident a storm hangs under; absent: as of any alarm. */
  readonly stormImpact?: Impact
  readonly ignoredNamePrefixes: readonly string[]
  readonly category: string
  readonly service: string
  readonly impact: Impact
  readonly urgency: Urgency
  readonly systemCloseCode: string
}

/** INT-5: limits per sender address. */
export type IntakePolicy = {
  readonly ticketsPerSenderPerHour: number
  readonly acknowledgementsPerSenderPerHour: number
  readonly defaultCategory: string
  /** What tickets without a service are timed by. */
  readonly defaultCalendar: string
  readonly linkValidDays: number
  /** INT-12: until how long after its end a major incident may be written down; policies of before lack it. */
  readonly registerWithinHours?: number
}
