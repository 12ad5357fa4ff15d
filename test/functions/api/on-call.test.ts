import { beforeEach, describe, expect, test } from 'vitest'
import type { Rota } from '../../../shared/domain/on-call/rota.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const ROTA = '/api/v1/rotas/network'

/** The desk opens on Monday, 2 March 2026, at 02:00 in UTC; whoever has the first week is on duty. */
const rota = (more: Partial<Rota> = {}): Rota => ({
  id: 'network',
  name: { en: 'Network on call', 'zh-CN': '网络值班' },
  subject: { kind: 'group', group: 'network' },
  timeZone: 'Asia/Shanghai',
  neededDuring: null,
  layers: [
    {
      participants: ['noor', 'hao'],
      atOnce: 1,
      turn: { weeks: 1 },
      startsOn: '2026-03-02',
      handOverAt: '09:00',
      endsOn: null,
      windows: [],
      holidays: 'ignored',
      calendar: null,
    },
  ],
  overrides: [],
  ...more,
})

let desk: ApiDesk

const put = (value: Rota, as = 'ada') =>
  desk.send('PUT', `/api/v1/rotas/${value.id}`, { as, body: value, headers: { 'if-none-match': '*' } })

beforeEach(async () => {
  desk = await openApiDesk()
  await put(rota())
})

const WEEK = { from: '2026-03-02T01:00:00.000Z', to: '2026-03-16T01:00:00.000Z' }
const SECOND = { from: '2026-03-09T01:00:00.000Z', to: '2026-03-16T01:00:00.000Z' }

const onDuty = async (at?: string) => {
  const { body } = await desk.get('/api/v1/on-call', 'grace', at ? { at } : {})
  return body.items
    .find((each: { rota: string }) => each.rota === 'network')
    ?.people.map(({ id }: { id: string }) => id)
}
const takeOver = (as: string, body: object) => desk.post(`${ROTA}/overrides`, as, body)

describe('a rota', () => {
  test('is a setting: administrators write it, staff read it, every version is kept [ONC-1]', async () => {
    expect((await put({ ...rota(), id: 'other' }, 'noor')).status).toBe(403)
    expect((await desk.get(ROTA, 'anna')).status).toBe(403)
    expect((await desk.get(ROTA, 'grace')).body).toEqual({ id: 'network', version: 1, value: rota() })
    await takeOver('hao', { ...WEEK, to: SECOND.from, replaces: 'noor' })
    expect((await desk.get(ROTA, 'grace')).body).toMatchObject({
      version: 2,
      value: { overrides: [{ person: 'hao' }] },
    })
    expect((await desk.get(ROTA, 'grace', { version: '1' })).body.value.overrides).toEqual([])
    expect((await desk.get(ROTA, 'grace', { version: '2' })).body.value.overrides).toHaveLength(1)
  })

  test('what leads nowhere or makes no sense is refused, and the field named [ONC-1]', async () => {
    const [layer] = rota().layers
    const lost = { ...rota(), id: 'lost', layers: [{ ...layer, participants: ['nobody'] }] } as Rota
    expect(await put(lost)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'layers.0.participants.0', message: 'there is no "nobody"' }] },
    })
    expect((await put({ ...rota(), id: 'mars', timeZone: 'Mars/Olympus' })).status).toBe(422)
    expect((await put({ ...rota(), id: 'gone', subject: { kind: 'group', group: 'gone' } })).status).toBe(422)
  })
})

