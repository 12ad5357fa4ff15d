import { beforeAll, describe, expect, test } from 'vitest'
import type { Alias } from '../../shared/application/ports.ts'
import { commitOf, entryOf, eventOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
beforeAll(async () => {
  table = await testTable()
})

const claim = (name: string, id: string, more: Partial<Alias> = {}): Alias => ({
  name,
  target: ticketKey(id),
  replaces: 'nothing',
  ...more,
})

describe('a record', () => {
  test('comes back exactly as it was written, in one consistent read', async () => {
    const state = { text: '', none: null, list: [], nested: { b: 1.5, a: '打印机 🖨' } }
    expect(await table.requestsOf(() => table.store.commit(commitOf('exact', 0, { state })))).toEqual([
      'TransactWriteItemsCommand',
    ])
    const requests = await table.requestsOf(async () => {
      const stored = await table.store.load(ticketKey('exact'))
      expect(stored).toMatchObject({ version: 1, state })
      expect(JSON.stringify(stored?.state)).toBe(JSON.stringify(state))
    })
    expect(requests).toEqual(['GetItemCommand'])
    expect(await table.store.load(ticketKey('nobody'))).toBeNull()
  })

  test('is not changed by somebody who decided on an older version [LIF-9]', async () => {
    const { store } = table
    expect(await store.commit(commitOf('stale', 0))).toEqual({ kind: 'done' })
    expect(await store.commit(commitOf('stale', 1))).toEqual({ kind: 'done' })
    expect(await store.commit(commitOf('stale', 1, { state: 'late' }))).toEqual({ kind: 'moved' })
    expect(await store.commit(commitOf('stale', 0, { state: 'double' }))).toEqual({ kind: 'moved' })
    expect(await store.load(ticketKey('stale'))).toMatchObject({ version: 2, state: { title: 'stale as of 2' } })
  })

  test('lets exactly one of 50 parallel writers win each version [LIF-9]', async () => {
    for (const version of [0, 1, 2]) {
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, writer) =>
          table.store.commit(commitOf('contested', version, { state: writer })),
        ),
      )
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(49)
      const winner = outcomes.findIndex(({ kind }) => kind === 'done')
      expect(await table.store.load(ticketKey('contested'))).toMatchObject({ version: version + 1, state: winner })
    }
  })
})

