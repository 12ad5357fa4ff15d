import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyHistory } from '../../shared/persistence/verify-history.ts'
import { commitOf, entryOf, eventOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 1, n)).toISOString()

let table: TestTable
beforeEach(async () => {
  table = await testTable()
  for (const version of [0, 1, 2]) await change('one', version)
  await change('other', 0)
})

const change = async (id: string, version: number): Promise<void> => {
  const stored = await table.store.load(ticketKey(id))
  const events = [0, 1].map((index) => eventOf(id, version + 1, minute(version), index))
  await table.store.commit(
    commitOf(id, version, { events, follows: stored?.seal, entries: [entryOf(id, `e${version}`)] }),
  )
}

/** Events of ticket `one` as they lie in the table, oldest first. */
const lines = async () => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: '#item = :event',
      ExpressionAttributeNames: { '#item': 'item' },
      ExpressionAttributeValues: { ':pk': 'ticket#one', ':event': 'event' },
    }),
  )
  return Items.map((item) => ({ ...item, pk: String(item['pk']), sk: String(item['sk']), line: String(item['line']) }))
}

const line = async (at: number) => {
  const found = (await lines()).at(at)
  if (!found) throw new Error(`there is no line ${at}`)
  return found
}

const put = (Item: Record<string, unknown>) => table.client.send(new PutCommand({ TableName: table.tableName, Item }))
const remove = ({ pk, sk }: { readonly pk: string; readonly sk: string }) =>
  table.client.send(new DeleteCommand({ TableName: table.tableName, Key: { pk, sk } }))

const faults = async () => (await verifyHistory(table)).faults.map(({ record, fault }) => `${record} ${fault}`)

describe('a history', () => {
  test('that is as it was written has no fault [AUD-2]', async () => {
    expect(await verifyHistory(table)).toEqual({ records: 2, events: 8, unsealedEvents: 0, faults: [] })
  })

  test.each([0, 2, 5])('shows that line %i was altered, and where [AUD-2]', async (at) => {
    const { line: text, ...altered } = await line(at)
    await put({ ...altered, line: text.replace('Grace', 'Bruno') })
    expect((await verifyHistory(table)).faults).toEqual([{ record: 'ticket#one', at: altered.sk, fault: 'broken' }])
  })

  test.each([0, 3])('shows that line %i was removed [AUD-2]', async (at) => {
    await remove(await line(at))
    expect(await faults()).toEqual(['ticket#one broken'])
  })

  test('shows that its end was removed [AUD-2]', async () => {
    await remove(await line(-1))
    expect(await faults()).toEqual(['ticket#one cut-off'])
  })

  test('shows that a line was put between, with a seal or without [AUD-2]', async () => {
    const { sk, pk, line: text } = await line(2)
    await put({ pk, sk: `${sk}x`, item: 'event', line: text })
    expect(await faults()).toEqual(['ticket#one unsealed'])
    await put({ pk, sk: `${sk}x`, item: 'event', line: text, seal: 'made-up' })
    expect(await faults()).toEqual(['ticket#one broken', 'ticket#one broken'])
  })

  test('shows that two lines changed places [AUD-2]', async () => {
    const [first, second] = [await line(2), await line(3)]
    await put({ ...first, sk: second.sk })
    await put({ ...second, sk: first.sk })
    expect(await faults()).toContain('ticket#one broken')
  })

  test('from before there were seals goes on sealed, and says how much of it is not [AUD-2]', async () => {
    for (const { pk, sk } of [...(await lines()), { pk: 'ticket#one', sk: 'record' }]) {
      const Key = { pk, sk }
      await table.client.send(new UpdateCommand({ TableName: table.tableName, Key, UpdateExpression: 'REMOVE seal' }))
    }
    await change('one', 3)
    expect(await verifyHistory(table)).toEqual({ records: 2, events: 10, unsealedEvents: 6, faults: [] })
    await remove(await line(-2))
    expect(await faults()).toEqual(['ticket#one broken'])
  })
})