describe('who is on call', () => {
  test('is answered for any moment, with whom to ask next [ONC-1]', async () => {
    expect(await onDuty()).toEqual(['noor'])
    expect(await onDuty('2026-03-09T01:00:00Z')).toEqual(['hao'])
    const { body } = await desk.get('/api/v1/on-call', 'grace', {})
    const network = body.items.find((each: { rota: string }) => each.rota === 'network')
    expect(network.order.map(({ id }: { id: string }) => id)).toEqual(['noor', 'hao'])
  })

  test('shifts and gaps are listed, for three months at most [ONC-1]', async () => {
    const { body } = await desk.get(`${ROTA}/shifts`, 'hao', { from: '2026-03-01T01:00:00Z', to: WEEK.to })
    expect(body).toMatchObject({
      shifts: [
        { from: WEEK.from, to: SECOND.from, people: [{ id: 'noor', name: 'Noor Haddad' }], overrides: [] },
        { ...SECOND, people: [{ id: 'hao' }] },
      ],
      gaps: [{ from: '2026-03-01T01:00:00.000Z', to: WEEK.from }],
      mayTakeOver: true,
      mayGive: false,
    })
    const long = await desk.get(`${ROTA}/shifts`, 'hao', { from: WEEK.from, to: '2026-09-01T00:00:00Z' })
    expect(long.status).toBe(422)
    expect((await desk.get('/api/v1/rotas/none/shifts', 'hao', WEEK)).status).toBe(404)
  })
})

