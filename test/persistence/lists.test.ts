import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { DUE_SHARDS, type ListName, type PageRequest } from '../../shared/application/ports.ts'
import { recordItem } from '../../shared/persistence/items.ts'
import { LIST_INDEXES } from '../../shared/persistence/table-definition.ts'
import { commitOf, entryOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
beforeAll(async () => {
  table = await testTable()
})

const pages = async (key: string, request: PageRequest) => {
  const found: string[][] = []
  let cursor: string | undefined
  do {
    const page = await table.store.list('queue', key, { ...request, cursor })
    found.push(page.items.map((item) => item.key.id))
    cursor = page.cursor ?? undefined
  } while (cursor)
  return found
}

/** Puts `count` records into a queue without going through commits: only the reading is looked at. */
const fill = async (key: string, count: number) => {
  const puts = Array.from({ length: count }, (_, n) => ({
    PutRequest: {
      Item: recordItem(
        commitOf(`${key}-${n}`, 0, { places: { queue: { key, sort: String(n).padStart(6, '0') } } }),
        undefined,
      ),
    },
  }))
  const writeOn = async (): Promise<void> => {
    while (puts.length > 0)
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.tableName]: puts.splice(0, 25) } }))
  }
  await Promise.all([writeOn(), writeOn(), writeOn()])
}

describe('lists', () => {
  test.for(Object.keys(LIST_INDEXES) as ListName[])('%s: one request, with all it shows', async (name) => {
    const { store } = table
    const inList = { [name]: { key: `k-${name}`, sort: '1' } }
    await store.commit(commitOf(`in-${name}`, 0, { places: inList }))
    await store.commit(commitOf(`in-${name}`, 1, { places: inList, summary: { title: 'new' } }))
    const requests = await table.requestsOf(async () => {
      expect(await store.list(name, `k-${name}`, { limit: 5 })).toEqual({
        items: [{ key: ticketKey(`in-${name}`), version: 2, summary: { title: 'new' } }],
        cursor: null,
      })
    })
    expect(requests).toEqual(['QueryCommand'])
  })

  test('of a day the rows travel alone, also of what has none yet [REP-2]', async () => {
    const { store } = table
    const places = (sort: string) => ({ day: { key: '2026-03-02', sort } })
    await store.commit(commitOf('rowed', 0, { places: places('1'), row: { reassignments: 2 } }))
    await store.commit(commitOf('rowless', 0, { places: places('2') }))
    const requests = await table.requestsOf(async () => {
      const first = await store.rows('2026-03-02', { limit: 1 })
      expect(first.items).toEqual([{ key: ticketKey('rowed'), row: { reassignments: 2 } }])
      expect(await store.rows('2026-03-02', { limit: 1, cursor: first.cursor ?? '' })).toEqual({
        items: [{ key: ticketKey('rowless'), row: null }],
        cursor: null,
      })
    })
    expect(requests).toEqual(['QueryCommand', 'QueryCommand'])
  })

  test('a record leaves a list when its new state has no place there', async () => {
    const { store } = table
    await store.commit(commitOf('leaving', 0, { places: { queue: { key: 'left', sort: '1' } } }))
    await store.commit(commitOf('leaving', 1, { places: { assignee: { key: 'left', sort: '1' } } }))
    expect((await store.list('queue', 'left', { limit: 5 })).items).toEqual([])
    expect((await store.list('assignee', 'left', { limit: 5 })).items).toHaveLength(1)
  })

  test('are in the order of their sort key, either way, within inclusive bounds', async () => {
    await fill('sorted', 6)
    const last = ['sorted-5', 'sorted-4', 'sorted-3']
    expect(await pages('sorted', { limit: 3, order: 'descending' })).toEqual([
      last,
      ['sorted-2', 'sorted-1', 'sorted-0'],
    ])
    expect(await pages('sorted', { limit: 2, between: ['000001', '000003'] })).toEqual([
      ['sorted-1', 'sorted-2'],
      ['sorted-3'],
    ])
  })

  test('narrowed, a page takes what is wanted from the next thousand, in one request [API-1]', async () => {
    await fill('narrow', 1_010)
    const every = (n: number) => (summary: { readonly title: string }) =>
      Number(summary.title.split('-').at(-1)) % n === 0
    const read = (n: number, cursor?: string) =>
      table.store.list('queue', 'narrow', { limit: 3, where: every(n), cursor })
    const ids = (page: { readonly items: readonly { readonly key: { readonly id: string } }[] }) =>
      page.items.map(({ key }) => key.id)
    const first = await read(400)
    expect(ids(first)).toEqual(['narrow-0', 'narrow-400', 'narrow-800'])
    const full = await read(300)
    expect(ids(full)).toEqual(['narrow-0', 'narrow-300', 'narrow-600'])
    let rest = full
    const requests = await table.requestsOf(async () => {
      rest = await read(300, full.cursor ?? '')
    })
    expect(requests).toEqual(['QueryCommand'])
    expect(ids(rest)).toEqual(['narrow-900'])
    expect(rest.cursor).toBeNull()
    expect(ids(await read(400, first.cursor ?? ''))).toEqual([])
  })

  test('of any length cost one request a page; pages neither overlap nor leave out [API-1]', async () => {
    await fill('long', 2_000)
    let found: string[][] = []
    const requests = await table.requestsOf(async () => {
      found = await pages('long', { limit: 20 })
    })
    expect(requests).toHaveLength(100)
    expect(found.flat()).toEqual(Array.from({ length: 2_000 }, (_, n) => `long-${n}`))
  })

  test('take keys of any length', async () => {
    const key = `${'x'.repeat(3_000)}@example.com`
    await table.store.commit(commitOf('far', 0, { places: { requester: { key, sort: '1' } } }))
    expect((await table.store.list('requester', key, { limit: 1 })).items).toHaveLength(1)
  })
})

