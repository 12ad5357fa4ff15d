import type { Instant } from '../instant.ts'
import type { Resolution } from '../ticket/ticket.ts'
import type { Audience, MajorRole } from './procedure.ts'

/** Somebody of the desk by id, or anybody by name. */
export type GivenParticipant = { readonly id: string } | { readonly name: string }

/** What people decide in the procedure of a major incident [MAJ-2…MAJ-8]. */
export type MajorAct =
  | { readonly type: 'judge-major'; readonly confirmed: boolean; readonly reason: string }
  | { readonly type: 'demote-major'; readonly reason: string }
  | {
      readonly type: 'set-major-roles'
      /** Null takes a role away; a role that is not named stays as it is. */
      readonly roles: Readonly<Partial<Record<MajorRole, GivenParticipant | null | undefined>>>
    }
  | {
      readonly type: 'send-on-site'
      readonly engineer: GivenParticipant
      readonly place: string
      readonly appointedFor: Instant
    }
  | { readonly type: 'note-arrival'; readonly arrivedAt?: Instant | undefined }
  | { readonly type: 'request-resource'; readonly what: string }
  | { readonly type: 'arrange-resource'; readonly resource: string; readonly note: string }
  | { readonly type: 'ask-second-line'; readonly reason: string }
  | {
      readonly type: 'involve-vendor'
      readonly vendor: string
      readonly reference?: string | undefined
      readonly reason: string
    }
  | { readonly type: 'update-audience'; readonly audience: Audience; readonly text: string }
  | { readonly type: 'review-solution'; readonly satisfied: boolean; readonly reason?: string | undefined }
  | { readonly type: 'write-report'; readonly text: string }
  | { readonly type: 'approve-report'; readonly version: number }
  | { readonly type: 'send-report'; readonly version: number }
  | { readonly type: 'attach-child'; readonly child: string }
  | { readonly type: 'detach-child'; readonly child: string }

/** MAJ-8: what follows for a child from its major incident; the desk's own, never over HTTP. */
export type ChildCommand =
  | { readonly type: 'attach-to-parent'; readonly parent: string }
  | { readonly type: 'detach-from-parent'; readonly parent: string }
  | { readonly type: 'note-child'; readonly child: string }
  | {
      readonly type: 'follow-parent'
      readonly parent: string
      /** The parent's solution while it is solved; null while it is worked on. */
      readonly solved: { readonly at: Instant; readonly resolution: Resolution } | null
    }
  | { readonly type: 'pass-on-update'; readonly parent: string; readonly text: string }

export type MajorCommand = MajorAct | ChildCommand
