import type { Instant } from '../instant.ts'

/**
 * The steps of the major-incident procedure, in the order of the road [MAJ-1…MAJ-7]. `review` is where a solution waits for
 * the project manager; sent back from there the work goes on at the line it had come to. `demoted` and `closed` end it.
 */
export const STAGES = [
  'candidate',
  'mobilising',
  'first-line',
  'second-line',
  'vendor',
  'review',
  'report',
  'call-back',
  'closed',
  'demoted',
] as const
export type Stage = (typeof STAGES)[number]

/** Who leads it: the commander decides, communications keeps the audiences posted, the scribe keeps the record. */
export const MAJOR_ROLES = ['commander', 'communications', 'scribe', 'technical'] as const
export type MajorRole = (typeof MAJOR_ROLES)[number]

/** MAJ-4: whom status updates are for. */
export const AUDIENCES = ['requesters', 'management'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Somebody who takes part; `id` is null for people the desk does not know, such as a vendor's. */
export type Participant = { readonly id: string | null; readonly name: string }

/** MAJ-3: the first line is sent to where the fault is. */
export type Visit = {
  readonly engineer: Participant
  readonly place: string
  readonly appointedFor: Instant
  /** Null until somebody says that they are there. */
  readonly arrivedAt: Instant | null
}

export type Resource = {
  readonly id: string
  readonly what: string
  readonly requestedAt: Instant
  readonly arrangedAt: Instant | null
  readonly note: string | null
}

/** A line that was asked for help; `by` is null when its time had come by itself. */
export type SecondLine = { readonly at: Instant; readonly by: Participant | null; readonly group: string | null }
export type Vendor = {
  readonly at: Instant
  readonly by: Participant | null
  readonly name: string | null
  readonly reference: string | null
}

/** How often something overdue has been told of, and from when its time counts. */
export type Watch = { readonly since: Instant; readonly told: number }

export type Update = { readonly at: Instant; readonly by: string; readonly text: string }

export type Review = {
  readonly at: Instant
  readonly by: string
  readonly satisfied: boolean
  readonly reason: string | null
}

/** MAJ-6: the latest text of the analysis report; the earlier versions are in the ticket's history. */
export type Report = {
  readonly version: number
  readonly text: string
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly approved: { readonly at: Instant; readonly by: string } | null
  readonly sentAt: Instant | null
}

/** Where a ticket's major-incident procedure stands, and all that was decided in it. */
export type Procedure = {
  /** MAJ-1: when it became a candidate; the timers of the lines run from here. */
  readonly startedAt: Instant
  /** Every step it has come to, oldest first; the last one is where it stands. */
  readonly steps: readonly { readonly stage: Stage; readonly since: Instant }[]
  readonly judgement: {
    readonly at: Instant
    readonly by: string
    readonly confirmed: boolean
    readonly reason: string
  } | null
  readonly roles: Readonly<Partial<Record<MajorRole, Participant>>>
  readonly visit: Visit | null
  readonly resources: readonly Resource[]
  readonly secondLine: SecondLine | null
  readonly vendor: Vendor | null
  /** The latest update of each audience; none yet is null. */
  readonly updates: Readonly<Record<Audience, Update | null>>
  /** MAJ-4: from when the next update of each audience counts. */
  readonly rhythm: Readonly<Record<Audience, Watch>>
  /** How often the present step's silence has been told of. */
  readonly silencesTold: number
  /** Of the present solution; a solution sent back takes its review with it. */
  readonly review: Review | null
  readonly report: Report | null
}
