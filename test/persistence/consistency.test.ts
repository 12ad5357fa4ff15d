import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, test } from 'vitest'
import { createStore } from '../../shared/persistence/store.ts'
import { ticketKey } from '../support/commits.ts'

test('what is read to act on is read consistently, lists are not: no index can [LIF-9]', async () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }))
  const mock = mockClient(client)
  mock.onAnyCommand().resolves({})
  const clock = { now: () => '2026-03-02T01:00:00.000Z' }
  const store = createStore({ client, tableName: 't', clock, sleep: async () => undefined, random: () => 0 })
  await store.load(ticketKey('t'))
  await store.alias('name')
  await store.loadWithHistory(ticketKey('t'), { limit: 1 })
  await store.list('queue', 'q', { limit: 1 })
  const consistent = [...mock.commandCalls(GetCommand), ...mock.commandCalls(QueryCommand)].map(
    ({ args: [command] }) => command.input.ConsistentRead,
  )
  expect(consistent).toEqual([true, true, true, false])
})
