import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { Deps } from '../shared/application/deps.ts'
import { react } from '../shared/application/react.ts'
import { streamChange } from '../shared/persistence/stream-change.ts'

/**
 * What follows from a change of the table, in the order of the changes. The first one that fails ends the batch: the
 * stream delivers again from there, so that no record's changes overtake each other.
 */
export const reactHandler =
  (deps: Deps) =>
  async ({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of records) {
      try {
        await react(deps, streamChange(record))
      } catch (error) {
        deps.log.error('A change could not be followed up', error, { eventId: record.eventID ?? null })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }
