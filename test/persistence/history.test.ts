import { beforeAll, expect, test } from 'vitest'
import { commitOf, entryOf, eventOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
beforeAll(async () => {
  table = await testTable()
})

const minute = (count: number) => `2026-03-02T01:${String(count).padStart(2, '0')}:00.000Z`
const ids = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id)

test('a record and its newest history, newest first, are one request', async () => {
  const { store } = table
  await store.commit(commitOf('one', 0, { events: [eventOf('one', 1, minute(0), 0), eventOf('one', 1, minute(0), 1)] }))
  await store.commit(commitOf('one', 1, { events: [eventOf('one', 2, minute(5))] }))
  const requests = await table.requestsOf(async () => {
    const { record, history } = await store.loadWithHistory(ticketKey('one'), { limit: 10 })
    expect(record).toMatchObject({ version: 2, state: { title: 'one as of 2' } })
    expect(ids(history.items)).toEqual(['one.2.0', 'one.1.1', 'one.1.0'])
    expect(history.cursor).toBeNull()
    const { id, at, actor, event, changes, version } = eventOf('one', 2, minute(5))
    expect(history.items[0]).toEqual({ id, at, actor, event, changes, version })
  })
  expect(requests).toEqual(['QueryCommand'])
})

test('of a record that does not exist there is nothing', async () => {
  expect(await table.store.loadWithHistory(ticketKey('none'), { limit: 10 })).toEqual({
    record: null,
    history: { items: [], cursor: null },
  })
})

test('lines appended beside the record stand where they belong in time', async () => {
  const { store } = table
  await store.commit(commitOf('mixed', 0, { events: [eventOf('mixed', 1, minute(1))] }))
  await store.commit(commitOf('mixed', 1, { events: [eventOf('mixed', 2, minute(3))] }))
  await store.append(entryOf('mixed', 'sent', minute(2)))
  await store.append(entryOf('mixed', 'same-instant', minute(1)))
  await store.commit(commitOf('notice', 0, { entries: [entryOf('mixed', 'delivered', minute(4))] }))
  const { history } = await store.loadWithHistory(ticketKey('mixed'), { limit: 10 })
  expect(ids(history.items)).toEqual(['delivered', 'mixed.2.0', 'sent', 'same-instant', 'mixed.1.0'])
  expect(history.items[0]).toEqual({
    id: 'delivered',
    at: minute(4),
    actor: { kind: 'person', id: 'grace', name: 'Grace' },
    event: { type: 'notice-sent' },
  })
})

test('history is read in pages without gap or overlap, the record with the first only [API-1]', async () => {
  const { store } = table
  for (let version = 0; version < 10; version++)
    await store.commit(commitOf('paged', version, { events: [eventOf('paged', version + 1, minute(version))] }))
  const seen: string[] = []
  const records: unknown[] = []
  let cursor: string | undefined
  const requests = await table.requestsOf(async () => {
    do {
      const page = await store.loadWithHistory(ticketKey('paged'), { limit: 5, cursor })
      seen.push(...ids(page.history.items))
      records.push(page.record?.version ?? null)
      cursor = page.history.cursor ?? undefined
    } while (cursor)
  })
  expect(seen).toEqual(Array.from({ length: 10 }, (_, n) => `paged.${10 - n}.0`))
  expect(records).toEqual([10, null])
  expect(requests).toEqual(['QueryCommand', 'QueryCommand'])
})

test('an appended line is written once, however often; nothing in history is ever overwritten [AUD-1]', async () => {
  const { store } = table
  await store.commit(commitOf('kept', 0))
  await store.append(entryOf('kept', 'e1'))
  await store.append({ ...entryOf('kept', 'e1'), event: { type: 'forged' } })
  const forged = { ...entryOf('kept', 'e1'), event: { type: 'forged' } }
  const forging = commitOf('forger', 0, { entries: [forged, forged, entryOf('kept', 'e2')] })
  expect(await store.commit(forging)).toEqual({ kind: 'done' })
  expect(await store.load(ticketKey('forger'))).toMatchObject({ version: 1 })
  const { history } = await store.loadWithHistory(ticketKey('kept'), { limit: 10 })
  expect(history.items.map(({ id, event }) => [id, event.type])).toEqual([
    ['e2', 'notice-sent'],
    ['e1', 'notice-sent'],
    ['kept.1.0', 'commented'],
  ])
})

test('a commit whose event is in the history already fails as a whole [AUD-1]', async () => {
  const { store } = table
  await store.commit(commitOf('forged', 0))
  const rewritten = { ...eventOf('forged', 1), event: { type: 'rewritten' } }
  await expect(store.commit(commitOf('forged', 1, { events: [rewritten] }))).rejects.toThrow(/ConditionalCheckFailed/)
  const { record, history } = await store.loadWithHistory(ticketKey('forged'), { limit: 10 })
  expect(record?.version).toBe(1)
  expect(history.items.map(({ event }) => event.type)).toEqual(['commented'])
})
