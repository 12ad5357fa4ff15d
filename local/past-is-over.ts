import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Instant } from '../shared/domain/instant.ts'
import { streamChange } from '../shared/persistence/stream-change.ts'

type React = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

const isOfThePast = (record: DynamoDBRecord, until: Instant): boolean => {
  const change = streamChange(record)
  if (change.kind !== 'event') return false
  const { at, record: key } = change.line
  return at < until && (key.kind === 'ticket' || key.kind === 'measure')
}

/** What the demo's past months say happened long ago: nobody is told of it now. */
export const exceptThePast =
  (until: Instant | null, react: React): React =>
  (event) =>
    react(until === null ? event : { Records: event.Records.filter((record) => !isOfThePast(record, until)) })