describe('taking over', () => {
  test('whoever takes part takes a shift over for themselves, and gives it back [ONC-1]', async () => {
    const taken = await takeOver('noor', { ...SECOND, replaces: 'hao' })
    expect(taken.status).toBe(201)
    expect(await onDuty(SECOND.from)).toEqual(['noor'])
    const [override] = taken.body.value.overrides
    const shifts = (await desk.get(`${ROTA}/shifts`, 'noor', WEEK)).body
    expect(shifts.overrides).toMatchObject([{ id: override.id, mayUndo: true }])
    expect((await desk.get(`${ROTA}/shifts`, 'petra', WEEK)).body.overrides).toMatchObject([{ mayUndo: false }])
    const undo = `${ROTA}/overrides/${override.id}/remove`
    expect((await desk.post(undo, 'petra', {})).status).toBe(403)
    expect((await desk.post(undo, 'noor', {})).status).toBe(200)
    expect((await desk.post(undo, 'noor', {})).status).toBe(404)
    expect(await onDuty(SECOND.from)).toEqual(['hao'])
  })

  test('others are put on duty by the lead, the desk manager and administrators only [ONC-1] [ROL-2]', async () => {
    const give = (as: string, person: string) => takeOver(as, { ...SECOND, person, replaces: 'hao' })
    expect((await give('hao', 'noor')).status).toBe(403)
    expect((await give('petra', 'petra')).body.code).toBe('not-your-rota')
    expect((await give('grace', 'noor')).status).toBe(403)
    for (const [as, person] of [
      ['noor', 'petra'],
      ['diana', 'yang'],
      ['ada', 'leo'],
    ] as const) {
      const given = await give(as, person)
      expect([as, given.status]).toEqual([as, 201])
      await desk.post(`${ROTA}/overrides/${given.body.value.overrides[0].id}/remove`, as, {})
    }
  })

  test('what has passed stays: a running shift is taken over from now on, one that is over not at all [ONC-1]', async () => {
    desk.advance(60)
    await takeOver('hao', { ...WEEK, to: SECOND.from, replaces: 'noor' })
    expect(await onDuty('2026-03-02T02:59:59Z')).toEqual(['noor'])
    expect(await onDuty('2026-03-02T03:00:00Z')).toEqual(['hao'])
    const past = await takeOver('noor', { from: '2026-03-01T00:00:00Z', to: '2026-03-02T02:00:00Z' })
    expect(past).toMatchObject({ status: 422, body: { code: 'shift-over' } })
  })

  test('two who take the same shift over: the second is told that it is another’s [ONC-1]', async () => {
    await put(
      rota({ id: 'three', layers: rota().layers.map((each) => ({ ...each, participants: ['noor', 'hao', 'petra'] })) }),
    )
    const take = (as: string) => desk.post('/api/v1/rotas/three/overrides', as, { ...SECOND, replaces: 'hao' })
    const both = await Promise.all([take('noor'), take('petra')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })
})

describe('the desk’s rota', () => {
  const deskRota = (participants: readonly string[]) =>
    rota({ id: 'desk', subject: { kind: 'desk' }, layers: rota().layers.map((each) => ({ ...each, participants })) })
  const rolesOf = async (as: string) => (await desk.get('/api/v1/me', as)).body

  test('makes an engineer part of the desk while the shift lasts, not longer [ROL-6]', async () => {
    expect((await rolesOf('leo')).roles).toEqual(['requester', 'engineer'])
    await put(deskRota(['leo', 'xia']))
    expect(await rolesOf('leo')).toMatchObject({
      roles: ['requester', 'engineer', 'desk'],
      onCall: [{ rota: 'desk', until: '2026-03-09T01:00:00.000Z' }],
    })
    expect((await rolesOf('xia')).roles).toEqual(['requester', 'engineer'])
    expect((await desk.get('/api/v1/addresses', 'leo')).status).toBe(200)
    desk.advance(7 * 24 * 60)
    expect((await rolesOf('leo')).roles).toEqual(['requester', 'engineer'])
    expect((await desk.get('/api/v1/addresses', 'leo')).status).toBe(403)
  })

  test('of the demo lets the first line help at midday [ROL-6]', async () => {
    expect((await rolesOf('jonas')).roles).toEqual(['requester', 'engineer'])
    desk.advance(8 * 60 + 30)
    expect(await rolesOf('jonas')).toMatchObject({
      roles: ['requester', 'engineer', 'desk'],
      onCall: [{ rota: 'service-desk', until: '2026-03-02T14:00:00.000Z' }],
    })
  })

  test('takes nothing from those who are the desk anyway, and gives nothing to others [ROL-6]', async () => {
    await put(deskRota(['anna', 'priya']))
    await put({ ...deskRota(['priya']), id: 'second' })
    expect((await rolesOf('grace')).roles).toEqual(['requester', 'desk'])
    expect((await rolesOf('priya')).roles).toEqual(['requester', 'problem-manager'])
  })
})

describe('iCalendar', () => {
  const text = async (as = 'hao', query: Record<string, string> = WEEK) => {
    const answer = await desk.get(`${ROTA}/calendar.ics`, as, query)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    return answer.text
  }

  test('what is exported is put back by an import: nothing is another then [ONC-1]', async () => {
    await takeOver('noor', { ...SECOND, replaces: 'hao' })
    const calendar = await text()
    const again = { calendar, ...WEEK, tryOut: true }
    expect((await desk.post(`${ROTA}/import`, 'diana', again)).body).toEqual({
      overrides: [],
      unmatched: [],
      unread: [],
      version: 2,
    })
    await desk.post(`${ROTA}/overrides/${(await desk.get(ROTA, 'ada')).body.value.overrides[0].id}/remove`, 'noor', {})
    const { body } = await desk.post(`${ROTA}/import`, 'diana', { calendar, ...WEEK })
    expect(body.overrides).toEqual([{ ...SECOND, person: 'noor', replaces: 'hao' }])
    expect(await onDuty(SECOND.from)).toEqual(['noor'])
  })

  test('whoever may not give shifts imports none, and no text at all is told from a calendar [ONC-1]', async () => {
    await takeOver('noor', { ...SECOND, replaces: 'hao' })
    const calendar = await text()
    await desk.post(`${ROTA}/overrides/${(await desk.get(ROTA, 'ada')).body.value.overrides[0].id}/remove`, 'noor', {})
    expect((await desk.post(`${ROTA}/import`, 'hao', { calendar, ...WEEK })).status).toBe(403)
    const nonsense = await desk.post(`${ROTA}/import`, 'diana', { calendar: 'BEGIN:VCARD', ...WEEK })
    expect(nonsense).toMatchObject({ status: 422, body: { code: 'not-a-calendar' } })
  })
})
