import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type StreamReader, type StreamReaderOptions, startStreamReader } from '../../local/stream-reader.ts'
import { streamChange } from '../../shared/persistence/stream-change.ts'
import { commitOf } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
let folder: string
let readers: StreamReader[]
let seen: string[]

beforeEach(async () => {
  table = await testTable({ stream: true })
  folder = await mkdtemp(join(tmpdir(), 'stream-reader-'))
  readers = []
  seen = []
})

afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.stop()))
  await rm(folder, { recursive: true })
})

/** The id of the event a record of the stream tells of. */
const eventIdOf = (record: DynamoDBRecord): string[] => {
  const change = streamChange(record)
  return change.kind === 'event' ? [change.line.id] : []
}

const noteAll: StreamReaderOptions['handler'] = async ({ Records }) => {
  seen.push(...Records.flatMap(eventIdOf))
  return { batchItemFailures: [] }
}

/** Looks by itself only once an hour: what happens sooner was asked for. */
const start = async (more: Partial<StreamReaderOptions> = {}): Promise<StreamReader> => {
  const reader = await startStreamReader({
    streams: new DynamoDBStreamsClient(table.config),
    tableName: table.tableName,
    handler: noteAll,
    checkpointFile: join(folder, 'checkpoint.json'),
    onFailure: (_, error) => expect.unreachable(String(error)),
    log: { info: () => undefined, error: (message, error) => expect.unreachable(`${message}: ${error}`) },
    intervalMs: 3_600_000,
    ...more,
  })
  readers.push(reader)
  return reader
}

const writeVersions = async (id: string, from: number, to: number): Promise<void> => {
  for (let version = from; version < to; version++) await table.store.commit(commitOf(id, version))
}

const ids = (id: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `${id}.${from + n + 1}.0`)

test('hands on all changes in order, in the shape of Lambda', async () => {
  const records: DynamoDBRecord[] = []
  await writeVersions('t', 0, 3)
  const reader = await start({
    handler: async ({ Records }) => {
      records.push(...Records)
      return { batchItemFailures: [] }
    },
  })
  await writeVersions('t', 3, 5)
  await reader.idle()
  expect(records.flatMap(eventIdOf)).toEqual(ids('t', 0, 5))
  expect(records[0]).toMatchObject({
    eventSource: 'aws:dynamodb',
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: 'ticket#t' } }, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })
  expect(records[0]?.dynamodb?.ApproximateCreationDateTime).toBeGreaterThan(1.7e9)
  expect(records[0]?.dynamodb?.ApproximateCreationDateTime).toBeLessThan(1e11)
})

test('looks at once when nudged', async () => {
  const reader = await start()
  await reader.idle()
  await writeVersions('t', 0, 1)
  // What was just written is not always in the stream at once, and nobody else makes it look.
  const looked = () => {
    reader.nudge()
    return seen
  }
  await expect.poll(looked).toEqual(ids('t', 0, 1))
})

test('is idle only when what the handling wrote is handled too', async () => {
  const reader = await start({
    handler: async (event) => {
      await noteAll(event)
      if (seen.length < 5) await writeVersions('t', seen.length, seen.length + 1)
      return { batchItemFailures: [] }
    },
  })
  await writeVersions('t', 0, 1)
  await reader.idle()
  expect(seen).toEqual(ids('t', 0, 5))
})

describe('a reader that follows another', () => {
  test('goes on where the first one stopped', async () => {
    await writeVersions('t', 0, 3)
    const first = await start()
    await first.idle()
    await first.stop()
    await writeVersions('t', 3, 6)
    const second = await start()
    await second.idle()
    expect(seen).toEqual(ids('t', 0, 6))
  })

  test('repeats what the first one died in, and loses nothing [SLA-6]', async () => {
    await writeVersions('t', 0, 2)
    const first = await start()
    await first.idle()
    await first.stop()
    const { promise: dying, resolve: die } = Promise.withResolvers<void>()
    const death = Promise.withResolvers<never>()
    readers = []
    const dead = await start({
      handler: async () => {
        die()
        return death.promise
      },
    })
    readers = []
    await writeVersions('t', 2, 4)
    dead.nudge()
    await dying
    const second = await start()
    await second.idle()
    expect(seen).toEqual(ids('t', 0, 4))
  })

  test('starts with the oldest record when it keeps no checkpoint, or that of another table', async () => {
    await writeVersions('t', 0, 2)
    await (await start()).idle()
    await (await start({ checkpointFile: null })).idle()
    expect(seen).toEqual([...ids('t', 0, 2), ...ids('t', 0, 2)])
    table = await testTable({ stream: true })
    await writeVersions('other', 0, 1)
    await (await start()).idle()
    expect(seen.slice(4)).toEqual(ids('other', 0, 1))
  })
})

describe('a record the handler refuses', () => {
  const refused: unknown[] = []
  const refuse = (id: string, times: number): StreamReaderOptions['handler'] => {
    let left = times
    return async ({ Records }) => {
      for (const record of Records) {
        const [eventId] = eventIdOf(record)
        if (eventId === id && left-- > 0)
          return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
        if (eventId) seen.push(eventId)
      }
      return { batchItemFailures: [] }
    }
  }

  test('is tried again before those behind it, without repeating those before it', async () => {
    const reader = await start({ handler: refuse('t.3.0', 2) })
    await writeVersions('t', 0, 5)
    await reader.idle()
    expect(seen).toEqual(ids('t', 0, 5))
  })

  test('to the end is put aside once, and those behind it are handled', async () => {
    const reader = await start({
      handler: refuse('t.3.0', Number.POSITIVE_INFINITY),
      onFailure: (record, error) => void refused.push(...eventIdOf(record), String(error)),
    })
    await writeVersions('t', 0, 5)
    await reader.idle()
    expect(seen).toEqual(['t.1.0', 't.2.0', 't.4.0', 't.5.0'])
    expect(refused).toEqual(['t.3.0', 'Error: The handler reported this record as failed.'])
  })

  test('by throwing holds up only itself', async () => {
    const put: string[] = []
    await writeVersions('t', 0, 3)
    const reader = await start({
      handler: async (event) => {
        if (event.Records.flatMap(eventIdOf).includes('t.2.0')) throw new Error('poison')
        return noteAll(event)
      },
      onFailure: (record, error) => void put.push(...eventIdOf(record), String(error)),
    })
    await reader.idle()
    expect(seen).toEqual(['t.1.0', 't.3.0'])
    expect(put).toEqual(['t.2.0', 'Error: poison'])
  })
})
