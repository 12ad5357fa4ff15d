import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../shared/persistence/store.ts'
import { commitOf, entryOf, ticketKey } from '../support/commits.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'

/** What DynamoDB Local never does, done to the requests on their way. */
type Fault = <Answer>(send: () => Promise<Answer>) => Promise<Answer>

let table: TestTable
let pausesMs: number[]
let tokens: string[]

beforeEach(async () => {
  table = await testTable()
  pausesMs = []
  tokens = []
})

/** A store whose first requests meet `faults`, one each; `where` is before or beneath the SDK's own retries. */
const storeWith = (faults: Fault[], where: 'initialize' | 'deserialize' = 'initialize') => {
  const meet =
    <Sent extends { input: object }, Answer>(next: (sent: Sent) => Promise<Answer>) =>
    (sent: Sent): Promise<Answer> => {
      if ('ClientRequestToken' in sent.input) tokens.push(String(sent.input.ClientRequestToken))
      const fault = faults.shift() ?? ((send) => send())
      return fault(() => next(sent))
    }
  if (where === 'initialize') table.client.middlewareStack.add(meet, { step: 'initialize' })
  else table.client.middlewareStack.add(meet, { step: 'deserialize' })
  return createStore({ ...table, sleep: async (ms) => void pausesMs.push(ms), random: () => 0.5 })
}

const cancelled =
  (...codes: readonly string[]): Fault =>
  async () => {
    throw new TransactionCanceledException({
      message: `Transaction cancelled: [${codes.join(', ')}]`,
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    })
  }

const failing =
  (error: Error): Fault =>
  async () => {
    throw error
  }

const named = (name: string) => Object.assign(new Error(name), { name })

describe('a transaction that collides', () => {
  test.for(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'by %s is written after a growing pause',
    async (code) => {
      const store = storeWith([cancelled('None', code), cancelled(code, 'None'), cancelled('None', code)])
      expect(await store.commit(commitOf('t', 0))).toEqual({ kind: 'done' })
      expect(pausesMs).toEqual([20, 40, 80])
      expect(await store.load(ticketKey('t'))).toMatchObject({ version: 1 })
    },
  )

  test('with a new token each time: DynamoDB might remember the cancelled one', async () => {
    const store = storeWith([cancelled('TransactionConflict', 'None')])
    await store.commit(commitOf('t', 0))
    expect(new Set(tokens).size).toBe(2)
  })

  test('for ever fails after eight attempts with what DynamoDB said', async () => {
    const store = storeWith(Array.from({ length: 20 }, () => cancelled('TransactionConflict', 'None')))
    await expect(store.commit(commitOf('t', 0))).rejects.toThrow('Transaction cancelled: [TransactionConflict, None]')
    expect(pausesMs).toHaveLength(7)
    expect(Math.max(...pausesMs)).toBeLessThanOrEqual(1_000)
  })

  test('while its version has moved is told so and not tried again [LIF-9]', async () => {
    const store = storeWith([cancelled('ConditionalCheckFailed', 'TransactionConflict')])
    expect(await store.commit(commitOf('t', 0))).toEqual({ kind: 'moved' })
    expect(pausesMs).toEqual([])
  })

  test('over a line of history that is there already is written without that line', async () => {
    const store = storeWith([
      cancelled('None', 'None', 'TransactionConflict'),
      cancelled('None', 'None', 'ConditionalCheckFailed'),
    ])
    expect(await store.commit(commitOf('t', 0, { entries: [entryOf('other', 'e')] }))).toEqual({ kind: 'done' })
    expect((await store.loadWithHistory(ticketKey('other'), { limit: 5 })).history.items).toEqual([])
  })
})

describe('a transaction that is wrong', () => {
  test('is not tried again', async () => {
    const store = storeWith([cancelled('None', 'ValidationError')])
    await expect(store.commit(commitOf('t', 0))).rejects.toThrow('ValidationError')
    expect(tokens).toHaveLength(1)
  })

  test('nor is what DynamoDB refuses outright', async () => {
    const store = storeWith([failing(named('AccessDeniedException'))])
    await expect(store.commit(commitOf('t', 0))).rejects.toThrow('AccessDeniedException')
    expect(tokens).toHaveLength(1)
  })
})

describe('a transaction that was applied although its answer was lost', () => {
  const lostAnswer: Fault = async (send) => {
    await send()
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
  }

  test('is done, not moved or taken by itself [API-1]', async () => {
    const store = storeWith([lostAnswer], 'deserialize')
    const aliases = [{ name: 'key', target: ticketKey('t'), replaces: 'nothing' }] as const
    const requests = await table.requestsOf(async () => {
      expect(await store.commit(commitOf('t', 0, { aliases }))).toEqual({ kind: 'done' })
    })
    expect(requests).toEqual(['TransactWriteItemsCommand'])
    expect(tokens).toHaveLength(2)
    expect(await store.load(ticketKey('t'))).toMatchObject({ version: 1 })
  })

  test('and is still being applied is asked for again by the same token', async () => {
    const inProgress = new TransactionInProgressException({ $metadata: {}, message: 'in progress' })
    const store = storeWith([failing(inProgress), failing(inProgress)])
    expect(await store.commit(commitOf('t', 0))).toEqual({ kind: 'done' })
    expect(tokens).toHaveLength(3)
    expect(new Set(tokens).size).toBe(1)
    expect(pausesMs).toHaveLength(2)
  })
})

describe('a single write that runs into a transaction', () => {
  const conflict = failing(named('TransactionConflictException'))

  test('is repeated', async () => {
    const store = storeWith([conflict, conflict])
    await store.append(entryOf('t', 'e'))
    expect(pausesMs).toHaveLength(2)
    expect((await store.loadWithHistory(ticketKey('t'), { limit: 5 })).history.items).toHaveLength(1)
    expect(await storeWith([conflict]).nextNumber('n')).toBe(1)
  })

  test('and fails otherwise is heard of', async () => {
    const store = storeWith([failing(named('AccessDeniedException'))])
    await expect(store.append(entryOf('t', 'e'))).rejects.toThrow('AccessDeniedException')
  })
})
