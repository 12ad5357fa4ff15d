import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import type { Answer } from './conforming.ts'

const TICKETS = '/api/v1/tickets'
const PRINTER = { title: 'Printer prints blank pages', description: 'Since this morning, tray 2.' }

let desk: ApiDesk

beforeEach(async () => {
  desk = await openApiDesk()
})

/** Recorded by the desk on Anna's behalf. */
const recorded = async (extra: object = {}) =>
  (await desk.post(TICKETS, 'grace', { ...PRINTER, category: 'printing', requester: { personId: 'anna' }, ...extra }))
    .body

describe('opening a ticket', () => {
  test('everybody submits for themselves; number, place and version come back [API-1] [INT-1]', async () => {
    const answer = await desk.post(TICKETS, 'anna', PRINTER)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`${TICKETS}/INC-2026-000001`)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.body).toMatchObject({
      seenAs: 'requester',
      number: 'INC-2026-000001',
      channel: 'portal',
      requester: { name: 'Anna Berg', email: 'anna@harbour.example', vip: false },
      state: 'recorded',
      version: 1,
    })
  })

  test('somebody the directory does not know submits with what the sign-in says [API-4]', async () => {
    const claims = { sub: 'new-1', email: 'new@elsewhere.example', name: 'New Here' }
    const { body } = await desk.send('POST', TICKETS, { claims, body: PRINTER })
    expect(body.requester).toEqual({ name: 'New Here', email: 'new@elsewhere.example', phone: null, vip: false })
    expect((await desk.send('GET', `${TICKETS}/${body.number}`, { claims })).status).toBe(200)
  })

  test('a service request has a number of its own series [PRI-1]', async () => {
    const { body } = await desk.post(TICKETS, 'anna', { ...PRINTER, kind: 'service-request' })
    expect(body.number).toBe('REQ-2026-000001')
  })

  test('the desk records for somebody, with category, grade and the channel it came by [PRI-2] [ROL-2]', async () => {
    const ticket = await recorded({ channel: 'walk-in', impact: 'moderate', urgency: 'high' })
    expect(ticket).toMatchObject({
      seenAs: 'staff',
      channel: 'walk-in',
      category: 'printing',
      impact: 'moderate',
      urgency: 'high',
      requester: { personId: 'anna', department: 'finance' },
      recordedBy: 'grace',
    })
  })

  test('the desk names a stranger, or somebody the directory knows by their address [INT-9]', async () => {
    const stranger = await recorded({ requester: { name: '访客', phone: '021 555' } })
    expect(stranger.requester).toMatchObject({ personId: null, name: '访客', phone: '021 555', language: 'zh-CN' })
    const known = await recorded({ requester: { name: 'whoever', email: 'Victor@harbour.example' } })
    expect(known.requester).toMatchObject({ personId: 'victor', name: 'Victor Hale', vip: true })
  })

  test('an address alone will do: the person it belongs to, or else itself as a name [INT-9] [ROL-5]', async () => {
    const known = await recorded({ requester: { email: 'VICTOR@harbour.example' } })
    expect(known.requester).toMatchObject({ personId: 'victor', vip: true, department: 'sales', language: 'en' })
    expect(known.urgency).toBe('high')
    const unknown = await recorded({ requester: { email: 'new@elsewhere.example', phone: '021 556' } })
    expect(unknown.requester).toMatchObject({ personId: null, name: 'new@elsewhere.example', phone: '021 556' })
  })

  test.each([{}, { phone: '021 555' }, { email: null }, { name: ' ' }])(
    'a requester who is nobody is refused: %j [INT-9]',
    async (requester) => {
      const body = { ...PRINTER, category: 'printing', requester }
      expect(await desk.post(TICKETS, 'grace', body)).toMatchObject({
        status: 422,
        body: { code: 'validation-failed' },
      })
    },
  )

  test.each([
    ['no category', 422, 'category-missing', { category: undefined }],
    ['an unknown category', 422, 'unknown-category', { category: 'plumbing' }],
    ['an unknown person', 422, 'unknown-person', { requester: { personId: 'nobody' } }],
    ['a channel nobody types in', 422, 'unknown-channel', { channel: 'alarm' }],
    ['an unknown field', 422, 'validation-failed', { priority: 1 }],
  ])('the desk is refused %s [PRI-2] [API-1]', async (_, status, code, extra) => {
    const body = { ...PRINTER, category: 'printing', ...extra }
    expect(await desk.post(TICKETS, 'grace', body)).toMatchObject({ status, body: { code } })
  })

  test.each([{ impact: 'minor' }, { urgency: 'low' }, { requester: { personId: 'victor' } }])(
    'only the desk gives %j: anybody else is refused, and that is recorded [ROL-2] [PRI-6]',
    async (extra) => {
      expect(await desk.post(TICKETS, 'xia', { ...PRINTER, ...extra })).toMatchObject({
        status: 403,
        body: { code: 'for-the-desk' },
      })
      const { items } = (await desk.get('/api/v1/refusals', 'ada')).body
      expect(items).toMatchObject([{ actor: { id: 'xia' }, method: 'POST', path: TICKETS, code: 'for-the-desk' }])
    },
  )

  test('every wrong field is named, unknown ones too [API-1]', async () => {
    const { body } = await desk.post(TICKETS, 'anna', { title: ' ', kind: 'wish', contact: { room: 7 }, nonsense: 1 })
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'contact.room',
      'description',
      'kind',
      'nonsense',
      'title',
    ])
  })
})

