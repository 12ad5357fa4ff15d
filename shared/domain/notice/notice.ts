import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { ActorRef } from '../people/actor.ts'
import type { Ladder } from './ladder.ts'
import type { NoticeMessage, TicketFacts } from './message.ts'

/** A way to somebody that works without a person in between. */
export type Channel = 'email' | 'sms' | 'voice' | 'chat'

/** The address of a chat is the id of its channel. */
export type Route = { readonly channel: Channel; readonly address: string }

/** In which part somebody is told: the requester gets a link without login, everybody else the portal. */
export type Recipient = {
  readonly part: 'requester' | 'staff'
  /** Null for a requester the desk knows by address only. */
  readonly personId: string | null
  readonly name: string
  readonly language: Language
}

/** One thing told to one person [NOT-4]; everything it says is kept, so that it says the same whenever it is sent. */
type Planned = {
  /** Follows from the event, the person and the medium: a second delivery of the event finds the notice there. */
  readonly id: string
  readonly recipient: Recipient
  readonly message: NoticeMessage
  readonly ticket: TicketFacts
}

/** Told by the desk itself, by the first of its routes that works. */
export type PlannedMessage = Planned & {
  readonly medium: 'message'
  /** In the order in which they are tried. */
  readonly routes: readonly [Route, ...Route[]]
  /** Message-ID of the mail that opened the ticket, so that the answer stands below it. */
  readonly inReplyTo: string | null
  /** NOT-3: null for what is told once. */
  readonly ladder: Ladder | null
}

/** NOT-5: one of several matters that one message, or one call, tells of; `id` is that of its notice. */
export type Matter = Pick<Planned, 'id' | 'message' | 'ticket'> & {
  /** The event of the ticket; null for what nobody is asked to acknowledge. */
  readonly event: string | null
}

/** NOT-5: in a burst a notice waits for others until a moment, or is told in the message of another, named by its id. */
export type Gathering = { readonly until: Instant } | { readonly within: string }

/** NOT-5: what a notice has to do with others that are told at once with it. */
type Gathered = {
  /** What it tells besides its own matter, in the order it came. */
  readonly also?: readonly Matter[]
  /** Ids of those of its matters, its own among them, of which nobody needs to be told any more. */
  readonly leftOut?: readonly string[]
  /** The notice that tells this one; absent or null for one that is told by itself. */
  readonly within?: string | null
}

/** NOT-1: told by a desk member on the phone, who ticks it off. */
export type PlannedCall = Planned & {
  readonly medium: 'call'
  readonly phone: string | null
  /** The event it tells of: whoever is reached has answered for it [NOT-3]. */
  readonly matter: string
}

export type PlannedNotice = PlannedMessage | PlannedCall

export const MESSAGE_STATUSES = [
  'planned',
  'gathered',
  'sending',
  'sent',
  'delivered',
  'undeliverable',
  'acknowledged',
  'unanswered',
  'stopped',
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

/** By whom, and on which way: the link of a message, the portal or API, or a call that reached them. */
export type AcknowledgedBy = { readonly by: ActorRef; readonly via: Channel | 'portal' | 'call' }

export type MessageNotice = PlannedMessage &
  Gathered & {
    readonly plannedAt: Instant
    readonly updatedAt: Instant
    readonly status: MessageStatus
    readonly route: Route
    readonly attemptsOnRoute: number
    readonly routesLeft: readonly Route[]
    /** How often this channel was too busy to take it [NOT-5]. */
    readonly timesPutOff: number
    /** Who is sending it now; the outcome of any other attempt no longer counts. */
    readonly claim: string | null
    /** When the next attempt or step is due, or when an attempt that has not said what became of it is given up. */
    readonly dueAt: Instant | null
    readonly complained: boolean
    /** What was said of the last attempt that failed [NOT-4]; absent: none has. */
    readonly lastFailure?: { readonly route: Route; readonly detail: string }
    /** How many messages of this notice have left. */
    readonly timesTold?: number
    /** Whether it waited for others before it was first told [NOT-5]. */
    readonly waited?: boolean
    /** Which time the person's channels are gone through, from 1 [NOT-3]. */
    readonly round: number
    /** Whether the next person has been told. */
    readonly passedOn: boolean
    readonly acknowledged: (AcknowledgedBy & { readonly at: Instant }) | null
  }

export const CALL_OUTCOMES = ['reached', 'left-message', 'not-reached', 'told-in-person'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

export type CallTask = PlannedCall &
  Gathered & {
    readonly plannedAt: Instant
    readonly updatedAt: Instant
    readonly done: {
      readonly at: Instant
      readonly by: ActorRef
      readonly outcome: CallOutcome
      readonly note: string
    } | null
  }

export type Notice = MessageNotice | CallTask
