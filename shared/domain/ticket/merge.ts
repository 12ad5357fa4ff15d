import type { Instant } from '../instant.ts'
import type { ActorRef } from '../people/actor.ts'
import type { Attachment, PersonRef, Ticket, TicketState } from './ticket.ts'

/** CLO-4, CLO-6: the system's codes for a duplicate, both as close code and as the reason why there is no rating. */
export const MERGED_CODE = 'merged'

/** INT-13: what a duplicate keeps of its merge. `id` is that of the decision, so that a late delivery cannot repeat an undone one. */
export type Merge = {
  readonly id: string
  readonly into: string
  readonly by: PersonRef
  readonly at: Instant
  readonly stateBefore: TicketState
}

/** A ticket that was merged into this one, and by which decision. */
export type Duplicate = { readonly number: string; readonly merge: string }

export const duplicatesOf = (ticket: Pick<Ticket, 'duplicates'>): readonly Duplicate[] => ticket.duplicates ?? []

/** Words from a duplicate, passed on to the ticket it was merged into. */
export type PassedOnWords = {
  readonly of: string
  readonly by: ActorRef
  readonly text: string
  readonly fullText: string | null
  readonly html: string | null
  readonly attachments: readonly Attachment[]
  /** Both tickets are of the same person; otherwise one requester must not read the other's words (ROL-3). */
  readonly ofItsRequester: boolean
}

export type MergeCommand =
  /** On the ticket that goes on: these are its duplicates. */
  | { readonly type: 'merge'; readonly duplicates: readonly string[] }
  /** On a duplicate: back to where it stood. */
  | { readonly type: 'unmerge' }
  /** What follows from these two; the desk's own, never over HTTP. */
  | { readonly type: 'merge-into'; readonly id: string; readonly into: string; readonly by: PersonRef }
  | ({ readonly type: 'release-duplicate' } & { readonly duplicate: Duplicate })
  | ({ readonly type: 'pass-on-words' } & PassedOnWords)

export type MergeEvent =
  | { readonly type: 'duplicates-merged'; readonly merge: string; readonly duplicates: readonly string[] }
  | {
      readonly type: 'merged'
      readonly merge: string
      readonly into: string
      readonly code: string
      readonly by: PersonRef
    }
  | { readonly type: 'unmerged'; readonly merge: string; readonly from: string; readonly backTo: TicketState }
  | { readonly type: 'duplicate-released'; readonly merge: string; readonly duplicate: string }
