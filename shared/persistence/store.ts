import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { FoundAlias, Store, Stored, TimelineEntry } from '../application/ports.ts'
import type { RecordKey } from '../domain/record.ts'
import { commitTo } from './commit.ts'
import { countIn, nextNumberFrom } from './counters.ts'
import { loadWithHistoryFrom } from './history.ts'
import { foundAlias, storedRecord } from './items.ts'
import { aliasKey, type ItemKey, recordKey } from './keys.ts'
import { dueIn, listEntriesIn, listIn, rowsIn } from './lists.ts'
import { isConditionFailure, isConflict, retrying } from './retry.ts'
import { summariesFrom } from './summaries.ts'
import type { TableAccess } from './table-access.ts'
import { entryPut } from './transaction.ts'

/** The `Store` port on one DynamoDB table; which items and keys: keys.ts. */
export const createStore = (access: TableAccess): Store => ({
  load: loadFrom(access),
  summaries: summariesFrom(access),
  loadWithHistory: loadWithHistoryFrom(access),
  commit: commitTo(access),
  append: appendTo(access),
  list: listIn(access),
  rows: rowsIn(access),
  listEntries: listEntriesIn(access),
  alias: aliasFrom(access),
  due: dueIn(access),
  nextNumber: nextNumberFrom(access),
  count: countIn(access),
})

const loadFrom =
  (access: TableAccess) =>
  async <State>(key: RecordKey): Promise<Stored<State> | null> => {
    const item = await get(access, recordKey(key))
    return item ? storedRecord<State>(item) : null
  }

const aliasFrom =
  (access: TableAccess) =>
  async (name: string): Promise<FoundAlias | null> => {
    const item = await get(access, aliasKey(name))
    return item ? foundAlias(item, access.clock.now()) : null
  }

const get = async ({ client, tableName }: TableAccess, key: ItemKey) =>
  (await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }))).Item

/** AUD-1: a line that is there already is left as it is. */
const appendTo =
  (access: TableAccess) =>
  async (entry: TimelineEntry): Promise<void> => {
    try {
      await retrying(access, isConflict, () => access.client.send(new PutCommand(entryPut(entry, access.tableName))))
    } catch (error) {
      if (!isConditionFailure(error)) throw error
    }
  }
