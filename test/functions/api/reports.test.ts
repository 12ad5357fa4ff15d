import { beforeAll, describe, expect, test } from 'vitest'
import { reportHandler } from '../../../functions/report.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const REPORTS = '/api/v1/reports'
const TICKETS = '/api/v1/tickets'

let desk: ApiDesk
const sent: string[] = []

const recorded = async (extra: object = {}) =>
  (
    await desk.post(TICKETS, 'grace', {
      title: 'Printer prints blank pages',
      description: 'Since nine',
      category: 'printing',
      requester: { personId: 'anna' },
      ...extra,
    })
  ).body

const send: ApiDesk['deps']['mailer']['send'] = async ({ id, to }) => {
  sent.push(to.address)
  return { messageId: id }
}

const makeReports = () => reportHandler({ ...desk.deps, mailer: { send } })()

const figure = (report: { figures: readonly { id: string }[] }, id: string) =>
  report.figures.find((each) => each.id === id)

/** March: three tickets, of which one is security's and one was cancelled; the report is made on the first of April. */
beforeAll(async () => {
  desk = await openApiDesk()
  await recorded({ impact: 'minor', urgency: 'low' })
  await recorded({ title: 'Passwords on a wall', security: true })
  const cancelled = await recorded()
  await desk.post(`${TICKETS}/${cancelled.number}/cancel`, 'grace', { reason: 'Twice' }, cancelled.version)
})

describe('the running month', () => {
  test('is counted now and says so [REP-2] [REP-3]', async () => {
    const { body } = await desk.get(`${REPORTS}/2026-03`, 'diana')
    expect(body).toMatchObject({ month: '2026-03', edition: null, provisional: true, timeZone: 'Asia/Shanghai' })
    expect(figure(body, 'tickets')).toMatchObject({ value: 2, lastMonth: null, lastYear: null, unit: 'tickets' })
    expect(figure(body, 'cancelled')).toMatchObject({ value: 1 })
    expect(figure(body, 'tickets')).toMatchObject({ name: { en: 'Tickets', 'zh-CN': '工单数' } })
    expect(body.rules.length).toBeGreaterThan(3)
  })

  test('has no spreadsheet and no edition, and what has not begun has nothing [REP-3]', async () => {
    expect((await desk.get(`${REPORTS}/2026-03/spreadsheet`, 'diana')).status).toBe(404)
    expect((await desk.get(`${REPORTS}/2026-03`, 'diana', { edition: '1' })).status).toBe(404)
    expect((await desk.get(`${REPORTS}/2026-04`, 'diana')).body).toMatchObject({ code: 'not-begun' })
    expect((await desk.get(`${REPORTS}/2026-13`, 'diana')).status).toBe(422)
  })

  test('stands in the list of months [REP-3]', async () => {
    expect((await desk.get(REPORTS, 'ivan')).body.items).toMatchObject([{ month: '2026-03', editions: [] }])
  })
})

describe('the tickets behind a figure [REP-1]', () => {
  const list = async (id: string, as: string, query: Record<string, string> = {}) =>
    (await desk.get(`${REPORTS}/2026-03/figures/${id}/tickets`, as, query)).body

  test.each(['tickets', 'restored-in-time', 'cancelled', 'backlog'])('of %s are as many as it says', async (id) => {
    const report = (await desk.get(`${REPORTS}/2026-03`, 'diana')).body
    const { items, withheld } = await list(id, 'diana')
    expect(items).toHaveLength((figure(report, id) as unknown as { denominator: number }).denominator)
    expect(withheld).toBe(0)
  })

  test('can be those of one part and of one line of a cut', async () => {
    expect((await list('restored-in-time', 'diana', { part: 'numerator' })).items).toEqual([])
    const { items } = await list('restored-in-time', 'diana', { part: 'rest', by: 'priority', of: '4' })
    expect(items).toMatchObject([{ priority: 4, restored: 'running' }])
  })

  test('are named to nobody they are kept from, who learns how many they are [PRI-9]', async () => {
    const { items, withheld } = await list('tickets', 'martin')
    expect([items.length, withheld]).toEqual([1, 1])
    expect(JSON.stringify(items)).not.toContain('Passwords')
    const report = (await desk.get(`${REPORTS}/2026-03`, 'martin')).body
    expect(figure(report, 'tickets')).toMatchObject({ value: 2 })
  })

  test('come page by page, each once [API-1]', async () => {
    const path = `${REPORTS}/2026-03/rows`
    const first = (await desk.get(path, 'diana', { limit: '2' })).body
    const second = (await desk.get(path, 'diana', { limit: '2', cursor: first.cursor })).body
    const more = second.cursor ? (await desk.get(path, 'diana', { limit: '2', cursor: second.cursor })).body.items : []
    const numbers = [...first.items, ...second.items, ...more].map(({ number }: { number: string }) => number)
    expect(numbers).toEqual(['INC-2026-000001', 'INC-2026-000002', 'INC-2026-000003'])
    expect((await desk.get(path, 'diana', { cursor: 'nonsense' })).body).toMatchObject({ code: 'bad-cursor' })
  })

  test('of the backlog come page by page too, with a cursor of their own [API-1]', async () => {
    const first = await list('backlog', 'diana', { limit: '1' })
    const second = await list('backlog', 'diana', { limit: '1', cursor: first.cursor })
    expect(second.cursor).toBeNull()
    const numbers = [...first.items, ...second.items].map(({ number }: { number: string }) => number)
    expect(numbers.toSorted()).toEqual(['INC-2026-000001', 'INC-2026-000002'])
    expect(await list('tickets', 'diana', { cursor: first.cursor })).toMatchObject({ code: 'bad-cursor' })
  })

  test('and of the whole month are there as CSV [REP-7]', async () => {
    const { text, headers } = await desk.send('GET', `${REPORTS}/2026-03/rows`, {
      as: 'diana',
      headers: { accept: 'text/csv' },
    })
    expect(headers.get('content-type')).toContain('text/csv')
    const [head, ...lines] = text.trim().split('\r\n')
    expect(head).toContain('number,title,kind,class,state')
    expect(lines).toHaveLength(3)
  })

  test('an unknown figure is not found', async () => {
    expect((await desk.get(`${REPORTS}/2026-03/figures/luck/tickets`, 'diana')).status).toBe(404)
  })
})

