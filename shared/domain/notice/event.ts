import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { ActorRef } from '../people/actor.ts'
import type { PersonRef } from '../ticket/ticket.ts'
import type { Ladder, StopReason } from './ladder.ts'
import type { TicketFacts } from './message.ts'
import type { AcknowledgedBy, CallOutcome, Channel, Gathering, Matter, Notice, PlannedNotice, Route } from './notice.ts'

type FailureReason =
  /** Trying again may help: throttled, unreachable. */
  | 'passing'
  /** The channel said no for good. */
  | 'refused'
  /** The process ended between sending and saying so; whether it was sent is not known. */
  | 'outcome-unknown'

/** How often and how soon a message repeats that tells of several matters: as the most urgent of them asks. */
type Repetition = Pick<Ladder, 'stepMinutes' | 'rounds'>

export type NoticeCommand =
  | { readonly type: 'plan'; readonly notice: PlannedNotice; readonly gathering?: Gathering | null }
  /** NOT-5: tell of this too, and no later than `until`. */
  | {
      readonly type: 'gather'
      readonly matter: Matter
      readonly repetition: Repetition | null
      readonly until: Instant
    }
  /** NOT-5: the notice that was to tell it has left already. */
  | { readonly type: 'regather'; readonly gathering: Gathering | null }
  /** NOT-5: say this too with the reminders from now on. */
  | { readonly type: 'take-over'; readonly matter: Matter; readonly repetition: Repetition | null }
  /** NOT-5: a later notice to the same person reminds of this one too. */
  | { readonly type: 'hand-over'; readonly to: string }
  /** NOT-5: these need not be told any more. */
  | { readonly type: 'leave-out'; readonly ids: readonly string[] }
  /** NOT-5: what has become of the notice that tells this one; `next` as in `climb`. */
  | { readonly type: 'follow'; readonly teller: Notice; readonly next: PersonRef | null }
  /** NOT-2: the recipient reads another language by now. */
  | { readonly type: 'translate'; readonly language: Language; readonly ticket: TicketFacts }
  /** Take the next attempt for oneself before anything is sent. */
  | { readonly type: 'claim'; readonly claim: string }
  | { readonly type: 'skip-route'; readonly channel: Channel; readonly why: string }
  | { readonly type: 'note-sent'; readonly claim: string; readonly messageId: string }
  | {
      readonly type: 'note-failure'
      readonly claim: string
      readonly reason: Exclude<FailureReason, 'outcome-unknown'>
      readonly detail: string
    }
  /** NOT-5: the channel has had all it takes for now; that is no failure. */
  | { readonly type: 'put-off'; readonly claim: string; readonly until: Instant }
  | { readonly type: 'note-delivery' }
  | { readonly type: 'note-bounce'; readonly permanent: boolean; readonly detail: string }
  | { readonly type: 'note-complaint'; readonly detail: string }
  | { readonly type: 'acknowledge'; readonly via: AcknowledgedBy['via'] }
  /** Nobody has acknowledged in time; `next` is who would be told after the person's last channel. */
  | { readonly type: 'climb'; readonly next: PersonRef | null }
  | { readonly type: 'stop'; readonly why: StopReason }
  | { readonly type: 'tick-off'; readonly outcome: CallOutcome; readonly note: string }

export type NoticeEvent =
  | { readonly type: 'planned'; readonly notice: PlannedNotice; readonly gathering?: Gathering }
  | {
      readonly type: 'gathered'
      readonly matter: Matter
      readonly repetition: Repetition | null
      readonly until: Instant
    }
  | { readonly type: 'regathered'; readonly gathering: Gathering | null }
  | { readonly type: 'handed-over'; readonly to: string }
  | { readonly type: 'left-out'; readonly ids: readonly string[] }
  | { readonly type: 'translated'; readonly language: Language; readonly ticket: TicketFacts }
  | { readonly type: 'attempt-started'; readonly claim: string; readonly route: Route; readonly until: Instant }
  | {
      readonly type: 'attempt-failed'
      readonly route: Route
      readonly reason: FailureReason
      readonly detail: string
      /** Null: this channel is not tried again. */
      readonly retryAt: Instant | null
    }
  | { readonly type: 'put-off'; readonly route: Route; readonly until: Instant }
  | { readonly type: 'route-skipped'; readonly route: Route; readonly why: string }
  | { readonly type: 'sent'; readonly route: Route; readonly messageId: string }
  | { readonly type: 'delivered'; readonly route: Route }
  | { readonly type: 'bounced'; readonly route: Route; readonly permanent: boolean; readonly detail: string }
  | { readonly type: 'complained'; readonly route: Route; readonly detail: string }
  | { readonly type: 'fell-over'; readonly to: Route }
  | { readonly type: 'given-up' }
  | ({ readonly type: 'acknowledged' } & AcknowledgedBy)
  | { readonly type: 'repeated'; readonly to: Route; readonly round: number }
  /** Null: there is nobody left to tell. */
  | {
      readonly type: 'passed-on'
      readonly to: PersonRef | null
      /** When somebody who could not be reached is tried again; null for whoever was told. */
      readonly retryAt: Instant | null
    }
  | { readonly type: 'unanswered' }
  | { readonly type: 'stopped'; readonly why: StopReason }
  | { readonly type: 'ticked-off'; readonly outcome: CallOutcome; readonly note: string; readonly by: ActorRef }
