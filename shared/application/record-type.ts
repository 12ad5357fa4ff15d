import type { Instant } from '../domain/instant.ts'
import type { Context, Decider, DomainEvent, RecordedEvent, RecordKey, RecordKind } from '../domain/record.ts'
import type { Deps } from './deps.ts'
import type { Alias, Commit, Stored, TimelineEntry } from './ports.ts'

/** How one kind of record is decided, and where it stands in the table's lists. */
export type RecordType<State, Command, Event extends DomainEvent, C extends Context> = {
  readonly kind: RecordKind
  readonly decider: Decider<State, Command, Event, C>
  /** Everything the decision may ask for, read before it. */
  readonly context: (base: Context, state: State | null, deps: Deps) => Promise<C>
  /** The instant of the last event, so that history never runs backwards between machines. */
  readonly updatedAt: (state: State) => string
  readonly shelve: (state: State, context: C) => Pick<Commit, 'places' | 'summary' | 'row'>
  /** Only for what is no part of the desk's history: when it may go. */
  readonly keptUntil?: (state: State) => Instant
  /** Names that lead to what each version said, written with it. */
  readonly aliases?: (state: State, version: number) => readonly Alias[]
  /** What another record's history shows of these events, written with them. */
  readonly entries?: (state: State, events: readonly RecordedEvent<Event>[]) => readonly TimelineEntry[]
}

export type Execution = {
  /** If-Match: the version the caller saw. */
  readonly expectedVersion?: number | undefined
  /** The caller's own key for this act, and a hash of what was asked: the same again gives the same answer. */
  readonly idempotency?: { readonly key: string; readonly hash: string } | undefined
  /** Names written with the act; a name that must be free and is not throws NameTaken. */
  readonly aliases?: readonly Alias[] | undefined
  readonly entries?: readonly TimelineEntry[] | undefined
  /** The record is most likely new: saves the read, and costs one more attempt when it is not. */
  readonly isNew?: boolean | undefined
  /** The record as the caller has just read it: saves the read, and costs one more attempt when it has moved on. */
  readonly known?: Stored<unknown> | undefined
  /** A wake-up: writes the record even when nothing was due, so that the due index forgets a stale time. */
  readonly refreshWakeUp?: boolean | undefined
}

/** A name this act wanted leads to another record already; the caller decides what that means. */
export class NameTaken extends Error {
  readonly aliasName: string
  readonly by: RecordKey

  constructor(aliasName: string, by: RecordKey) {
    super(`taken: ${aliasName}`)
    this.name = 'NameTaken'
    this.aliasName = aliasName
    this.by = by
  }
}
