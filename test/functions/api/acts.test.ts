import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let desk: ApiDesk
let number: string

beforeEach(async () => {
  desk = await openApiDesk()
  const opened = await desk.post(TICKETS, 'grace', {
    title: 'Printer prints blank pages',
    description: 'Since this morning, tray 2.',
    category: 'printing',
    requester: { personId: 'anna' },
  })
  number = opened.body.number
})

const version = async (): Promise<number> => (await desk.get(`${TICKETS}/${number}`, 'grace')).body.version

/** Does the act on the ticket as it is now. */
const does = async (act: string, as: string, body: object = {}) =>
  desk.post(`${TICKETS}/${number}/${act}`, as, body, await version())

describe('the life of a ticket over HTTP', () => {
  test('from dispatch to closing, each act answering the ticket as it is then [LIF-1] [CLO-1]', async () => {
    expect(
      (await does('classify', 'grace', { service: 'workplace', item: 'printer-3', urgency: 'high' })).body,
    ).toMatchObject({
      service: 'workplace',
      urgency: 'high',
    })
    expect((await does('assign', 'grace', { group: 'workplace', assignee: 'xia' })).body.state).toBe('assigned')
    expect((await does('accept', 'xia')).body).toMatchObject({
      state: 'accepted',
      sla: { respond: { missedAt: null } },
    })
    const call = { medium: 'phone', reached: true, note: 'Confirmed', faultConfirmed: true, gradeAgreed: true }
    const contacted = await does('contact', 'xia', { ...call, handlingTimeAgreedAt: '2026-03-02T15:00:00+08:00' })
    expect(contacted.body.contacts).toMatchObject([{ handlingTimeAgreedAt: '2026-03-02T07:00:00.000Z' }])
    expect(contacted.body).toMatchObject({ gradeAgreed: true, contacts: [{ gradeAgreed: true }] })
    await does('diagnose', 'xia', { cause: 'Worn drum' })
    const waits = await does('wait', 'xia', { code: 'requester', reason: 'Which tray?' })
    expect(waits.body).toMatchObject({ state: 'waiting', sla: { restore: { paused: true, dueAt: null } } })
    expect((await does('resume', 'xia')).body).toMatchObject({ state: 'accepted', waiting: null })
    await does('request-priority-change', 'xia', { impact: 'moderate', urgency: 'high', reason: 'Whole floor' })
    const granted = await does('decide-priority-change', 'grace', { granted: true, reason: 'Agreed' })
    expect(granted.body).toMatchObject({ impact: 'moderate', priority: 2 })
    const transferred = await does('transfer', 'xia', { group: 'platform', reason: 'Driver' })
    expect(transferred.body).toMatchObject({ group: 'platform', escalation: { reassignments: 1 } })
    await does('accept', 'petra')
    expect((await does('escalate', 'petra', { reason: 'Needs a new drum' })).body.escalation.history).not.toEqual([])
    const solved = { solution: 'Drum changed', cause: 'Worn drum', leftToFindOut: 'Why so early' }
    expect((await does('resolve', 'petra', solved)).body).toMatchObject({
      state: 'resolved',
      resolution: { outcome: 'cure' },
    })
    expect((await does('reject', 'anna', { reason: 'Still blank' })).body.state).toBe('accepted')
    await does('resolve', 'petra', solved)
    expect((await does('raise-problem', 'petra')).body.problem).toBe('PRB-2026-000001')
    const confirmed = await does('confirm', 'anna', { satisfaction: { score: 2, comment: 'Took long' } })
    expect(confirmed.body).toMatchObject({ seenAs: 'requester', satisfaction: { score: 2 } })
    expect((await does('close', 'grace', { code: 'solved' })).body).toMatchObject({ state: 'closed', allowedActs: [] })
    expect((await does('review-rating', 'diana', { finding: 'Too many hands' })).body.ratingReview).toBe('done')
    expect((await does('comment', 'anna', { text: 'Thanks' })).body.code).toBe('ticket-closed')
  })

  test('dispatching without words goes to the group of the category [LIF-2]', async () => {
    expect((await does('assign', 'grace')).body).toMatchObject({
      state: 'assigned',
      group: 'workplace',
      assignee: null,
    })
  })

  test.each([
    ['cancel', 'cancelled'],
    ['return', 'returned'],
  ])('%s ends it [LIF-1] [INT-11]', async (act, state) => {
    expect((await does(act, 'grace', { reason: 'Not needed' })).body.state).toBe(state)
  })

  test('a major incident is judged by the project manager [MAJ-2]', async () => {
    await does('classify', 'grace', { impact: 'extensive', urgency: 'critical', reason: 'Whole site' })
    expect((await does('judge-major', 'grace', { confirmed: true, reason: 'Yes' })).status).toBe(403)
    const judged = await does('judge-major', 'paula', { confirmed: true, reason: 'Yes' })
    expect(judged.body).toMatchObject({ major: 'confirmed', flags: { major: true } })
  })
})

