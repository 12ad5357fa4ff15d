import { DeleteCommand, GetCommand, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { carryNumbers } from '../../shared/persistence/carry-numbers.ts'
import { compareTables } from '../../shared/persistence/compare-tables.ts'
import { commitOf, eventOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 1, n)).toISOString()
const UNTIL = minute(30)

let original: TestTable
let restored: TestTable
beforeEach(async () => {
  ;[original, restored] = await Promise.all([testTable(), testTable()])
  for (const version of [0, 1]) await change('one', version)
  await change('other', 0)
  const { Items = [] } = await original.client.send(new ScanCommand({ TableName: original.tableName }))
  for (const Item of Items) await restored.client.send(new PutCommand({ TableName: restored.tableName, Item }))
})

const change = async (id: string, version: number, at = minute(version)): Promise<void> => {
  const follows = (await original.store.load(ticketKey(id)))?.seal
  await original.store.commit(commitOf(id, version, { events: [eventOf(id, version + 1, at)], follows }))
}

const compared = () => compareTables({ original, restored }, UNTIL)

/** Takes a whole record, or one of its lines, out of the restored table. */
const lose = async (pk: string, sorts: RegExp): Promise<void> => {
  const { Items = [] } = await restored.client.send(new ScanCommand({ TableName: restored.tableName }))
  for (const item of Items) {
    if (item['pk'] !== pk || !sorts.test(String(item['sk']))) continue
    const Key = { pk, sk: item['sk'] }
    await restored.client.send(new DeleteCommand({ TableName: restored.tableName, Key }))
  }
}

describe('a restored table', () => {
  test('that is all there is the same, item by item of each kind [AUD-2]', async () => {
    expect(await compared()).toEqual({
      original: { record: 2, event: 3 },
      restored: { record: 2, event: 3 },
      same: 2,
      movedOn: 0,
      differences: [],
    })
  })

  test('need not have what has happened since [AUD-2]', async () => {
    await change('one', 2, minute(31))
    await change('new', 0, minute(31))
    expect(await compared()).toMatchObject({ same: 1, movedOn: 2, differences: [] })
  })

  test('shows a record that is missing [AUD-2]', async () => {
    await lose('ticket#one', /.*/)
    expect(await compared()).toMatchObject({ same: 1, differences: [{ record: 'ticket#one', difference: 'lost' }] })
  })

  test('shows a history that ends before the moment it was restored to [AUD-2]', async () => {
    await change('one', 2, minute(20))
    expect(await compared()).toMatchObject({ differences: [{ record: 'ticket#one', difference: 'lost' }] })
  })

  test('shows what the original has lost since, or has now instead [AUD-2]', async () => {
    const { TableName, Key } = { TableName: original.tableName, Key: { pk: 'ticket#one', sk: 'record' } }
    await original.client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET seal = :no',
        ExpressionAttributeValues: { ':no': 'no' },
      }),
    )
    const event = { pk: 'ticket#one', sk: `event#${minute(1)}#00000002#00000000` }
    await original.client.send(new DeleteCommand({ TableName, Key: event }))
    await original.client.send(new DeleteCommand({ TableName, Key: { pk: 'ticket#other', sk: 'record' } }))
    expect((await compared()).differences).toEqual([
      { record: 'ticket#one', difference: 'differs' },
      { record: 'ticket#other', difference: 'unknown' },
    ])
  })
})

test('numbers go on where the original stands, so that none is given twice', async () => {
  for (const _ of [1, 2, 3]) await original.store.nextNumber('INC-2026')
  await restored.store.nextNumber('INC-2026')
  await original.store.count('mails of somebody', minute(90))
  await carryNumbers({ original, restored })
  expect(await restored.store.nextNumber('INC-2026')).toBe(4)
  const rate = { TableName: restored.tableName, Key: { pk: 'counter#mails of somebody', sk: 'counter' } }
  expect((await restored.client.send(new GetCommand(rate))).Item).toBeUndefined()
})
