import { randomUUID } from 'node:crypto'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { inject } from 'vitest'
import { createTable } from '../../local/create-table.ts'
import type { Store } from '../../shared/application/ports.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { createStore } from '../../shared/persistence/store.ts'
import type { TableAccess } from '../../shared/persistence/table-access.ts'

export type TestTable = TableAccess & {
  readonly store: Store
  readonly config: DynamoDBClientConfig
  /** Names of the requests `act` sends, in order. */
  requestsOf(act: () => Promise<unknown>): Promise<readonly string[]>
}

const NOW: Instant = '2026-03-02T01:00:00.000Z'

/** A fresh, empty table, with a stream when somebody is to follow it; the clock stands still, chance is always nought. */
export const testTable = async ({ stream = false } = {}): Promise<TestTable> => {
  const config = await testDynamoDb()
  const raw = new DynamoDBClient(config)
  const client = DynamoDBDocumentClient.from(raw)
  const tableName = `test-${randomUUID()}`
  await createTable(raw, tableName, stream)
  const access: TableAccess = {
    client,
    tableName,
    clock: { now: () => NOW },
    sleep: async () => undefined,
    random: () => 0,
  }
  return { ...access, config, store: createStore(access), requestsOf: (act) => requestsOf(client, act) }
}

/** How to reach the DynamoDB Local of this test run. @throws Error with its reason when it does not start */
const testDynamoDb = async (): Promise<DynamoDBClientConfig> => {
  const reply = await fetch(inject('dynamoDbOnDemandUrl'))
  if (!reply.ok) throw new Error(await reply.text())
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return { endpoint: await reply.text(), region: 'local', credentials }
}

const requestsOf = async (client: DynamoDBDocumentClient, act: () => Promise<unknown>): Promise<readonly string[]> => {
  const names: string[] = []
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        names.push(commandName ?? 'unknown')
        return next(args)
      },
    { step: 'build', name: 'namesOfRequests' },
  )
  try {
    await act()
  } finally {
    client.middlewareStack.remove('namesOfRequests')
  }
  return names
}
