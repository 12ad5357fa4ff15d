import type { Instant } from '../domain/instant.ts'
import type { Language } from '../domain/language.ts'
import type { ExecutionId } from '../domain/major-incident/run.ts'
import type { Standing } from '../domain/major-incident/standing.ts'
import type { ChatText } from '../domain/notice/rendering/chat-message.ts'
import type { DomainEvent, RecordedEvent, RecordKey } from '../domain/record.ts'
import type { ChatChannel } from '../domain/setting/catalogue.ts'
import type { MetricName } from '../domain/watch/metrics.ts'

/** What the desk needs from outside. Every adapter may fail, repeat or be late; each says here what it promises. */

export type Stored<State> = {
  readonly version: number
  readonly state: State
  /** What its next event is chained to (AUD-2); absent while none of its events is sealed. */
  readonly seal?: string | undefined
}

/** The lists a record can stand in, one per access pattern of the table. */
export type ListName = 'queue' | 'open' | 'assignee' | 'requester' | 'department' | 'service' | 'item' | 'day' | 'kind'

export type ListPlace = { readonly key: string; readonly sort: string }

/**
 * A name that leads to a record. `replaces` makes the write safe: `nothing` claims a name for good (idempotency),
 * `anything` overwrites, a record id only moves the name away from that record.
 */
export type Alias = {
  readonly name: string
  readonly target: RecordKey
  readonly replaces: 'nothing' | 'anything' | { readonly id: string }
  readonly data?: string
  readonly expiresAt?: Instant
}

/** Something shown in a record's history that is no change of the record itself, e.g. what became of a notice. */
export type TimelineEntry = {
  readonly record: RecordKey
  readonly id: string
  readonly at: Instant
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
  readonly event: DomainEvent
  readonly place?: ListPlace
  /** Only for what is no part of the desk's history; for good when absent (AUD-1). */
  readonly keptUntil?: Instant
}

export type Commit<State = unknown> = {
  readonly key: RecordKey
  /** The version the decision was made on, 0 = the record must not exist yet; the commit writes the one after it. */
  readonly expectedVersion: number
  /** The seal of the record the decision was made on. */
  readonly follows?: string | undefined
  readonly state: State
  readonly events: readonly RecordedEvent[]
  readonly wakeAt: Instant | null
  readonly places: Readonly<Partial<Record<ListName, ListPlace>>>
  /** What lists show of it, so that a list needs no second request. */
  readonly summary: unknown
  /** What the month's report counts it by; the list `day` alone has it, beside the summary. */
  readonly row?: unknown
  readonly aliases: readonly Alias[]
  readonly entries: readonly TimelineEntry[]
  /** Record and events go some time after; for good when absent (AUD-1). */
  readonly keptUntil?: Instant | undefined
}

/** `moved`: somebody else changed the record in between. `taken`: a name is another record's already. */
export type CommitOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'taken'; readonly name: string; readonly by: FoundAlias }

export type FoundAlias = { readonly target: RecordKey; readonly data: string | null }

export type ListedRecord<Summary> = {
  readonly key: RecordKey
  readonly version: number
  readonly summary: Summary
}

/** A record's row; one that was last written before there were rows has none. */
export type ListedRow<Row> = { readonly key: RecordKey; readonly row: Row | null }

export type Page<Item> = { readonly items: readonly Item[]; readonly cursor: string | null }

export type PageRequest = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly order?: 'ascending' | 'descending' | undefined
  /** Inclusive bounds on the list's sort key. */
  readonly between?: readonly [from: string, to: string] | undefined
}

/** Only those this is true of, out of the next `LOOKED_THROUGH` of the list: a page may be shorter than its limit. */
export type Where<Summary> = { readonly where?: ((summary: Summary) => boolean) | undefined }

export const LOOKED_THROUGH = 1_000

export type HistoryLine = Pick<RecordedEvent, 'id' | 'at' | 'actor' | 'event'> & {
  readonly changes?: RecordedEvent['changes']
  /** Of the record as the line left it; absent on lines that are no change of it. */
  readonly version?: number
}

/** Each method is one request to the table. Reads of one record are consistent; lists may lag by a moment. */
export type Store = {
  load<State>(key: RecordKey): Promise<Stored<State> | null>
  /** What lists show of up to a hundred records, in their order; null for one that is not there. */
  summaries<Summary>(keys: readonly RecordKey[]): Promise<readonly (ListedRecord<Summary> | null)[]>
  /** The record and the newest page of its history (newest first) in one request; later pages carry history only. */
  loadWithHistory<State>(
    key: RecordKey,
    page: PageRequest,
  ): Promise<{ readonly record: Stored<State> | null; readonly history: Page<HistoryLine> }>
  /** All or nothing. @throws on anything but the outcomes named, after bounded retries of throttling and conflicts */
  commit(commit: Commit): Promise<CommitOutcome>
  /** Writes one history line; writing it again, with the same id and the same `at`, changes nothing. */
  append(entry: TimelineEntry): Promise<void>
  list<Summary>(name: ListName, key: string, page: PageRequest & Where<Summary>): Promise<Page<ListedRecord<Summary>>>
  /** The rows of the records in the list `day`, without anything else of them. */
  rows<Row>(date: string, page: PageRequest): Promise<Page<ListedRow<Row>>>
  /** Lines appended with a `place`. */
  listEntries(key: string, page: PageRequest): Promise<Page<HistoryLine>>
  alias(name: string): Promise<FoundAlias | null>
  /** Keys of one shard whose wake-up time is at or before `now`, earliest first. */
  due(
    shard: number,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly key: RecordKey; readonly wakeAt: Instant }[]>
  /** The next number of a series; gaps are possible, duplicates are not. */
  nextNumber(series: string): Promise<number>
  /** Adds one to a counter that is gone after `expiresAt`, and says what it is now. */
  count(name: string, expiresAt: Instant): Promise<number>
}

