import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerOnceKept } from '../../local/answer-once-kept.ts'
import { createTable } from '../../local/create-table.ts'
import { type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { startStreamReader } from '../../local/stream-reader.ts'
import { createStore } from '../../shared/persistence/store.ts'
import { streamChange } from '../../shared/persistence/stream-change.ts'
import { commitOf, ticketKey } from '../support/commits.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'

const TABLE_NAME = 'kept'

let folder: string
let port: number
let running: DynamoDbLocal | null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dynamodb-local-'))
  port = await freePort()
  running = null
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await running?.stop()
  await rm(folder, { recursive: true })
})

const start = async () => {
  running = await startDynamoDbLocal({ port, data: folder })
  const config = {
    endpoint: running.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const client = new DynamoDBClient(config)
  await createTable(client, TABLE_NAME)
  answerOnceKept(client, TABLE_NAME)
  const clock = { now: () => '2026-03-02T01:00:00.000Z' }
  const store = createStore({
    client: DynamoDBDocumentClient.from(client),
    tableName: TABLE_NAME,
    clock,
    sleep: async () => undefined,
    random: () => 0,
  })
  return { store, config }
}

const pidOfDatabase = async (): Promise<number> =>
  JSON.parse(await readFile(join(folder, 'dynamodb-local.pid'), 'utf8')).pid

test('a database killed right after it answered has kept everything, and the reader goes on behind it [SLA-6]', async () => {
  const seen: string[] = []
  const readAll = async (config: ConstructorParameters<typeof DynamoDBStreamsClient>[0] & object) => {
    const reader = await startStreamReader({
      streams: new DynamoDBStreamsClient(config),
      tableName: TABLE_NAME,
      handler: async ({ Records }) => {
        const changes = Records.map(streamChange)
        seen.push(...changes.flatMap((change) => (change.kind === 'event' ? change.line.id : [])))
        return { batchItemFailures: [] }
      },
      checkpointFile: join(folder, 'checkpoint.json'),
      onFailure: (_, error) => expect.unreachable(String(error)),
      intervalMs: 3_600_000,
      log: { info: () => undefined, error: (_, error) => expect.unreachable(String(error)) },
    })
    await reader.idle()
    await reader.stop()
  }
  const before = await start()
  await before.store.commit(commitOf('t', 0))
  await readAll(before.config)
  await before.store.commit(commitOf('t', 1))
  process.kill(await pidOfDatabase(), 'SIGKILL')
  const after = await start()
  expect(await after.store.load(ticketKey('t'))).toMatchObject({ version: 2 })
  await after.store.commit(commitOf('t', 2))
  await readAll(after.config)
  expect(seen).toEqual(['t.1.0', 't.2.0', 't.3.0'])
})

test('one that a killed desk left running is ended and its data taken over', async () => {
  const { store } = await start()
  await store.commit(commitOf('t', 0))
  const orphan = await pidOfDatabase()
  const { store: next } = await start()
  expect(await pidOfDatabase()).not.toBe(orphan)
  expect(() => process.kill(orphan, 0)).toThrow('ESRCH')
  expect(await next.load(ticketKey('t'))).toMatchObject({ version: 1 })
})

describe('when it cannot start, one sentence says what to do', () => {
  test('no Java', async () => {
    vi.stubEnv('JAVA_HOME', folder)
    await expect(startDynamoDbLocal({ port, data: 'memory' })).rejects.toThrow(/needs Java 17 or newer: install it/)
  })

  test('the port is taken', async () => {
    const other = createServer((_, reply) => reply.end('another program')).listen(port)
    await once(other, 'listening')
    await expect(startDynamoDbLocal({ port, data: 'memory' })).rejects.toThrow(
      `Port ${port} is taken by another program: stop it, or set FIRSTLINE_DYNAMODB_PORT to a free port.`,
    )
    other.close()
  })
})
