import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import {
  type HistoryLine,
  type ListedRecord,
  type ListName,
  LOOKED_THROUGH,
  type Page,
  type PageRequest,
  type Store,
  type Where,
} from '../application/ports.ts'
import { historyLine, listedRecord, listedRow, type Read } from './items.ts'
import { entryListKey, listKey, recordKeyOf } from './keys.ts'
import { EVERYTHING, type PageQuery, queryPage, type TablePage } from './page.ts'
import type { TableAccess } from './table-access.ts'
import { DUE_INDEX, LIST_INDEXES, TABLE } from './table-definition.ts'

export const listIn = (access: TableAccess): Store['list'] => {
  return async <Summary>(
    name: ListName,
    key: string,
    { where, ...page }: PageRequest & Where<Summary>,
  ): Promise<Page<ListedRecord<Summary>>> => {
    const wanted = where && ((item: Read) => where(listedRecord<Summary>(item).summary))
    const { items, cursor } = await indexPage(access, name, listKey(key), page, wanted)
    return { items: items.map((item) => listedRecord<Summary>(item)), cursor }
  }
}

/** Of each item the row alone travels, which is half of it. */
export const rowsIn =
  (access: TableAccess): Store['rows'] =>
  async (date, page) => {
    const query = indexQuery('day', listKey(date), page)
    const { items, cursor } = await queryPage(access, { ...query, only: [...query.attributes, 'row'] })
    return { items: items.map((item) => listedRow(item)), cursor }
  }

export const listEntriesIn =
  (access: TableAccess) =>
  async (key: string, page: PageRequest): Promise<Page<HistoryLine>> => {
    const { items, cursor } = await indexPage(access, 'kind', entryListKey(key), page)
    return { items: items.map(historyLine), cursor }
  }

const indexPage = (
  access: TableAccess,
  name: ListName,
  key: string,
  page: PageRequest,
  wanted?: (item: Read) => boolean,
): Promise<TablePage> =>
  queryPage(access, { ...indexQuery(name, key, page), among: wanted && { items: LOOKED_THROUGH, wanted } })

const indexQuery = (name: ListName, key: string, page: PageRequest): PageQuery => {
  const { partitionKey, sortKey } = LIST_INDEXES[name]
  const [from, to] = page.between ?? [EVERYTHING.from, EVERYTHING.to]
  return {
    index: name,
    attributes: [TABLE.partitionKey, TABLE.sortKey, partitionKey, sortKey],
    partition: { attribute: partitionKey, value: key },
    sort: { attribute: sortKey, from, to },
    cursor: page.cursor,
    limit: page.limit,
    order: page.order ?? 'ascending',
  }
}

export const dueIn =
  ({ client, tableName }: TableAccess): Store['due'] =>
  async (shard, now, limit) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: DUE_INDEX.name,
        KeyConditionExpression: `${DUE_INDEX.partitionKey} = :shard AND ${DUE_INDEX.sortKey} <= :now`,
        ExpressionAttributeValues: { ':shard': String(shard), ':now': now },
        Limit: limit,
      }),
    )
    return Items.map(({ pk, wakeAt }) => ({ key: recordKeyOf(String(pk)), wakeAt: String(wakeAt) }))
  }
