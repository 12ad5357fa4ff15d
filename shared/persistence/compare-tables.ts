import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import { type Instant, plus } from '../domain/instant.ts'
import { HISTORY_PREFIX, RECORD_SORT } from './keys.ts'
import type { TableAccess } from './table-access.ts'

type Reading = Pick<TableAccess, 'client' | 'tableName'>

/**
 * How a record of a restored table differs from what it was restored from. `lost`: it, or the end of its history, is missing
 * although it is older than the moment restored to. `differs`: its newest line is not in the other's history. `unknown`: the other
 * has no such record.
 */
export type TableDifference = { readonly record: string; readonly difference: 'lost' | 'differs' | 'unknown' }

/** Items of each kind: records, events, entries, aliases, counters. */
type Counts = Readonly<Record<string, number>>

export type ComparedTables = {
  readonly original: Counts
  readonly restored: Counts
  /** Records whose histories end with the same line. */
  readonly same: number
  /** Records something has happened to since the moment restored to, and records that are newer than it. */
  readonly movedOn: number
  readonly differences: readonly TableDifference[]
}

/** What was done in the last seconds before the moment may be in or not. */
const UNSHARP_MS = 5_000

/**
 * Compares a table with what it was restored from, as of `until`. Seals make it short (AUD-2): where two histories end with the
 * same seal, everything before is the same. Reads both tables whole, and keeps a line for each record in memory.
 */
export const compareTables = async (
  { original, restored }: { readonly original: Reading; readonly restored: Reading },
  until: Instant,
): Promise<ComparedTables> => {
  const [then, now] = await Promise.all([outlineOf(restored), outlineOf(original)])
  let [same, movedOn] = [0, 0]
  const differences: TableDifference[] = []
  for (const record of new Set([...now.seals.keys(), ...then.seals.keys()])) {
    const seals = { original: now.seals.get(record), restored: then.seals.get(record) }
    const found = seals.original === seals.restored ? 'same' : await judged(original, record, seals, until)
    if (found === 'same') same += 1
    else if (found === 'moved-on') movedOn += 1
    else differences.push({ record, difference: found })
  }
  return { original: now.counts, restored: then.counts, same, movedOn, differences }
}

type Outline = { readonly counts: Counts; readonly seals: ReadonlyMap<string, string> }

/** Records from before there were seals have an empty one. */
const outlineOf = async ({ client, tableName }: Reading): Promise<Outline> => {
  const counts: Record<string, number> = {}
  const seals = new Map<string, string>()
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      ProjectionExpression: 'pk, sk, #item, seal',
      ExpressionAttributeNames: { '#item': 'item' },
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, item, seal } of Items) {
      const kind = String(item ?? sk)
      counts[kind] = (counts[kind] ?? 0) + 1
      if (sk === RECORD_SORT) seals.set(String(pk), String(seal ?? ''))
    }
  }
  return { counts, seals }
}

type Seals = { readonly original: string | undefined; readonly restored: string | undefined }

const judged = async (
  original: Reading,
  record: string,
  seals: Seals,
  until: Instant,
): Promise<'moved-on' | TableDifference['difference']> => {
  if (seals.original === undefined) return 'unknown'
  const lines = await sealedLines(original, record)
  const at = seals.restored === undefined ? -1 : lines.findIndex(({ seal }) => seal === seals.restored)
  if (at === -1 && seals.restored) return 'differs'
  const next = lines[at + 1]
  return next !== undefined && next.at > plus(until, -UNSHARP_MS) ? 'moved-on' : 'lost'
}

const sealedLines = async ({ client, tableName }: Reading, pk: string) => {
  const lines: { readonly at: Instant; readonly seal: string }[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :history)',
      ExpressionAttributeValues: { ':pk': pk, ':history': HISTORY_PREFIX },
      ProjectionExpression: 'sk, seal',
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { sk, seal } of Items) if (seal) lines.push({ at: atOf(String(sk)), seal: String(seal) })
  }
  return lines
}

/** The instant in the sort key of a line. */
const atOf = (sk: string): Instant => sk.slice(HISTORY_PREFIX.length).split('#')[0] ?? ''