test.each(['anna', 'grace', 'noor', 'ada', 'paula'])('%s may not read reports [ROL-2]', async (who) => {
  for (const path of [
    '',
    '/2026-03',
    '/2026-03/rows',
    '/2026-03/sendings',
    '/2026-03/figures/tickets/tickets',
    '/2026-03/spreadsheet',
  ]) {
    expect((await desk.get(REPORTS + path, who)).status).toBe(403)
  }
  expect((await desk.post(`${REPORTS}/2026-03/send`, who, {})).status).toBe(403)
  expect((await desk.post(`${REPORTS}/2026-03/corrections`, who, { why: 'I want to' })).status).toBe(403)
})

test('whom a month will be sent to, and when, is known before [REP-3]', async () => {
  expect((await desk.get(`${REPORTS}/2026-03/sendings`, 'diana')).body).toEqual({
    dueAt: '2026-04-01T01:00:00.000Z',
    recipients: expect.arrayContaining(['Ivan Petrov', 'Martin Cole']),
    items: [],
  })
})

describe('a frozen month', () => {
  beforeAll(async () => {
    expect((await desk.post(`${REPORTS}/2026-03/send`, 'diana', {})).body).toMatchObject({ code: 'not-reported' })
    desk.advance(30 * 24 * 60)
    await makeReports()
    sent.length = 0
  })

  test('is what was sent, whatever the tickets say now [REP-3] [REP-4]', async () => {
    const before = (await desk.get(`${REPORTS}/2026-03`, 'diana')).text
    const { version } = (await desk.get(`${TICKETS}/INC-2026-000001`, 'grace')).body
    await desk.post(`${TICKETS}/INC-2026-000001/cancel`, 'grace', { reason: 'gone' }, version)
    await makeReports()
    expect((await desk.get(`${REPORTS}/2026-03`, 'diana')).text).toBe(before)
    expect(JSON.parse(before)).toMatchObject({ edition: 1, provisional: false })
    const { items } = (await desk.get(`${REPORTS}/2026-03/figures/tickets/tickets`, 'diana')).body
    expect(items).toHaveLength(2)
    expect((await desk.get(`${REPORTS}/2026-03/figures/backlog/tickets`, 'diana')).body.items).toHaveLength(2)
  })

  test('has a spreadsheet in each language [REP-3]', async () => {
    for (const language of ['en', 'zh-CN']) {
      const { status, headers } = await desk.get(`${REPORTS}/2026-03/spreadsheet`, 'martin', { language })
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toContain('2026-03.xlsx')
    }
  })

  test('is sent again when somebody asks, once for each key [REP-3]', async () => {
    const ask = () =>
      desk.send('POST', `${REPORTS}/2026-03/send`, {
        as: 'ivan',
        body: { to: ['martin'] },
        headers: { 'idempotency-key': 'once' },
      })
    expect((await ask()).body).toMatchObject({ month: '2026-03', outstanding: true })
    await ask()
    await makeReports()
    expect(sent).toEqual(['martin@harbour.example'])
    const { dueAt, items } = (await desk.get(`${REPORTS}/2026-03/sendings`, 'diana')).body
    expect(dueAt).toBeNull()
    expect(items).toMatchObject([
      { edition: 1, askedBy: 'Ivan Petrov', sentTo: ['Martin Cole'], refusedBy: [], waiting: [] },
      { edition: 1, askedBy: null, sentTo: expect.arrayContaining(['Ivan Petrov', 'Martin Cole']) },
    ])
    expect((await desk.post(`${REPORTS}/2026-03/send`, 'ivan', { to: ['nobody'] })).body).toMatchObject({
      code: 'unknown-person',
    })
  })

  test('is corrected by another edition; the first can still be read [REP-3]', async () => {
    const asked = await desk.post(`${REPORTS}/2026-03/corrections`, 'diana', { why: 'One was recorded twice' })
    expect(asked.body).toMatchObject({ correction: { why: 'One was recorded twice', by: { id: 'diana' } } })
    expect((await desk.post(`${REPORTS}/2026-03/corrections`, 'diana', { why: 'Again' })).status).toBe(409)
    await makeReports()
    const { body } = await desk.get(`${REPORTS}/2026-03`, 'diana')
    expect(body).toMatchObject({ edition: 2, correction: { why: 'One was recorded twice' } })
    expect(figure(body, 'tickets')).toMatchObject({ value: 1 })
    const first = (await desk.get(`${REPORTS}/2026-03`, 'diana', { edition: '1' })).body
    expect(figure(first, 'tickets')).toMatchObject({ value: 2 })
    const { items } = (await desk.get(REPORTS, 'diana')).body
    expect(items).toMatchObject([
      { month: '2026-04', editions: [] },
      { month: '2026-03', editions: [{ edition: 1 }, { edition: 2 }], outstanding: false },
    ])
  })
})
