import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'
const SOLVED = { outcome: 'cure', solution: 'New switch', cause: 'Old switch', environmentChanged: false }

let desk: ApiDesk
let number: string

const act = async (as: string, name: string, body: object) => {
  const { version } = (await desk.get(`${TICKETS}/${number}`, 'grace')).body
  const answer = await desk.post(`${TICKETS}/${number}/${name}`, as, body, version)
  expect(answer.status, answer.text).toBe(200)
}

const opened = async (more: object): Promise<string> => {
  const said = { title: 'Harbour down', description: 'All of it', category: 'network', requester: { personId: 'anna' } }
  return (await desk.post(TICKETS, 'grace', { ...said, ...more })).body.number
}

beforeEach(async () => {
  desk = await openApiDesk()
  number = await opened({ impact: 'extensive', urgency: 'critical' })
  await act('paula', 'judge-major', { confirmed: true, reason: 'No berth has a network.' })
})

describe('major incidents on the dashboard', () => {
  const dashboard = async (as = 'martin') => (await desk.get('/api/v1/dashboard', as)).body
  type Figure = { readonly waits: string; readonly count: number; readonly query: string }
  const waiting = async () => {
    const { majors, majorWaits } = await dashboard()
    expect(majors.map((row: { number: string }) => row.number)).toEqual([number])
    const figures: readonly Figure[] = majorWaits
    for (const { count, query } of figures) {
      const { items } = (await desk.get(TICKETS, 'martin', Object.fromEntries(new URLSearchParams(query)))).body
      expect(items).toHaveLength(count)
    }
    expect(majors[0].majorWaits).toBe(figures.find(({ count }) => count > 0)?.waits ?? null)
    return figures.filter(({ count }) => count > 0).map(({ waits }) => waits)
  }

  test('stand there until they are closed, with what they wait for, each figure with its list [MAJ-5] [MAJ-6] [MAJ-7] [REP-6]', async () => {
    expect(await waiting()).toEqual([])
    await act('grace', 'assign', { group: 'network', assignee: 'noor' })
    await act('noor', 'accept', {})
    await act('noor', 'resolve', { ...SOLVED, category: 'network' })
    expect(await waiting()).toEqual(['review'])
    await act('paula', 'review-solution', { satisfied: true })
    expect(await waiting()).toEqual(['report'])
    await act('ivan', 'write-report', { text: 'What happened.' })
    expect(await waiting()).toEqual(['approval'])
    await act('paula', 'approve-report', { version: 1 })
    expect(await waiting()).toEqual(['sending'])
    await act('grace', 'send-report', { version: 1 })
    expect(await waiting()).toEqual(['call-back'])
  })

  test('what it waits for is the desk’s own business [ROL-3]', async () => {
    const { items } = (await desk.get(TICKETS, 'anna', { view: 'requested' })).body
    expect(items[0]).not.toHaveProperty('majorWaits')
  })
})

describe('the incidents below a major one', () => {
  test('are listed with what they are about; of those kept from the reader only the number [MAJ-8] [PRI-9]', async () => {
    const child = await opened({ title: 'No mail', category: 'email' })
    const secret = await opened({ title: 'Passwords on a wall', security: true })
    for (const each of [child, secret]) await act('grace', 'attach-child', { child: each })
    const list = (as: string, query = {}) => desk.get(`${TICKETS}/${number}/children`, as, query)
    expect((await list('grace')).body).toMatchObject({
      items: [
        { number: child, ticket: { title: 'No mail', state: 'recorded' } },
        { number: secret, ticket: { title: 'Passwords on a wall' } },
      ],
      cursor: null,
    })
    expect((await list('petra')).body.items).toMatchObject([{ number: child }, { number: secret, ticket: null }])
    const first = (await list('grace', { limit: '1' })).body
    expect(first.items).toHaveLength(1)
    expect((await list('grace', { limit: '1', cursor: first.cursor })).body).toMatchObject({
      items: [{ number: secret }],
      cursor: null,
    })
    expect(await list('grace', { cursor: 'elsewhere' })).toMatchObject({ status: 422, body: { code: 'bad-cursor' } })
  })

  test('are nobody’s but the desk’s to see [ROL-3]', async () => {
    expect((await desk.get(`${TICKETS}/${number}/children`, 'anna')).status).toBe(404)
    expect((await desk.get(`${TICKETS}/${number}/children`, 'lin')).status).toBe(404)
  })
})
