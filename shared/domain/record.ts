import type { Instant } from './instant.ts'
import type { Actor, ActorRef } from './people/actor.ts'

/** Everything the desk keeps is a record: a state, and the events that led to it. */
export type RecordKind =
  | 'ticket'
  | 'procedure'
  | 'notice'
  | 'mail'
  | 'alarm'
  | 'storm'
  | 'address'
  | 'person'
  | 'setting'
  | 'problem'
  | 'rota-watch'
  | 'report'
  | 'canary'
  | 'month-review'
  | 'measure'
  | 'channel-test'

export type RecordKey = { readonly kind: RecordKind; readonly id: string }

/** When and by whom an event happened; the rest is in the event. */
export type EventMeta = { readonly at: Instant; readonly actor: ActorRef }

export type DomainEvent = { readonly type: string }

/** One line of a record's history (AUD-1); `id` is unique in the whole desk and the same on every delivery. */
export type RecordedEvent<Event extends DomainEvent = DomainEvent> = EventMeta & {
  readonly id: string
  readonly record: RecordKey
  readonly version: number
  readonly index: number
  readonly event: Event
  readonly changes: Changes
  /** API-3: it happened on another desk, so nothing follows from it here. */
  readonly imported?: true
}

/** Field → what it was and what it became. */
export type Changes = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>

/** What every decision may ask for; the domain reads no clock and no random numbers of its own. */
export type Context = { readonly now: Instant; readonly actor: Actor; readonly newId: () => string }

/** Pure: commands become events or a refusal (DomainError), events become state. */
export type Decider<State, Command, Event extends DomainEvent, C extends Context> = {
  readonly decide: (state: State | null, command: Command, context: C) => readonly Event[]
  readonly evolve: (state: State | null, event: Event, meta: EventMeta) => State
  /** What has become due by `context.now`, in order; empty when a wake-up is early, stale or double. */
  readonly passTime: (state: State, context: C) => readonly Event[]
  /** When the record next wants to be woken, computed from its state. */
  readonly wakeAt: (state: State, context: C) => Instant | null
}
