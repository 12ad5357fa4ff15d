import type { Instant } from '../instant.ts'
import type { Told } from '../ticket/event.ts'
import type { TicketState } from '../ticket/ticket.ts'
import type { Audience, MajorRole, Participant, Stage } from './procedure.ts'

/** What happens in the procedure of a major incident [MAJ-1…MAJ-8]. */
export type MajorEvent =
  /** `dueAt`: the missed target that raised it, which may have been noticed late; null for an act of people. */
  | ({ readonly type: 'major-candidate-raised'; readonly dueAt?: Instant | null } & Told)
  | ({ readonly type: 'major-judged'; readonly confirmed: boolean; readonly reason: string } & Told)
  | ({ readonly type: 'major-demoted'; readonly reason: string } & Told)
  /** Nobody has done what the step waits for; `round` counts how often that was told before. */
  | ({
      readonly type: 'major-step-overdue'
      readonly stage: Stage
      readonly round: number
      readonly dueAt: Instant
    } & Told)
  | ({
      readonly type: 'major-roles-set'
      readonly roles: Readonly<Partial<Record<MajorRole, Participant | null>>>
    } & Told)
  | ({
      readonly type: 'major-visit-arranged'
      readonly engineer: Participant
      readonly place: string
      readonly appointedFor: Instant
    } & Told)
  | { readonly type: 'major-arrival-noted'; readonly arrivedAt: Instant }
  | ({ readonly type: 'major-resource-requested'; readonly resource: string; readonly what: string } & Told)
  | { readonly type: 'major-resource-arranged'; readonly resource: string; readonly note: string }
  /** `reason` of a person, or `dueAt` when the first line's time had run out. */
  | ({
      readonly type: 'major-second-line-asked'
      readonly group: string | null
      readonly reason: string | null
      readonly dueAt: Instant | null
    } & Told)
  /** Without a name: the second line's time has run out, and somebody has to call the vendor. */
  | ({
      readonly type: 'major-vendor-asked'
      readonly vendor: string | null
      readonly reference: string | null
      readonly reason: string | null
      readonly dueAt: Instant | null
    } & Told)
  | ({
      readonly type: 'audience-updated'
      readonly audience: Audience
      readonly text: string
      /** MAJ-8: the major incident whose update is passed on to a child's requester. */
      readonly of: string | null
    } & Told)
  | ({
      readonly type: 'update-missed'
      readonly audience: Audience
      readonly round: number
      readonly dueAt: Instant
    } & Told)
  | ({
      readonly type: 'major-reviewed'
      readonly satisfied: boolean
      readonly reason: string | null
      /** Where the work goes on when the solution does not satisfy. */
      readonly backTo: TicketState | null
    } & Told)
  | ({ readonly type: 'major-report-written'; readonly version: number; readonly text: string } & Told)
  | ({ readonly type: 'major-report-approved'; readonly version: number } & Told)
  | { readonly type: 'major-report-sent'; readonly version: number }
  | { readonly type: 'child-attached'; readonly child: string }
  | { readonly type: 'child-detached'; readonly child: string }
  | { readonly type: 'attached-to-parent'; readonly parent: string }
  | { readonly type: 'detached-from-parent'; readonly parent: string }