describe('an alias', () => {
  test('leads to its record, with what was noted', async () => {
    await table.store.commit(commitOf('named', 0, { aliases: [claim('INC-1', 'named', { data: 'note' })] }))
    expect(await table.store.alias('INC-1')).toEqual({ target: ticketKey('named'), data: 'note' })
    expect(await table.store.alias('INC-2')).toBeNull()
  })

  test('claimed for good tells a second claimant who has it, in the same request, and nothing is written [API-1] [INT-4]', async () => {
    const { store } = table
    await store.commit(commitOf('first', 0, { aliases: [claim('key', 'first', { data: '201' })] }))
    const requests = await table.requestsOf(async () => {
      expect(
        await store.commit(commitOf('second', 0, { aliases: [claim('free', 'second'), claim('key', 'second')] })),
      ).toEqual({
        kind: 'taken',
        name: 'key',
        by: { target: ticketKey('first'), data: '201' },
      })
    })
    expect(requests).toEqual(['TransactWriteItemsCommand'])
    expect(await store.load(ticketKey('second'))).toBeNull()
    expect(await store.alias('free')).toBeNull()
  })

  test('taken says more than moved: a double submit finds its own first answer [API-1]', async () => {
    const { store } = table
    const submit = commitOf('submitted', 0, { aliases: [claim('submit', 'submitted')] })
    expect(await store.commit(submit)).toEqual({ kind: 'done' })
    expect(await store.commit(submit)).toMatchObject({ kind: 'taken', name: 'submit' })
  })

  test('that has expired reads as gone and may be claimed over', async () => {
    const { store } = table
    const now = table.clock.now()
    const lasting = '2026-03-02T01:00:00.001Z'
    await store.commit(
      commitOf('old', 0, {
        aliases: [claim('gone', 'old', { expiresAt: now }), claim('alive', 'old', { expiresAt: lasting })],
      }),
    )
    expect(await store.alias('gone')).toBeNull()
    expect(await store.alias('alive')).not.toBeNull()
    expect(await store.commit(commitOf('new', 0, { aliases: [claim('alive', 'new')] }))).toMatchObject({
      kind: 'taken',
    })
    expect(await store.commit(commitOf('new', 0, { aliases: [claim('gone', 'new')] }))).toEqual({ kind: 'done' })
    expect(await store.alias('gone')).toMatchObject({ target: ticketKey('new') })
  })

  test('moves away from the record it names, from no other', async () => {
    const { store } = table
    await store.commit(commitOf('duplicate', 0, { aliases: [claim('thread', 'duplicate')] }))
    const moveFrom = (id: string, version: number) =>
      store.commit(commitOf('survivor', version, { aliases: [claim('thread', 'survivor', { replaces: { id } })] }))
    expect(await moveFrom('stranger', 0)).toMatchObject({ kind: 'taken', by: { target: ticketKey('duplicate') } })
    expect(await moveFrom('duplicate', 0)).toEqual({ kind: 'done' })
    expect(await moveFrom('duplicate', 1)).toEqual({ kind: 'done' })
    expect(await store.alias('thread')).toMatchObject({ target: ticketKey('survivor') })
  })

  test('that replaces anything does', async () => {
    const { store } = table
    await store.commit(commitOf('before', 0, { aliases: [claim('latest', 'before')] }))
    await store.commit(commitOf('after', 0, { aliases: [claim('latest', 'after', { replaces: 'anything' })] }))
    expect(await store.alias('latest')).toMatchObject({ target: ticketKey('after') })
  })

  test('named twice in one commit is written once, and the stricter claim counts', async () => {
    const { store } = table
    const twice = (id: string) => [claim('mail', id, { replaces: 'anything' }), claim('mail', id)]
    expect(await store.commit(commitOf('a', 0, { aliases: twice('a') }))).toEqual({ kind: 'done' })
    expect(await store.commit(commitOf('b', 0, { aliases: twice('b') }))).toMatchObject({ kind: 'taken' })
  })

  test('may have a name of any length [INT-2]', async () => {
    const name = (end: string) => `${'长'.repeat(5_000)}${end}`
    await table.store.commit(commitOf('long', 0, { aliases: [claim(name('a'), 'long')] }))
    expect(await table.store.alias(name('a'))).toMatchObject({ target: ticketKey('long') })
    expect(await table.store.alias(name('b'))).toBeNull()
  })
})

describe('what is too much for one transaction is refused and nothing is written', () => {
  const events = (id: string, count: number) =>
    Array.from({ length: count }, (_, index) => eventOf(id, 1, '2026-03-02T01:00:00.000Z', index))

  test('more than 100 items', async () => {
    const { store } = table
    expect(await store.commit(commitOf('hundred', 0, { events: events('hundred', 99) }))).toEqual({ kind: 'done' })
    await expect(store.commit(commitOf('many', 0, { events: events('many', 100) }))).rejects.toMatchObject({
      problem: 'invalid',
      code: 'too-many-changes',
    })
    expect(await store.load(ticketKey('many'))).toBeNull()
  })

  test('an item above 400 kB', async () => {
    const { store } = table
    const bytes = (count: number) => ({ text: '中'.repeat(count / 3) })
    expect(await store.commit(commitOf('big', 0, { state: bytes(409_000) }))).toEqual({ kind: 'done' })
    await expect(store.commit(commitOf('bigger', 0, { state: bytes(409_600) }))).rejects.toMatchObject({
      problem: 'invalid',
      code: 'record-too-large',
    })
  })

  test('4 MB together', async () => {
    const entries = Array.from({ length: 11 }, (_, n) => ({
      ...entryOf('heap', `e${n}`),
      event: { type: 'note', text: 'x'.repeat(400_000) },
    }))
    await expect(table.store.commit(commitOf('heap', 0, { entries }))).rejects.toMatchObject({
      code: 'too-much-at-once',
    })
  })
})
