import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../application/ports.ts'

/** What the store works with; sleeping and chance come in, so that a test decides both. */
export type TableAccess = {
  readonly client: DynamoDBDocumentClient
  readonly tableName: string
  readonly clock: Clock
  readonly sleep: (ms: number) => Promise<void>
  /** At least 0, below 1. */
  readonly random: () => number
}
