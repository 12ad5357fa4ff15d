import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type CursorScope, cursorOf, keyOf, type LastKey } from './cursor.ts'
import type { Read } from './items.ts'
import type { TableAccess } from './table-access.ts'

/** A stretch of one partition of the table or of an index. */
export type PageQuery = CursorScope & {
  readonly index?: string
  readonly cursor: string | undefined
  readonly limit: number
  readonly order: 'ascending' | 'descending'
  /** Of the next so many items the page takes those that are wanted; absent: every one. */
  readonly among?: { readonly items: number; readonly wanted: (item: Read) => boolean } | undefined
  /** These attributes alone; absent: all the index has. */
  readonly only?: readonly string[]
}

export type TablePage = { readonly items: readonly Read[]; readonly cursor: string | null }

/**
 * One request. It asks for one item more than wanted: only so is it known whether another page follows.
 * @throws DomainError bad-cursor
 */
export const queryPage = async ({ client, tableName }: TableAccess, query: PageQuery): Promise<TablePage> => {
  const { partition, sort, attributes, limit, among, only } = query
  const most = among?.items ?? limit
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: query.index,
      ConsistentRead: query.index === undefined,
      KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
      ExpressionAttributeNames: {
        '#partition': partition.attribute,
        '#sort': sort.attribute,
        ...Object.fromEntries(only?.map((attribute) => [`#${attribute}`, attribute]) ?? []),
      },
      ProjectionExpression: only?.map((attribute) => `#${attribute}`).join(),
      ExpressionAttributeValues: { ':partition': partition.value, ':from': sort.from, ':to': sort.to },
      ScanIndexForward: query.order === 'ascending',
      Limit: most + 1,
      ExclusiveStartKey: query.cursor === undefined ? undefined : { ...keyOf(query.cursor, query) },
    }),
  )
  const seen = Items.slice(0, most)
  const found = among ? seen.filter(among.wanted) : seen
  const items = found.slice(0, limit)
  const lastSeen = Items.length > most ? seen.at(-1) : LastEvaluatedKey
  const last = found.length > limit ? items.at(-1) : lastSeen
  return { items, cursor: last === undefined ? null : cursorOf(keyAttributes(last, attributes)) }
}

const keyAttributes = (item: Read, attributes: readonly string[]): LastKey =>
  Object.fromEntries(attributes.map((attribute) => [attribute, String(item[attribute])]))

/** Bounds that leave nothing out: no key is shorter than one character nor holds more than the last one of Unicode. */
export const EVERYTHING = { from: '\u0001', to: '\u{10ffff}' } as const