describe('comments', () => {
  test('staff write internally unless they say so; the requester in public [ROL-3]', async () => {
    await desk.post(`${TICKETS}/${number}/comment`, 'xia', { text: 'between us' })
    await desk.post(`${TICKETS}/${number}/comment`, 'xia', { text: 'to all', visibility: 'public' })
    await desk.post(`${TICKETS}/${number}/comment`, 'anna', { text: 'from me' })
    const texts = async (as: string) =>
      (await desk.get(`${TICKETS}/${number}/timeline`, as)).body.items
        .filter(({ type }: { type: string }) => type === 'commented')
        .map(({ text }: { text: string }) => text)
    expect(await texts('leo')).toEqual(['from me', 'to all', 'between us'])
    expect(await texts('anna')).toEqual(['from me', 'to all'])
  })

  test('a comment needs no version, but is held to one that is given [LIF-9]', async () => {
    const before = await version()
    expect((await desk.post(`${TICKETS}/${number}/comment`, 'anna', { text: 'one' })).status).toBe(200)
    expect((await desk.post(`${TICKETS}/${number}/comment`, 'anna', { text: 'two' }, before)).status).toBe(412)
  })

  test('a requester writes nothing internal [ROL-2]', async () => {
    const answer = await desk.post(`${TICKETS}/${number}/comment`, 'anna', { text: 'x', visibility: 'internal' })
    expect(answer.status).toBe(403)
  })
})

describe('versions', () => {
  test('a change says which version it is based on [API-1] [LIF-9]', async () => {
    const missing = await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group: 'workplace' })
    expect(missing).toMatchObject({ status: 428, body: { code: 'if-match-missing' } })
    const before = await version()
    await does('diagnose', 'grace', { cause: 'x' })
    const stale = await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group: 'workplace' }, before)
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale-version' } })
  })

  test.each(['"1"', 'W/"1"', ' "1" ', '1'])(
    'If-Match %s is understood: a CDN weakens tags, people forget quotes',
    async (tag) => {
      const request = { as: 'grace', body: { cause: 'x' }, headers: { 'if-match': tag } }
      expect((await desk.send('POST', `${TICKETS}/${number}/diagnose`, request)).status).toBe(200)
    },
  )

  test.each(['*', '"1", "2"', '1.0', '"one"', ''])('If-Match %j is none of our tags', async (tag) => {
    const request = { as: 'grace', body: { cause: 'x' }, headers: { 'if-match': tag } }
    expect(await desk.send('POST', `${TICKETS}/${number}/diagnose`, request)).toMatchObject({
      status: 400,
      body: { code: 'bad-if-match' },
    })
  })

  test('an act repeated with its key gives the same answer though the version has moved on [API-1]', async () => {
    const request = {
      as: 'grace',
      body: { group: 'workplace' },
      headers: { 'if-match': `"${await version()}"`, 'idempotency-key': 'assign-1' },
    }
    const first = await desk.send('POST', `${TICKETS}/${number}/assign`, request)
    const second = await desk.send('POST', `${TICKETS}/${number}/assign`, request)
    expect(second).toMatchObject({ status: first.status, text: first.text })
  })
})

describe('what is not the caller’s', () => {
  test('a refused act names whose it is, and is recorded with who tried [ROL-2]', async () => {
    const answer = await does('close', 'xia', { code: 'solved', satisfaction: { notObtained: 'no-answer' } })
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-your-act' } })
    const { items } = (await desk.get('/api/v1/refusals', 'ada')).body
    expect(items).toMatchObject([{ actor: { id: 'xia' }, path: `${TICKETS}/${number}/close`, code: 'not-your-act' }])
  })

  test('the list of refusals is the administrator’s [ROL-2]', async () => {
    expect((await desk.get('/api/v1/refusals', 'diana')).status).toBe(403)
  })

  test('somebody else’s ticket is to a requester as if it were not there, whatever they try [ROL-3]', async () => {
    const missing = await desk.get(`${TICKETS}/INC-2026-999999`, 'tom')
    const paths = ['', '/timeline', '/clocks', '/mail', '/attachments/x']
    for (const path of paths) {
      expect((await desk.get(`${TICKETS}/${number}${path}`, 'tom')).body).toMatchObject({ code: missing.body.code })
    }
    for (const guess of [1, await version(), 99]) {
      const answer = await desk.post(`${TICKETS}/${number}/confirm`, 'tom', {}, guess)
      expect(answer.body).toEqual({ ...missing.body, detail: `There is no ticket ${number}.` })
    }
    const { items } = (await desk.get('/api/v1/refusals', 'ada')).body
    expect(items[0]).toMatchObject({ actor: { id: 'tom' }, code: 'not-your-ticket' })
  })

  test('a security ticket is kept from other groups: to see, to list and to act on [PRI-9]', async () => {
    await does('classify', 'grace', { security: true })
    await does('assign', 'grace', { group: 'workplace' })
    expect((await desk.get(`${TICKETS}/${number}`, 'noor')).status).toBe(404)
    expect((await does('comment', 'noor', { text: 'hm' })).status).toBe(404)
    expect((await desk.get(TICKETS, 'noor', { view: 'queue', group: 'workplace' })).body.items).toEqual([])
    expect((await desk.get(TICKETS, 'leo', { view: 'queue', group: 'workplace' })).body.items).toHaveLength(1)
    expect((await desk.get(`${TICKETS}/${number}`, 'leo')).status).toBe(200)
    expect((await desk.get(`${TICKETS}/${number}`, 'anna')).status).toBe(200)
  })
})
