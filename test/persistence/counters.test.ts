import { beforeAll, expect, test } from 'vitest'
import { createStore } from '../../shared/persistence/store.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
beforeAll(async () => {
  table = await testTable()
})

test('a series gives every number once, whoever asks at the same time', async () => {
  const numbers = await Promise.all(Array.from({ length: 100 }, () => table.store.nextNumber('INC-2026')))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
  expect(await table.store.nextNumber('INC-2027')).toBe(1)
})

test('counts, one request each, until the end the first call has set [INT-5]', async () => {
  const storeAt = (now: string) => createStore({ ...table, clock: { now: () => now } })
  const end = '2026-03-02T02:00:00.000Z'
  const before = storeAt('2026-03-02T01:59:59.999Z')
  const requests = await table.requestsOf(async () => {
    expect(await before.count('sender', end)).toBe(1)
    expect(await before.count('sender', '2026-03-02T03:00:00.000Z')).toBe(2)
    expect(await before.count('other', end)).toBe(1)
  })
  expect(requests).toEqual(['UpdateItemCommand', 'UpdateItemCommand', 'UpdateItemCommand'])
  const after = storeAt(end)
  expect(await after.count('sender', '2026-03-02T03:00:00.000Z')).toBe(1)
  expect(await after.count('sender', '2026-03-02T03:00:00.000Z')).toBe(2)
})

test('counts nobody twice when an expired counter is started again by many at once', async () => {
  await table.store.count('burst', table.clock.now())
  const end = '2026-03-02T02:00:00.000Z'
  const counts = await Promise.all(Array.from({ length: 30 }, () => table.store.count('burst', end)))
  expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
})
