import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { ListedRecord } from '../application/ports.ts'
import type { RecordKey } from '../domain/record.ts'
import { listedRecord } from './items.ts'
import { recordKey } from './keys.ts'
import { retrying } from './retry.ts'
import type { TableAccess } from './table-access.ts'

/** DynamoDB had more to do than it wanted to, and left some for later. */
class Unprocessed extends Error {}

const isUnprocessed = (error: unknown): boolean => error instanceof Unprocessed

/** One request, again when some are left out of its answer. */
const batchGet = async ({ client, tableName }: TableAccess, keys: readonly RecordKey[]) => {
  const wanted = { Keys: keys.map(recordKey), ConsistentRead: true, ProjectionExpression: 'pk, version, summary' }
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetCommand({ RequestItems: { [tableName]: wanted } }),
  )
  if (UnprocessedKeys && Object.keys(UnprocessedKeys).length > 0) throw new Unprocessed('some keys are left over')
  return Responses?.[tableName] ?? []
}

export const summariesFrom =
  (access: TableAccess) =>
  async <Summary>(keys: readonly RecordKey[]): Promise<readonly (ListedRecord<Summary> | null)[]> => {
    if (keys.length === 0) return []
    const items = await retrying(access, isUnprocessed, () => batchGet(access, keys))
    const found = new Map(items.map((item) => [String(item['pk']), listedRecord<Summary>(item)]))
    return keys.map((key) => found.get(recordKey(key).pk) ?? null)
  }