describe('repeating a request', () => {
  const withKey = (key: string, body: object) =>
    desk.send('POST', TICKETS, { as: 'anna', body, headers: { 'idempotency-key': key } })

  test('the same request with the same key makes one ticket [API-1]', async () => {
    const first = await withKey('k1', PRINTER)
    const second = await withKey('k1', PRINTER)
    expect(second.body).toEqual(first.body)
    expect((await desk.get(TICKETS, 'anna', { view: 'requested' })).body.items).toHaveLength(1)
  })

  test('another request with the same key is refused [API-1]', async () => {
    await withKey('k1', PRINTER)
    expect(await withKey('k1', { ...PRINTER, title: 'Another' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    })
  })

  test('somebody else’s key is not mine [API-1]', async () => {
    await withKey('k1', PRINTER)
    const other = await desk.send('POST', TICKETS, { as: 'tom', body: PRINTER, headers: { 'idempotency-key': 'k1' } })
    expect(other.body).toMatchObject({ number: 'INC-2026-000002', requester: { name: 'Tom Adeyemi' } })
  })

  test('a key of unprintable characters is refused [API-1]', async () => {
    expect(await withKey('k 1', PRINTER)).toMatchObject({ status: 400, body: { code: 'bad-idempotency-key' } })
  })
})

describe('reading', () => {
  test('staff see the clocks, the forecast and what they may do [SLA-4] [ESC-2]', async () => {
    const { number } = await recorded({ impact: 'moderate', urgency: 'high' })
    desk.advance(10)
    const { body, headers } = await desk.get(`${TICKETS}/${number}`, 'grace')
    expect(headers.get('etag')).toBe(`"${body.version}"`)
    expect(body.sla.respond).toMatchObject({ target: 30, remainingMinutes: 20, dueAt: '2026-03-02T02:30:00.000Z' })
    expect(body.escalation.forecast.length).toBeGreaterThan(0)
    expect(body.allowedActs).toContain('assign')
    expect(body.allowedActs).not.toContain('judge-major')
  })

  test('a clock explains itself [SLA-4]', async () => {
    const { number } = await recorded({ impact: 'moderate', urgency: 'high' })
    desk.advance(10)
    const { items } = (await desk.get(`${TICKETS}/${number}/clocks`, 'grace')).body
    const respond = items.find(({ step }: { step: string }) => step === 'respond')
    expect(respond.spans).toMatchObject([{ counted: true, because: 'open', usedMinutes: 10 }])
  })

  test('there is no ticket of that number [API-1]', async () => {
    const missing = await desk.get(`${TICKETS}/INC-2026-999999`, 'grace')
    expect(missing).toMatchObject({ status: 404, body: { code: 'unknown-ticket' } })
    expect((await desk.get(`${TICKETS}/nonsense`, 'grace')).status).toBe(422)
  })

  test('a timeline is paged, newest first [LIF-4]', async () => {
    const { number, version } = await recorded()
    await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group: 'workplace' }, version)
    for (const text of ['one', 'two', 'three']) await desk.post(`${TICKETS}/${number}/comment`, 'grace', { text })
    const path = `${TICKETS}/${number}/timeline`
    const texts: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body: page }: Answer = await desk.get(path, 'grace', { limit: '2', ...(cursor && { cursor }) })
      texts.push(...page.items.map((entry: { text?: string; type: string }) => entry.text ?? entry.type))
      cursor = page.cursor
    }
    expect(texts.slice(0, 3)).toEqual(['three', 'two', 'one'])
    expect(texts.at(-1)).toBe('recorded')
  })
})