/** Number of shards of the due index. */
export const DUE_SHARDS = 8

export type Clock = { now(): Instant }

/** One one-shot schedule per record, for its next wake-up only. Scheduling the same moment twice is harmless. */
export type WakeUps = { schedule(key: RecordKey, at: Instant): Promise<void> }

/** Has a ticket's major-incident procedure followed up soon (MAJ-9); asking twice, or without need, is harmless. */
export type Procedures = { follow(number: string): Promise<void> }

/** What the state machine of the procedure does with an answer: where a lane of the procedure stands. */
export type Position = ExecutionId & Pick<Standing, 'at' | 'mark'> & { readonly steps: number }

/** The state machine behind the major-incident procedure (MAJ-9). */
export type Machine = {
  /** Starts an execution, once; `ended` says that it was started and is no longer running. */
  start(execution: ExecutionId): Promise<'running' | 'ended'>
  /** Lets whatever waits with this token go on; nobody waiting any more is all right. */
  answer(token: string, position: Position): Promise<void>
}

export type OutgoingMail = {
  /** The same id means the same mail: an adapter that can, sends it once. */
  readonly id: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  readonly replyTo: string | null
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly inReplyTo: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly attachments?: readonly {
    readonly filename: string
    readonly mimeType: string
    readonly content: Uint8Array
  }[]
}

/** `messageId` is the one the receiver will see. @throws DomainError `channel-refused` when trying again is useless */
export type Mailer = { send(mail: OutgoingMail): Promise<{ readonly messageId: string }> }

export type TextMessages = {
  send(message: {
    readonly id: string
    readonly to: string
    readonly text: string
  }): Promise<{ readonly messageId: string }>
}

/** NOT-1: an automatic call that says a text. @throws DomainError `channel-refused` when trying again is useless */
export type VoiceCalls = {
  call(call: {
    /** The same id means the same call: it is made once. */
    readonly id: string
    readonly to: string
    readonly text: string
    readonly language: Language
  }): Promise<{ readonly messageId: string }>
}

/** NOT-1: group chats. @throws DomainError `channel-refused` when trying again is useless */
export type Chat = {
  post(channel: ChatChannel, message: { readonly id: string } & ChatText): Promise<{ readonly messageId: string }>
}

/** Files by key; writing the same key again replaces it. */
export type Files = {
  put(key: string, content: Uint8Array, mimeType: string): Promise<void>
  get(key: string): Promise<Uint8Array | null>
  /** Where a browser may put one file of exactly this type and size under the key, by PUT with these headers. */
  uploadUrl(
    key: string,
    file: { readonly mimeType: string; readonly bytes: number; readonly expiresAt: Instant },
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>
  /** What all addresses of `uploadUrl` begin with: a page that sends files has to be allowed to connect to it. */
  uploadsAt(): Promise<string>
  /** Where the file can be downloaded for five minutes without sign-in; there where answers are limited in size. */
  temporaryUrl?(key: string, as: { readonly filename: string; readonly mimeType: string }): Promise<string>
  /** Has it removed, within days, because nobody will ask for it: for what the desk has sent to itself, and nothing else. */
  release(key: string): Promise<void>
}

/** Tags of an alarm, e.g. `firstline:service`; empty when it has none or they may not be read. */
export type AlarmTags = { tagsOf(alarmArn: string): Promise<Readonly<Record<string, string>>> }

/** Tells the rest of the account what happened (EventBridge). */
export type EventBus = { publish(events: readonly RecordedEvent[]): Promise<void> }

/** Figures about the desk itself, never about people; noting one must not fail. */
export type Metrics = { note(name: MetricName, value: number): void }

export type Log = {
  info(message: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  error(message: string, error: unknown, facts?: Readonly<Record<string, string | number | boolean | null>>): void
}

/** What the table's stream says: a line of history was written, or a record wants to be woken at another time. */
export type StreamChange =
  | { readonly kind: 'event'; readonly line: RecordedEvent }
  | { readonly kind: 'wake-up'; readonly key: RecordKey; readonly wakeAt: Instant }
  | { readonly kind: 'nothing' }
