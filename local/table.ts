import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Clock, Store } from '../shared/application/ports.ts'
import { createStore } from '../shared/persistence/store.ts'
import { answerOnceKept } from './answer-once-kept.ts'
import { createTable } from './create-table.ts'

export const TABLE_NAME = 'firstline'

/** DynamoDB Local takes any keys; without some the client would look for real ones. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

export type LocalTable = {
  readonly store: Store
  readonly streams: DynamoDBStreamsClient
  /** Says how far the stream has been followed; null where nothing is kept. */
  readonly checkpointFile: string | null
  /** `tell` is called after every record the desk writes. */
  onWrite(tell: () => void): void
}

/** The desk's table in the database that runs at `endpoint`; `dataFolder` null = it keeps nothing. */
export const openTable = async (endpoint: string, dataFolder: string | null, clock: Clock): Promise<LocalTable> => {
  const config = { endpoint, region: 'local', credentials: LOCAL_CREDENTIALS }
  const client = new DynamoDBClient(config)
  await createTable(client, TABLE_NAME)
  if (dataFolder !== null) answerOnceKept(client, TABLE_NAME)
  const document = DynamoDBDocumentClient.from(client)
  const store = createStore({ client: document, tableName: TABLE_NAME, clock, sleep, random: Math.random })
  const listeners: (() => void)[] = []
  const commit: Store['commit'] = async (what) => {
    const outcome = await store.commit(what)
    for (const tell of listeners) tell()
    return outcome
  }
  return {
    store: { ...store, commit },
    streams: new DynamoDBStreamsClient(config),
    checkpointFile: dataFolder === null ? null : join(dataFolder, 'stream-checkpoint.json'),
    onWrite: (tell) => void listeners.push(tell),
  }
}
