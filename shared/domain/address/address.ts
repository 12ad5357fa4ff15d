import type { Instant } from '../instant.ts'
import type { ActorRef } from '../people/actor.ts'

/** NOT-6: what is known about an address that mail to it has come back from. Its record's id is the address. */
export type Address = {
  readonly address: string
  readonly suppressed: Suppression | null
  /** The last bounces that may pass (a full mailbox), newest last. */
  readonly passingBounces: readonly PassingBounce[]
  /** When the desk allowed mail to it again; whatever was reported of an earlier time is late. */
  readonly releasedAt: Instant | null
  readonly updatedAt: Instant
}

export type Suppression = {
  readonly reason: 'bounced' | 'complained'
  readonly since: Instant
  /** In the words of the receiving mail system. */
  readonly detail: string
}

type PassingBounce = { readonly feedbackId: string; readonly at: Instant; readonly detail: string }

type Feedback = {
  readonly address: string
  /** The provider's name for this report, the same on every delivery. */
  readonly feedbackId: string
  readonly detail: string
}

export type AddressCommand =
  | ({
      readonly type: 'note-feedback'
      readonly verdict: Suppression['reason'] | 'may-pass'
      readonly reportedAt: Instant
    } & Feedback)
  | { readonly type: 'release'; readonly reason: string }

export type AddressEvent =
  | ({ readonly type: 'bounce-noted' } & Feedback)
  | ({ readonly type: 'suppressed'; readonly reason: Suppression['reason'] } & Feedback)
  | { readonly type: 'released'; readonly address: string; readonly reason: string; readonly by: ActorRef }

/** One spelling for one mailbox: `<Jane@Example.com>` and `"Jane" <jane@example.com>` are `jane@example.com`. */
export const addressId = (written: string): string =>
  (/<([^<>]*)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase()

/** What can be mailed at all; whether it exists is for its mail server to say. */
export const isMailable = (address: string): boolean =>
  address.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/u.test(address)
