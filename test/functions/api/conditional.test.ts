import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let desk: ApiDesk
let number: string

const QUEUE = { view: 'queue', group: 'workplace' }

/** A ticket of priority 3 on a Monday morning, dispatched: two hours to respond, sixteen to restore. */
beforeEach(async () => {
  desk = await openApiDesk()
  const opened = await desk.post(TICKETS, 'grace', {
    title: 'Printer',
    description: 'd',
    category: 'printing',
    requester: { personId: 'anna' },
  })
  number = opened.body.number
  await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group: 'workplace' }, 1)
})

const again = (path: string, tag: string | null, query?: Readonly<Record<string, string>>) =>
  desk.send('GET', path, { as: 'grace', headers: { 'if-none-match': tag ?? '' }, ...(query && { query }) })

describe('looking again [API-1]', () => {
  test.each([
    ['a list', () => TICKETS, QUEUE],
    ['a ticket', () => `${TICKETS}/${number}`, undefined],
    ['the dashboard', () => '/api/v1/dashboard', undefined],
  ])('%s is not sent again until something has happened', async (_, path, query) => {
    const first = await desk.get(path(), 'grace', query)
    const tag = first.headers.get('etag')
    desk.advance(1)
    const second = await again(path(), tag, query)
    expect(second).toMatchObject({ status: 304, text: '' })
    expect(second.headers.get('etag')).toBe(tag)
    await desk.post(`${TICKETS}/${number}/accept`, 'xia', {}, 2)
    const third = await again(path(), tag, query)
    expect(third.status).toBe(200)
    expect(third.headers.get('etag')).not.toBe(tag)
  })

  test('several tags, weak ones and the star are understood', async () => {
    const path = `${TICKETS}/${number}`
    expect((await again(path, '"1", W/"2"')).status).toBe(304)
    expect((await again(path, '*')).status).toBe(304)
    expect((await again(path, '"1"')).status).toBe(200)
    expect((await again(path, 'nonsense')).status).toBe(200)
  })

  test('who may not see a ticket is not told that they know it [ROL-3]', async () => {
    const sent = await desk.send('GET', `${TICKETS}/${number}`, { as: 'lin', headers: { 'if-none-match': '*' } })
    expect(sent.status).toBe(404)
  })

  test('what leaves a list or comes into it changes its tag', async () => {
    const tag = (await desk.get(TICKETS, 'grace', QUEUE)).headers.get('etag')
    await desk.post(`${TICKETS}/${number}/transfer`, 'grace', { group: 'platform', reason: 'Theirs' }, 2)
    const left = await again(TICKETS, tag, QUEUE)
    expect(left).toMatchObject({ status: 200, body: { items: [] } })
  })
})

describe('the clock of a listed ticket [SLA-4]', () => {
  const clock = async () => (await desk.get(TICKETS, 'grace', QUEUE)).body.items[0].clock
  const ofTicket = async () => {
    const { sla } = (await desk.get(`${TICKETS}/${number}`, 'grace')).body
    const { target, remainingMinutes, paused } = sla.respond.metAt === null ? sla.respond : sla.restore
    return { target, remainingMinutes, paused }
  }

  test('stands as on the ticket, working minute by working minute, through the night and while it waits', async () => {
    const before = await clock()
    expect(before).toMatchObject({ target: 120, paused: false })
    desk.advance(30)
    expect((await clock()).remainingMinutes).toBe(before.remainingMinutes - 30)
    await desk.post(`${TICKETS}/${number}/accept`, 'xia', {}, 2)
    for (const minutes of [0, 45, 8 * 60, 24 * 60]) {
      desk.advance(minutes)
      expect(await clock()).toEqual(await ofTicket())
    }
    await desk.post(`${TICKETS}/${number}/wait`, 'xia', { code: 'vendor', reason: 'Their turn' }, 3)
    desk.advance(24 * 60)
    expect(await clock()).toEqual(await ofTicket())
    expect((await clock()).paused).toBe(true)
  })
})