describe('lines appended with a place', () => {
  test('are listed by it, apart from records of the same key', async () => {
    const { store } = table
    const lines = [1, 2, 3].map((n) => ({ ...entryOf('somewhere', `l${n}`), place: { key: 'machine', sort: `${n}` } }))
    const [first, ...rest] = lines
    if (first) await store.append(first)
    await store.commit(commitOf('m', 0, { entries: rest, places: { kind: { key: 'machine', sort: '1' } } }))
    const page = await store.listEntries('machine', { limit: 2, order: 'descending' })
    expect(page.items.map(({ id }) => id)).toEqual(['l3', 'l2'])
    const next = await store.listEntries('machine', { limit: 2, order: 'descending', cursor: page.cursor ?? undefined })
    expect(next).toMatchObject({ items: [{ id: 'l1', event: { type: 'notice-sent' } }], cursor: null })
    expect((await store.list('kind', 'machine', { limit: 5 })).items.map(({ key }) => key.id)).toEqual(['m'])
  })
})

describe('a cursor', () => {
  const cursorOf = async (key: string) => (await table.store.list('queue', key, { limit: 1 })).cursor ?? ''
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  test('of another list, order of keys or bounds, or a damaged one, is refused and shows nothing [API-1]', async () => {
    await fill('mine', 3)
    await fill('secret', 3)
    const own = JSON.parse(Buffer.from(await cursorOf('mine'), 'base64url').toString())
    const bad = [
      await cursorOf('secret'),
      encoded({ ...own, queueKey: 'secret' }),
      encoded({ ...own, extra: 'x' }),
      encoded({ ...own, pk: 7 }),
      encoded({ ...own, pk: '' }),
      encoded({ queueKey: 'mine' }),
      encoded([1]),
      encoded(null),
      'not json',
      '',
      'A'.repeat(10_000),
    ]
    for (const cursor of bad)
      await expect(table.store.list('queue', 'mine', { limit: 1, cursor }), cursor).rejects.toMatchObject({
        problem: 'invalid',
        code: 'bad-cursor',
      })
    const cursor = encoded(own)
    await expect(table.store.list('queue', 'mine', { limit: 1, cursor, between: ['5', '6'] })).rejects.toMatchObject({
      code: 'bad-cursor',
    })
    await expect(table.store.loadWithHistory(ticketKey('mine-0'), { limit: 1, cursor })).rejects.toMatchObject({
      code: 'bad-cursor',
    })
    expect((await table.store.list('queue', 'mine', { limit: 1, cursor })).items).toHaveLength(1)
  })
})

describe('what is due', () => {
  test('is found by shard, earliest first; what is due later or wants no waking is not', async () => {
    const { store } = table
    const at = (second: number) => `2026-03-02T01:00:0${second}.000Z`
    for (const n of [5, 1, 3]) await store.commit(commitOf(`due-${n}`, 0, { wakeAt: at(n) }))
    await store.commit(commitOf('due-never', 0))
    await store.commit(commitOf('due-1', 1, { wakeAt: at(2) }))
    await store.commit(commitOf('due-gone', 0, { wakeAt: at(1) }))
    await store.commit(commitOf('due-gone', 1))
    const shards = await Promise.all(Array.from({ length: DUE_SHARDS }, (_, shard) => store.due(shard, at(3), 10)))
    expect(shards.flat().toSorted((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1))).toEqual([
      { key: ticketKey('due-1'), wakeAt: at(2) },
      { key: ticketKey('due-3'), wakeAt: at(3) },
    ])
  })

  test('is spread over all shards, in order within each, and no more than asked for', async () => {
    const { store } = table
    await Promise.all(
      Array.from({ length: 80 }, (_, n) =>
        store.commit(
          commitOf(`spread-${n}`, 0, { wakeAt: `2020-01-01T00:00:${String(n % 60).padStart(2, '0')}.000Z` }),
        ),
      ),
    )
    for (let shard = 0; shard < DUE_SHARDS; shard++) {
      const due = await store.due(shard, '2020-12-31T00:00:00.000Z', 3)
      expect(due.length).toBeGreaterThan(0)
      expect(due.length).toBeLessThanOrEqual(3)
      expect(due.map(({ wakeAt }) => wakeAt)).toEqual(due.map(({ wakeAt }) => wakeAt).toSorted())
    }
  })
})