describe('lists', () => {
  test('a queue is in order of priority [PRI-8]', async () => {
    const low = await recorded({ impact: 'minor', urgency: 'low' })
    const high = await recorded({ impact: 'moderate', urgency: 'critical' })
    const { items } = (await desk.get(TICKETS, 'xia', { view: 'queue', group: 'desk' })).body
    expect(items.map(({ number }: { number: string }) => number)).toEqual([high.number, low.number])
  })

  test('a queue is asked for with its group, by staff [ROL-3]', async () => {
    expect(await desk.get(TICKETS, 'xia', { view: 'queue' })).toMatchObject({
      status: 422,
      body: { errors: [{ in: 'query', field: 'group' }] },
    })
    expect((await desk.get(TICKETS, 'anna', { view: 'queue', group: 'desk' })).status).toBe(403)
  })

  test.each(['service', 'item', 'to-close', 'rating-reviews', 'priority-changes'])(
    'the list %s is for staff [ROL-3]',
    async (view) => {
      const query = { view, service: 'email', item: 'printer-3' }
      expect((await desk.get(TICKETS, 'anna', query)).status).toBe(403)
      expect((await desk.get(TICKETS, 'diana', query)).status).toBe(200)
    },
  )

  test('mine are those assigned to me; a list of somebody else’s is for staff', async () => {
    const { number, version } = await recorded()
    await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group: 'workplace', assignee: 'xia' }, version)
    expect((await desk.get(TICKETS, 'xia', { view: 'mine' })).body.items).toMatchObject([{ number }])
    expect((await desk.get(TICKETS, 'leo', { view: 'mine', person: 'xia' })).body.items).toMatchObject([{ number }])
    expect((await desk.get(TICKETS, 'tom', { view: 'requested', person: 'anna' })).status).toBe(403)
  })

  test('a department sees its own where it shares them, and no other [ROL-3]', async () => {
    const { number } = (await desk.post(TICKETS, 'lin', PRINTER)).body
    expect((await desk.get(TICKETS, 'tom', { view: 'department' })).body.items).toMatchObject([{ number }])
    expect((await desk.get(TICKETS, 'anna', { view: 'department' })).status).toBe(403)
    expect((await desk.get(TICKETS, 'anna', { view: 'department', department: 'research' })).status).toBe(403)
    expect((await desk.get(TICKETS, 'diana', { view: 'department', department: 'research' })).body.items).toHaveLength(
      1,
    )
  })

  test.each([
    { limit: '101' },
    { limit: '0' },
    { limit: 'many' },
    { view: 'everything' },
    { sort: 'title' },
    { cursor: 'made up!' },
    { cursor: 'bWFkZSB1cA' },
  ])('%j is refused [API-1]', async (query) => {
    expect((await desk.get(TICKETS, 'anna', { view: 'requested', ...query })).status).toBe(422)
  })
})
