import { beforeAll, describe, expect, test } from 'vitest'
import { type TestTable, testTable } from '../../support/dynamodb.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let table: TestTable
let desk: ApiDesk
let number: string

beforeAll(async () => {
  table = await testTable()
  desk = await openApiDesk(table.store)
  const opened = await desk.post(TICKETS, 'grace', {
    title: 'Printer prints blank pages',
    description: 'Since nine',
    category: 'printing',
    requester: { personId: 'lin' },
  })
  number = opened.body.number
  // The caller is looked up once in a while, not for every request.
  await desk.get('/api/v1/me', 'lin')
})

const ok = async (answer: Promise<{ readonly status: number; readonly text: string }>): Promise<void> => {
  const { status, text } = await answer
  expect(status, text).toBeLessThan(300)
}

/** DESIGN §9: what one request of the API may cost at the table, once the settings are known. */
describe('requests to the table', () => {
  test.each([
    ['the ticket page', '', ['GetItemCommand']],
    ['the timeline with its ticket', '/timeline', ['QueryCommand']],
    ['the clocks', '/clocks', ['GetItemCommand']],
  ])('%s costs one', async (_, path, requests) => {
    for (const as of ['grace', 'lin']) {
      const sent = await table.requestsOf(() => ok(desk.get(`${TICKETS}/${number}${path}`, as)))
      expect(sent).toEqual(requests)
    }
  })

  test.each([
    { view: 'queue', group: 'desk' },
    { view: 'requested', person: 'lin' },
    { view: 'department', department: 'research' },
    { view: 'to-close' },
    { view: 'open', state: 'recorded', priority: '3' },
    { view: 'missed' },
    { view: 'due' },
    { view: 'recorded', channel: 'hotline' },
  ])('a list costs one: %j', async (query) => {
    expect(await table.requestsOf(() => ok(desk.get(TICKETS, 'grace', query)))).toEqual(['QueryCommand'])
  })

  test.each([
    ['grace', 5],
    ['petra', 4],
  ])(
    'the dashboard costs one for all that is open, one for what is solved, one for today’s intake, one for bad ratings and, for the desk, one for who was not reached: %s [REP-6] [CLO-6] [NOT-3]',
    async (as, requests) => {
      await desk.get('/api/v1/me', as)
      const sent = await table.requestsOf(() => ok(desk.get('/api/v1/dashboard', as)))
      expect(sent).toEqual(Array(requests).fill('QueryCommand'))
    },
  )

  test('similar tickets cost two, or four while the service is not known [INT-14]', async () => {
    const asked = (query: Record<string, string>) =>
      table.requestsOf(() => ok(desk.get(`${TICKETS}/similar`, 'grace', { title: 'Printer', ...query })))
    expect(await asked({ service: 'workplace' })).toEqual(Array(2).fill('QueryCommand'))
    expect(await asked({})).toEqual(Array(4).fill('QueryCommand'))
  })

  test('an act costs one read and one transaction', async () => {
    const sent = await table.requestsOf(() => ok(desk.post(`${TICKETS}/${number}/comment`, 'grace', { text: 'x' })))
    expect(sent).toEqual(['GetItemCommand', 'TransactWriteItemsCommand'])
  })

  test('a new ticket costs one counter and one transaction', async () => {
    const body = { title: 'Another', description: 'd', category: 'printing' }
    const sent = await table.requestsOf(() => ok(desk.post(TICKETS, 'grace', body)))
    expect(sent).toEqual(['UpdateItemCommand', 'TransactWriteItemsCommand'])
  })
})

describe('on the table as it is', () => {
  test('lists, timelines and idempotency keys work as on paper [API-1] [PRI-8]', async () => {
    const declare = {
      as: 'grace',
      body: { title: 'Urgent', description: 'd', category: 'erp', impact: 'significant', urgency: 'high' },
    }
    const once = await desk.send('POST', TICKETS, { ...declare, headers: { 'idempotency-key': 'k' } })
    const twice = await desk.send('POST', TICKETS, { ...declare, headers: { 'idempotency-key': 'k' } })
    expect(twice.body).toEqual(once.body)
    const { items, cursor } = (await desk.get(TICKETS, 'xia', { view: 'queue', group: 'desk', limit: '1' })).body
    expect(items).toMatchObject([{ number: once.body.number, priority: 2 }])
    const rest = (await desk.get(TICKETS, 'xia', { view: 'queue', group: 'desk', cursor })).body.items
    expect(rest.map((row: { number: string }) => row.number)).toContain(number)
    expect(await desk.get(TICKETS, 'xia', { view: 'mine', cursor })).toMatchObject({
      status: 422,
      body: { code: 'bad-cursor' },
    })
  })

  test('a refusal is on the administrator’s list [ROL-2]', async () => {
    await desk.get('/api/v1/refusals', 'xia')
    expect((await desk.get('/api/v1/refusals', 'ada')).body.items).toMatchObject([
      { actor: { id: 'xia' }, method: 'GET' },
    ])
  })
})
