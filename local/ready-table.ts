import {
  DescribeTableCommand,
  type DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { TABLE } from '../shared/persistence/table-definition.ts'

const MOST_SECONDS = 600
const RECOVERY_DAYS = 35

/**
 * A restored table has neither a stream nor expiry, backups or protection: gives it what the desk's own has (infra/desk-table.ts).
 * @returns the label of its stream, by which a stage finds it
 */
export const readyTable = async (client: DynamoDBClient, TableName: string): Promise<string> => {
  const there = () =>
    waitUntilTableExists({ client, maxWaitTime: MOST_SECONDS, minDelay: 1, maxDelay: 10 }, { TableName })
  await there()
  if ((await streamOf(client, TableName)) === undefined) {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: TABLE.stream }
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification, DeletionProtectionEnabled: true }))
    await there()
  }
  const TimeToLiveSpecification = { AttributeName: TABLE.expiry, Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
  await keepBackups(client, TableName)
  const label = await streamOf(client, TableName)
  if (label === undefined) throw new Error(`${TableName} has no stream.`)
  return label
}

const streamOf = async (client: DynamoDBClient, TableName: string): Promise<string | undefined> =>
  (await client.send(new DescribeTableCommand({ TableName }))).Table?.LatestStreamLabel

/** DynamoDB Local knows none. */
const keepBackups = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: RECOVERY_DAYS }
  try {
    await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }))
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UnknownOperationException')) throw error
  }
}
