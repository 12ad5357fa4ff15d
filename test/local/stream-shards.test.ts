import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test } from 'vitest'
import { openCheckpoint } from '../../local/stream-checkpoint.ts'
import { StreamShards } from '../../local/stream-shards.ts'

/** A stream as DynamoDB keeps it: shards split, close and are trimmed, which DynamoDB Local does every few hours only. */
const mock = mockClient(DynamoDBStreamsClient)

let listed: Shard[]
let shards: StreamShards

const shardsAt = async (positions: Readonly<Record<string, string>> = {}): Promise<StreamShards> => {
  const checkpoint = await openCheckpoint(null, 'stream')
  for (const [shardId, position] of Object.entries(positions)) await checkpoint.set(shardId, position)
  return new StreamShards(new DynamoDBStreamsClient({ region: 'local' }), 'stream', checkpoint)
}

beforeEach(async () => {
  mock.reset()
  listed = [
    { ShardId: 'child', ParentShardId: 'parent' },
    { ShardId: 'parent', ParentShardId: 'trimmed-away' },
  ]
  mock.on(DescribeStreamCommand).callsFake(() => ({ StreamDescription: { Shards: listed } }))
  mock.on(GetShardIteratorCommand).callsFake(({ ShardId, ShardIteratorType, SequenceNumber = '' }) => ({
    ShardIterator: `${ShardId}/${ShardIteratorType}/${SequenceNumber}`,
  }))
  mock.on(GetRecordsCommand).resolves({ Records: [], NextShardIterator: 'next' })
  shards = await shardsAt()
})

const asked = () => mock.commandCalls(GetRecordsCommand).map(({ args: [command] }) => command.input.ShardIterator)

describe('a shard', () => {
  test('is read only when its parent has been handled to its end', async () => {
    expect(await shards.readable()).toEqual(['parent'])
    await shards.goOn('parent', { records: [], next: 'more' })
    expect(await shards.readable()).toEqual(['parent'])
    await shards.goOn('parent', { records: [], next: undefined })
    expect(await shards.readable()).toEqual(['child'])
  })

  test('that appears when its parent closes is found', async () => {
    listed = [{ ShardId: 'parent' }]
    await shards.readable()
    listed = [{ ShardId: 'parent' }, { ShardId: 'child', ParentShardId: 'parent' }]
    await shards.goOn('parent', { records: [], next: undefined })
    expect(await shards.readable()).toEqual(['child'])
  })

  test('is listed wherever the description has it', async () => {
    mock
      .on(DescribeStreamCommand)
      .resolves({ StreamDescription: { Shards: [{ ShardId: 'b' }] } })
      .on(DescribeStreamCommand, { ExclusiveStartShardId: undefined })
      .resolves({ StreamDescription: { Shards: [{ ShardId: 'a' }], LastEvaluatedShardId: 'a' } })
    expect(await shards.readable()).toEqual(['a', 'b'])
  })

  test('is read from its oldest record, then from where the batch ended', async () => {
    const batch = await shards.read('parent')
    await shards.goOn('parent', batch)
    await shards.read('parent')
    expect(asked()).toEqual(['parent/TRIM_HORIZON/', 'next'])
  })

  test('whose batch was not handled to its end is read from the last record that was', async () => {
    await shards.read('parent')
    await shards.handled('parent', '7')
    await shards.read('parent')
    expect(asked()).toEqual(['parent/TRIM_HORIZON/', 'parent/AFTER_SEQUENCE_NUMBER/7'])
  })
})

describe('a place in the stream that is no more', () => {
  const failOnce = (error: Error) =>
    mock.on(GetRecordsCommand).rejectsOnce(error).resolves({ Records: [], NextShardIterator: 'next' })

  test('an iterator of yesterday: the reading goes on from the checkpoint', async () => {
    shards = await shardsAt({ parent: '7' })
    failOnce(new ExpiredIteratorException({ $metadata: {}, message: 'expired' }))
    await expect(shards.read('parent')).rejects.toThrow('expired')
    await shards.read('parent')
    expect(asked()).toEqual(['parent/AFTER_SEQUENCE_NUMBER/7', 'parent/AFTER_SEQUENCE_NUMBER/7'])
  })

  test('records older than a day: the reading goes on with the oldest that is kept', async () => {
    shards = await shardsAt({ parent: '7' })
    failOnce(new TrimmedDataAccessException({ $metadata: {}, message: 'trimmed' }))
    await shards.read('parent')
    expect(asked()).toEqual(['parent/AFTER_SEQUENCE_NUMBER/7', 'parent/TRIM_HORIZON/'])
  })

  test('a number the stream never had: the reading starts with the oldest record', async () => {
    shards = await shardsAt({ parent: '7' })
    mock
      .on(GetShardIteratorCommand, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' })
      .rejects(Object.assign(new Error('Invalid SequenceNumber'), { name: 'ValidationException' }))
    await shards.read('parent')
    expect(asked()).toEqual(['parent/TRIM_HORIZON/'])
  })

  test('a shard that was dropped: its children are read', async () => {
    await shards.readable()
    mock.on(GetShardIteratorCommand).rejectsOnce(new Error('Shard does not exist'))
    await expect(shards.read('parent')).rejects.toThrow('Shard does not exist')
    listed = [{ ShardId: 'child', ParentShardId: 'parent' }]
    expect(await shards.readable()).toEqual(['child'])
  })
})
