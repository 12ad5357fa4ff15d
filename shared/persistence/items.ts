import type {
  Alias,
  Commit,
  FoundAlias,
  HistoryLine,
  ListedRecord,
  ListedRow,
  Stored,
  TimelineEntry,
} from '../application/ports.ts'
import { type Instant, msOf } from '../domain/instant.ts'
import type { RecordedEvent } from '../domain/record.ts'
import {
  aliasKey,
  dueShard,
  entryKey,
  entryListKey,
  eventKey,
  listKey,
  partitionOf,
  recordKey,
  recordKeyOf,
} from './keys.ts'

/**
 * What is inside the items. Documents (state, summary, report's row, history line) are JSON text: they come back exactly as they were
 * written, key order included, and cost a fraction of marshalling nested maps; what is queried has its own attribute.
 */
export type Item = Readonly<Record<string, string | number>>

export const recordItem = (commit: Commit, seal: string | undefined): Item => ({
  ...recordKey(commit.key),
  item: 'record',
  version: commit.expectedVersion + 1,
  ...(seal && { seal }),
  state: JSON.stringify(commit.state),
  summary: JSON.stringify(commit.summary),
  ...(commit.row !== undefined && { row: JSON.stringify(commit.row) }),
  ...(commit.wakeAt && { dueShard: dueShard(commit.key), wakeAt: commit.wakeAt }),
  ...placeAttributes(commit.places),
  ...removal(commit),
})

const placeAttributes = (places: Commit['places']): Item =>
  Object.fromEntries(
    Object.entries(places).flatMap(([list, place]) => [
      [`${list}Key`, listKey(place.key)],
      [`${list}Sort`, place.sort],
    ]),
  )

export const eventItem = (event: RecordedEvent, commit: Pick<Commit, 'keptUntil'> = {}) => ({
  ...eventKey(event),
  item: 'event',
  line: JSON.stringify(event),
  ...removal(commit),
})

export const entryItem = (entry: TimelineEntry): Item => ({
  ...entryKey(entry),
  item: 'entry',
  line: JSON.stringify({ id: entry.id, at: entry.at, actor: entry.actor, event: entry.event }),
  ...(entry.place && { kindKey: entryListKey(entry.place.key), kindSort: entry.place.sort }),
  ...removal(entry),
})

export const aliasItem = (alias: Alias): Item => ({
  ...aliasKey(alias.name),
  item: 'alias',
  target: partitionOf(alias.target),
  targetId: alias.target.id,
  ...(alias.data !== undefined && { data: alias.data }),
  ...(alias.expiresAt && expiry(alias.expiresAt)),
})

/** `expiresAt` decides; `ttl` (epoch seconds) only has the item removed some time later. */
export const expiry = (expiresAt: Instant): { readonly expiresAt: Instant; readonly ttl: number } => ({
  expiresAt,
  ttl: Math.ceil(msOf(expiresAt) / 1000),
})

const removal = ({ keptUntil }: Pick<Commit, 'keptUntil'>): Item => (keptUntil ? { ttl: expiry(keptUntil).ttl } : {})

/** An item as it comes back. */
export type Read = Readonly<Record<string, unknown>>

export const storedRecord = <State>({ version, state, seal }: Read): Stored<State> => ({
  version: Number(version),
  state: JSON.parse(String(state)),
  ...(typeof seal === 'string' && { seal }),
})

export const listedRecord = <Summary>({ pk, version, summary }: Read): ListedRecord<Summary> => ({
  key: recordKeyOf(String(pk)),
  version: Number(version),
  summary: JSON.parse(String(summary)),
})

export const listedRow = <Row>({ pk, row }: Read): ListedRow<Row> => ({
  key: recordKeyOf(String(pk)),
  row: row === undefined ? null : JSON.parse(String(row)),
})

export const historyLine = ({ line }: Read): HistoryLine => {
  const { id, at, actor, event, changes, version }: RecordedEvent = JSON.parse(String(line))
  return { id, at, actor, event, ...(changes && { changes, version }) }
}

/** Null for an alias that has expired by `now`. */
export const foundAlias = ({ target, data, expiresAt }: Read, now: Instant): FoundAlias | null =>
  typeof expiresAt === 'string' && expiresAt <= now
    ? null
    : { target: recordKeyOf(String(target)), data: typeof data === 'string' ? data : null }
