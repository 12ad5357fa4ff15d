import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Read } from './items.ts'
import { HISTORY_PREFIX, RECORD_SORT } from './keys.ts'
import { sealOf } from './seal.ts'
import type { TableAccess } from './table-access.ts'
import { TABLE } from './table-definition.ts'

type Reading = Pick<TableAccess, 'client' | 'tableName'>

/**
 * What is wrong with a history (AUD-2). `broken`: this line, or what stood before it, is not what was written. `unsealed`: the
 * line was put there by somebody else than the desk. `cut-off`: the record knows of later lines than there are.
 */
export type HistoryFault = {
  readonly record: string
  /** Sort key of the line; that of the record itself for what is missing at the end. */
  readonly at: string
  readonly fault: 'broken' | 'unsealed' | 'cut-off'
}

export type VerifiedHistory = {
  readonly records: number
  readonly events: number
  /** Written before histories were sealed: nothing can be said of them. */
  readonly unsealedEvents: number
  readonly faults: readonly HistoryFault[]
}

/** Records that are read at the same time. */
const AT_ONCE = 16

/** Reads the whole table, record by record; nothing in the running desk does that. */
export const verifyHistory = async (access: Reading): Promise<VerifiedHistory> => {
  const counts = { records: 0, events: 0, unsealedEvents: 0 }
  const found: HistoryFault[] = []
  const records = recordsOf(access)
  const work = async (): Promise<void> => {
    for await (const record of records) {
      const { events, unsealedEvents, faults } = await verifyRecord(access, record)
      counts.records += 1
      counts.events += events
      counts.unsealedEvents += unsealedEvents
      found.push(...faults)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const placeOf = ({ record, at }: HistoryFault): string => `${record} ${at}`
  return { ...counts, faults: found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)) }
}

async function* recordsOf({ client, tableName }: Reading): AsyncGenerator<string> {
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      // what goes by itself is no history, and goes item by item
      FilterExpression: 'sk = :record AND attribute_not_exists(#ttl)',
      ExpressionAttributeNames: { '#ttl': TABLE.expiry },
      ExpressionAttributeValues: { ':record': RECORD_SORT },
      ProjectionExpression: 'pk',
    },
  )
  for await (const { Items = [] } of pages) for (const { pk } of Items) yield String(pk)
}

async function* itemsOf({ client, tableName }: Reading, pk: string): AsyncGenerator<Read> {
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': HISTORY_PREFIX, ':to': RECORD_SORT },
    },
  )
  for await (const { Items = [] } of pages) yield* Items
}

const verifyRecord = async (access: Reading, pk: string): Promise<Omit<VerifiedHistory, 'records'>> => {
  const faults: HistoryFault[] = []
  let seal: string | undefined
  let events = 0
  let unsealedEvents = 0
  for await (const item of itemsOf(access, pk)) {
    const sk = String(item['sk'])
    if (item['item'] === 'record' && item['seal'] !== seal) faults.push({ record: pk, at: sk, fault: 'cut-off' })
    if (item['item'] !== 'event') continue
    events += 1
    if (typeof item['seal'] !== 'string') {
      if (seal === undefined) unsealedEvents += 1
      else faults.push({ record: pk, at: sk, fault: 'unsealed' })
      continue
    }
    if (sealOf(seal, { pk, sk, line: String(item['line']) }) !== item['seal']) {
      faults.push({ record: pk, at: sk, fault: 'broken' })
    }
    seal = item['seal']
  }
  return { events, unsealedEvents, faults }
}
