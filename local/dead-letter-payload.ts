import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams'

/** What the services of AWS write around an event they could not deliver. */
type Letter = {
  readonly Type?: string
  readonly source?: string
  readonly 'detail-type'?: string
  readonly detail?: unknown
  readonly DDBStreamBatchInfo?: StreamBatch
  readonly requestPayload?: unknown
}

type StreamBatch = {
  readonly streamArn: string
  readonly shardId: string
  readonly startSequenceNumber: string
  readonly endSequenceNumber: string
}

/**
 * The event as its function was to get it; null when it would do nothing any more, such as a sweep that others have followed.
 * @throws Error when a change of the table is older than the day its stream keeps it
 */
export const payloadOf = async (body: string, streams: DynamoDBStreamsClient): Promise<unknown> => {
  const letter = JSON.parse(body) as Letter
  if (letter.Type === 'Notification') return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: letter }] }
  if (letter.DDBStreamBatchInfo) return changesOf(letter.DDBStreamBatchInfo, streams)
  if (letter.requestPayload !== undefined) return letter.requestPayload
  if (letter.source === 'aws.events') return null
  return letter.source?.startsWith('firstline.') ? letter.detail : letter
}

const changesOf = async (
  { streamArn, shardId, startSequenceNumber, endSequenceNumber }: StreamBatch,
  streams: DynamoDBStreamsClient,
): Promise<unknown> => {
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      SequenceNumber: startSequenceNumber,
    }),
  )
  const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }))
  const last = BigInt(endSequenceNumber)
  return {
    Records: Records.filter(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? 0) <= last).map((record) => ({
      ...record,
      eventSourceARN: streamArn,
    })),
  }
}
