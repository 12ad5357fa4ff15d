import { DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test } from 'vitest'
import { payloadOf } from '../../local/dead-letter-payload.ts'

const mocked = mockClient(DynamoDBStreamsClient)
const streams = new DynamoDBStreamsClient({ region: 'eu-central-1' })
beforeEach(() => mocked.reset())

const again = (letter: object) => payloadOf(JSON.stringify(letter), streams)

describe('an undelivered event is handed over as it was to come', () => {
  test('a notification of SES inside its record [INT-2]', async () => {
    const letter = { Type: 'Notification', MessageId: 'm', Message: '{"notificationType":"Received"}' }
    expect(await again(letter)).toEqual({
      Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: letter }],
    })
  })

  test('a wake-up of the desk’s own bus without its envelope [SLA-7]', async () => {
    const detail = { record: { kind: 'ticket', id: 'INC-2026-000001' } }
    expect(await again({ source: 'firstline.clock', 'detail-type': 'wake-up', detail })).toEqual(detail)
  })

  test('an alarm as it is, and a wake-up of the scheduler too [INT-8]', async () => {
    const alarm = { source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change', detail: {} }
    expect(await again(alarm)).toEqual(alarm)
    expect(await again({ kind: 'ticket', id: 'INC-2026-000001' })).toEqual({ kind: 'ticket', id: 'INC-2026-000001' })
  })

  test('what a destination wrote around it is taken off', async () => {
    const requestPayload = { kind: 'ticket', id: 'INC-2026-000001' }
    expect(await again({ requestContext: { condition: 'RetriesExhausted' }, requestPayload })).toEqual(requestPayload)
  })

  test('a sweep not at all, because others have followed it [SLA-7]', async () => {
    expect(await again({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} })).toBeNull()
  })

  test('changes of the table as their stream still has them, and no later ones', async () => {
    const record = (SequenceNumber: string) => ({ eventName: 'INSERT' as const, dynamodb: { SequenceNumber } })
    mocked.on(GetShardIteratorCommand).resolves({ ShardIterator: 'here' })
    mocked
      .on(GetRecordsCommand, { ShardIterator: 'here' })
      .resolves({ Records: [record('100'), record('101'), record('102')] })
    const DDBStreamBatchInfo = {
      streamArn: 'arn:stream',
      shardId: 'shard-1',
      startSequenceNumber: '100',
      endSequenceNumber: '101',
    }
    expect(await again({ requestContext: {}, DDBStreamBatchInfo })).toEqual({
      Records: ['100', '101'].map((number) => ({ ...record(number), eventSourceARN: 'arn:stream' })),
    })
    expect(mocked.commandCalls(GetShardIteratorCommand)[0]?.args[0].input).toEqual({
      StreamArn: 'arn:stream',
      ShardId: 'shard-1',
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      SequenceNumber: '100',
    })
  })
})
