import { beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../shared/persistence/store.ts'
import { commitOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

let table: TestTable
beforeAll(async () => {
  table = await testTable()
  for (const id of ['a', 'b']) await table.store.commit(commitOf(id, 0))
})

const keys = ['b', 'gone', 'a'].map(ticketKey)

describe('what lists show of several records', () => {
  test('comes in the order asked for, by one request', async () => {
    const sent = await table.requestsOf(async () => {
      const found = await table.store.summaries(keys)
      expect(found.map((each) => each?.key.id ?? null)).toEqual(['b', null, 'a'])
      expect(found[0]).toMatchObject({ version: 1, summary: commitOf('b', 0).summary })
    })
    expect(sent).toEqual(['BatchGetItemCommand'])
    expect(await table.store.summaries([])).toEqual([])
  })

  test('is asked for again when DynamoDB leaves some for later', async () => {
    const pausesMs: number[] = []
    let faults = 2
    const { client } = table
    client.middlewareStack.add(
      (next) => async (sent) => {
        const answer = await next(sent)
        if (faults === 0) return answer
        faults -= 1
        const left = { UnprocessedKeys: { [table.tableName]: { Keys: [] } } }
        return { ...answer, output: { ...answer.output, ...left } }
      },
      { step: 'initialize', name: 'leaves-some' },
    )
    const store = createStore({ ...table, sleep: async (ms) => void pausesMs.push(ms), random: () => 0.5 })
    const found = await store.summaries(keys)
    client.middlewareStack.remove('leaves-some')
    expect(found.filter((each) => each !== null)).toHaveLength(2)
    expect(pausesMs).toEqual([20, 40])
  })
})
