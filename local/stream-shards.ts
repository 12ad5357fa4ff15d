import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'
import { type Checkpoint, END } from './stream-checkpoint.ts'

/** What was read of a shard, and where to go on; `next` is undefined when nothing will ever follow. */
export type ShardBatch = { readonly records: readonly _Record[]; readonly next: string | undefined }

const BATCH_SIZE = 100

/** The newest stream of the table. @throws Error when it has none */
export const streamArnOf = async (streams: DynamoDBStreamsClient, tableName: string): Promise<string> => {
  const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName: tableName }))
  const newest = Streams.toSorted((a, b) => (String(a.StreamLabel) < String(b.StreamLabel) ? 1 : -1))[0]
  if (newest?.StreamArn === undefined) throw new Error(`The table ${tableName} has no stream.`)
  return newest.StreamArn
}

/** The shards of one stream. One is read only after its parent, so that no item's changes overtake each other. */
export class StreamShards {
  readonly #streams: DynamoDBStreamsClient
  readonly #streamArn: string
  readonly #checkpoint: Checkpoint
  readonly #iterators = new Map<string, string>()
  #listed: readonly Shard[] | null = null

  constructor(streams: DynamoDBStreamsClient, streamArn: string, checkpoint: Checkpoint) {
    this.#streams = streams
    this.#streamArn = streamArn
    this.#checkpoint = checkpoint
  }

  /** Ids of the shards that may be read now. */
  async readable(): Promise<readonly string[]> {
    this.#listed ??= await this.#list()
    const unread = this.#listed.filter(({ ShardId = '' }) => this.#checkpoint.positionIn(ShardId) !== END)
    const unreadIds = unread.map(({ ShardId }) => ShardId)
    return unread.flatMap(({ ShardId, ParentShardId }) =>
      ShardId === undefined || unreadIds.includes(ParentShardId ?? '') ? [] : [ShardId],
    )
  }

  /** @throws what the stream answers; the next call then looks anew, from the checkpoint or the oldest record kept */
  async read(shardId: string): Promise<ShardBatch> {
    const iterator = this.#iterators.get(shardId)
    this.#iterators.delete(shardId)
    try {
      return await this.#batchAt(iterator ?? (await this.#iteratorFor(shardId)))
    } catch (error) {
      this.#listed = null
      if (!isNamed(error, 'TrimmedDataAccessException')) throw error
      // The database says so of a shard that was empty until now, too: the oldest record that is kept is the next one then.
      this.#checkpoint.forget(shardId)
      return this.#batchAt(await this.#iteratorAt(shardId, 'TRIM_HORIZON'))
    }
  }

  async #batchAt(ShardIterator: string | undefined): Promise<ShardBatch> {
    const request = new GetRecordsCommand({ ShardIterator, Limit: BATCH_SIZE })
    const { Records = [], NextShardIterator } = await this.#streams.send(request)
    return { records: Records, next: NextShardIterator }
  }

  /** Everything up to this record is done and will not be read again. */
  handled(shardId: string, sequenceNumber: string): Promise<void> {
    return this.#checkpoint.set(shardId, sequenceNumber)
  }

  /** The whole batch is done. A closed shard has children to be found. */
  async goOn(shardId: string, { next }: ShardBatch): Promise<void> {
    if (next !== undefined) this.#iterators.set(shardId, next)
    else {
      await this.#checkpoint.set(shardId, END)
      this.#listed = null
    }
  }

  async #list(): Promise<readonly Shard[]> {
    const shards: Shard[] = []
    let last: string | undefined
    do {
      const { StreamDescription } = await this.#streams.send(
        new DescribeStreamCommand({ StreamArn: this.#streamArn, ExclusiveStartShardId: last }),
      )
      shards.push(...(StreamDescription?.Shards ?? []))
      last = StreamDescription?.LastEvaluatedShardId
    } while (last !== undefined)
    this.#checkpoint.keepOnly(shards.flatMap(({ ShardId = [] }) => ShardId))
    return shards
  }

  /** A position this stream never had comes from a database that was put back; the oldest record is then the safe start. */
  async #iteratorFor(shardId: string): Promise<string | undefined> {
    const position = this.#checkpoint.positionIn(shardId)
    if (position === undefined) return this.#iteratorAt(shardId, 'TRIM_HORIZON')
    try {
      return await this.#iteratorAt(shardId, 'AFTER_SEQUENCE_NUMBER', position)
    } catch (error) {
      if (isNamed(error, 'ValidationException')) return this.#iteratorAt(shardId, 'TRIM_HORIZON')
      throw error
    }
  }

  async #iteratorAt(
    ShardId: string,
    ShardIteratorType: 'TRIM_HORIZON' | 'AFTER_SEQUENCE_NUMBER',
    SequenceNumber?: string,
  ): Promise<string | undefined> {
    const place = { StreamArn: this.#streamArn, ShardId, ShardIteratorType, SequenceNumber }
    return (await this.#streams.send(new GetShardIteratorCommand(place))).ShardIterator
  }
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name
