import { createHash } from 'node:crypto'
import { DUE_SHARDS, type TimelineEntry } from '../application/ports.ts'
import type { RecordedEvent, RecordKey, RecordKind } from '../domain/record.ts'

/**
 * Every key of the table on one page; docs/single-table.md mirrors it.
 *
 * | item    | pk             | sk                                  |
 * |---------|----------------|-------------------------------------|
 * | record  | <kind>#<id>    | record                              |
 * | event   | <kind>#<id>    | event#<at>#<version>#<index>        |
 * | entry   | <kind>#<id>    | event#<at>#entry#<entry id>         |
 * | alias   | alias#<name>   | alias                               |
 * | counter | counter#<name> | counter                             |
 *
 * `record` sorts after `event#…`: read backwards, one query finds the record and then its newest history.
 */
export type ItemKey = { readonly pk: string; readonly sk: string }

export const HISTORY_PREFIX = 'event#'
export const RECORD_SORT = 'record'
export const COUNTER_SORT = 'counter'

export const partitionOf = (key: RecordKey): string => `${key.kind}#${key.id}`

/** The inverse of `partitionOf`; an id may hold `#` itself, a kind never does. */
export const recordKeyOf = (partition: string): RecordKey => {
  const split = partition.indexOf('#')
  return { kind: partition.slice(0, split) as RecordKind, id: partition.slice(split + 1) }
}

export const recordKey = (key: RecordKey): ItemKey => ({ pk: partitionOf(key), sk: RECORD_SORT })

export const eventKey = ({ record, at, version, index }: RecordedEvent): ItemKey => ({
  pk: partitionOf(record),
  sk: `${HISTORY_PREFIX}${at}#${padded(version)}#${padded(index)}`,
})

/** Digits sort before letters: at one instant the events come before what followed from them. */
export const entryKey = ({ record, at, id }: TimelineEntry): ItemKey => ({
  pk: partitionOf(record),
  sk: `${HISTORY_PREFIX}${at}#entry#${id}`,
})

export const aliasKey = (name: string): ItemKey => ({ pk: `alias#${bounded(name)}`, sk: 'alias' })

export const counterKey = (name: string): ItemKey => ({ pk: `counter#${bounded(name)}`, sk: COUNTER_SORT })

/** What an item's `<list>Key` holds for records listed under `key`. */
export const listKey = (key: string): string => bounded(key)

/** Entries share the `kind` index with records, in partitions of their own. */
export const entryListKey = (key: string): string => `entries#${bounded(key)}`

export const dueShard = (key: RecordKey): string => String(sha256(partitionOf(key)).readUInt32BE(0) % DUE_SHARDS)

const padded = (value: number): string => String(value).padStart(8, '0')

const LONGEST_NAME_BYTES = 1024

/** Names come from outside (a Message-ID may have any length), a key may not exceed 2,048 bytes. */
const bounded = (name: string): string =>
  Buffer.byteLength(name) <= LONGEST_NAME_BYTES ? name : `sha256:${sha256(name).toString('hex')}`

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
