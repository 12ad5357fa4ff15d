import {
  BatchWriteItemCommand,
  DescribeContinuousBackupsCommand,
  type DynamoDBClient,
  paginateScan,
  RestoreTableToPointInTimeCommand,
  type WriteRequest,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { Instant } from '../shared/domain/instant.ts'
import { createTable } from './create-table.ts'

export type Restoration = {
  readonly original: string
  readonly restored: string
  /** The moment to go back to; null: the newest there is. */
  readonly at: Instant | null
}

export type RestoredTo = { readonly by: 'point-in-time recovery' | 'copy'; readonly until: Instant }

/** A large table takes hours. */
const MOST_SECONDS = 12 * 3600

/**
 * Restores a table into a new one, to be made ready for a desk afterwards. DynamoDB Local has no backups: there it is copied as it is.
 * @throws Error when the new table is there already, or `at` lies outside of what can be recovered
 */
export const restoreTable = async (client: DynamoDBClient, restoration: Restoration): Promise<RestoredTo> => {
  try {
    return await recover(client, restoration)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UnknownOperationException')) throw error
    return copy(client, restoration)
  }
}

const recover = async (client: DynamoDBClient, { original, restored, at }: Restoration): Promise<RestoredTo> => {
  const described = await client.send(new DescribeContinuousBackupsCommand({ TableName: original }))
  const newest = described.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.LatestRestorableDateTime
  const until = at ? new Date(at) : (newest ?? new Date())
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: original,
      TargetTableName: restored,
      ...(at ? { RestoreDateTime: until } : { UseLatestRestorableTime: true }),
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' },
    }),
  )
  await waitUntilTableExists({ client, maxWaitTime: MOST_SECONDS, minDelay: 1, maxDelay: 30 }, { TableName: restored })
  return { by: 'point-in-time recovery', until: until.toISOString() }
}

const copy = async (client: DynamoDBClient, { original, restored, at }: Restoration): Promise<RestoredTo> => {
  if (at) throw new Error('This database keeps no backups: only what is there now can be copied.')
  const until = new Date().toISOString()
  await createTable(client, restored)
  for await (const { Items = [] } of paginateScan(
    { client },
    { TableName: original, ConsistentRead: true, Limit: 25 },
  )) {
    if (Items.length > 0)
      await write(
        client,
        restored,
        Items.map((Item) => ({ PutRequest: { Item } })),
      )
  }
  return { by: 'copy', until }
}

const write = async (client: DynamoDBClient, table: string, requests: WriteRequest[]): Promise<void> => {
  const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }))
  const left = UnprocessedItems?.[table]
  if (left && left.length > 0) await write(client, table, left)
}
