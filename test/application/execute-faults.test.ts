import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import { openTicket, ticketAct } from '../../shared/application/tickets.ts'
import { DeskOnTable, type Fate, letThrough } from '../support/desk-on-table.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { anna, asActor, declaration, personNamed } from '../support/ticket-fixtures.ts'

let table: TestTable
let desk: DeskOnTable
beforeAll(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
})
afterEach(() => {
  desk.fate = letThrough
  table.client.middlewareStack.remove('faults')
})

const grace = asActor(personNamed('grace'))
const comment = { type: 'comment', text: 'said once', visibility: 'public' } as const
const { number: _, ...said } = declaration

/** The next transactions meet these, one each; DynamoDB Local never does so by itself. */
const transactionsMeet = (faults: readonly string[]): void => {
  const left = [...faults]
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const Code = commandName === 'TransactWriteItemsCommand' ? left.shift() : undefined
        if (Code === undefined) return next(args)
        throw new TransactionCanceledException({ message: Code, $metadata: {}, CancellationReasons: [{ Code }] })
      },
    { step: 'initialize', name: 'faults' },
  )
}

class Fault extends Error {}

/** The first call of that name fails, before it or after it was done. */
const failing = (failingName: string, when: 'before' | 'after'): Fate => {
  let failed = false
  return async (name, call) => {
    if (failed || name !== failingName) return call()
    failed = true
    if (when === 'after') await call()
    throw new Fault(`${name} failed ${when}`)
  }
}

const historyOf = async (number: string) => (await desk.history(number)).map(({ event }) => event.type)

describe('a transaction that runs into another', () => {
  test.for(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    '%s: is tried again, and the act is done once',
    async (fault) => {
      const number = await desk.opened()
      transactionsMeet([fault, fault])
      expect(await ticketAct(desk.deps, number, comment, grace)).toMatchObject({ version: 2 })
      expect(await historyOf(number)).toEqual(['recorded', 'commented'])
    },
  )

  test('and into another for ever is reported, with nothing written', async () => {
    const number = await desk.opened()
    transactionsMeet(Array.from({ length: 20 }, () => 'TransactionConflict'))
    await expect(ticketAct(desk.deps, number, comment, grace)).rejects.toThrow('TransactionConflict')
    expect(await desk.deps.store.load(ticketKey(number))).toMatchObject({ version: 1 })
    expect(await historyOf(number)).toEqual(['recorded'])
  })
})

describe('a call that fails', () => {
  test.for(['store.load', 'store.commit'])('at %s is reported; the act can be done again', async (name) => {
    const number = await desk.opened()
    desk.fate = failing(name, 'before')
    await expect(ticketAct(desk.deps, number, comment, grace)).rejects.toThrow(Fault)
    expect(await historyOf(number)).toEqual(['recorded'])
    await ticketAct(desk.deps, number, comment, grace)
    expect(await historyOf(number)).toEqual(['recorded', 'commented'])
  })

  test('when the number is drawn leaves no ticket behind', async () => {
    const open = () => openTicket(desk.deps, { type: 'submit', ...said }, asActor(anna))
    const before = (await open()).ticket.number
    desk.fate = failing('store.nextNumber', 'after')
    await expect(open()).rejects.toThrow(Fault)
    const after = (await open()).ticket.number
    expect(Number(after.slice(-6)) - Number(before.slice(-6)), 'a number is skipped, none used twice').toBe(2)
  })
})

describe('a transaction whose answer is lost', () => {
  test('is found done when the act is sent again with its key [API-1]', async () => {
    const number = await desk.opened()
    const act = () => ticketAct(desk.deps, number, comment, grace, { idempotency: { key: 'lost', hash: 'h' } })
    desk.fate = failing('store.commit', 'after')
    await expect(act()).rejects.toThrow(Fault)
    expect(await act()).toMatchObject({ version: 2 })
    expect(await historyOf(number)).toEqual(['recorded', 'commented'])
  })

  test('is found done though the same act is no longer possible [API-1]', async () => {
    const number = await desk.opened()
    const accept = () =>
      ticketAct(desk.deps, number, { type: 'accept' }, grace, { idempotency: { key: 'lost too', hash: 'h' } })
    desk.fate = failing('store.commit', 'after')
    await expect(accept()).rejects.toThrow(Fault)
    expect(await accept()).toMatchObject({ version: 2, ticket: { state: 'accepted' } })
  })

  test('of a new ticket is found under its first number [API-1]', async () => {
    const open = () =>
      openTicket(desk.deps, { type: 'submit', ...said }, asActor(anna), { idempotency: { key: 'new', hash: 'h' } })
    desk.fate = failing('store.commit', 'after')
    await expect(open()).rejects.toThrow(Fault)
    const first = (await open()).ticket.number
    expect((await open()).ticket.number).toBe(first)
  })
})
