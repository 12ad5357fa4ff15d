import { beforeAll, describe, expect, test } from 'vitest'
import { reportHandler } from '../../../functions/report.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const MEASURES = '/api/v1/measures'
const REVIEW = '/api/v1/reports/2026-03/review'

let desk: ApiDesk

beforeAll(async () => {
  desk = await openApiDesk()
  const ticket = { title: 'Printer', description: 'Blank', category: 'printing', requester: { personId: 'anna' } }
  await desk.post('/api/v1/tickets', 'grace', ticket)
})

const planned = async (more: object = {}) => {
  const { status, body } = await desk.post(MEASURES, 'ivan', {
    title: 'Spare printers',
    owner: 'noor',
    dueOn: '2026-03-31',
    ...more,
  })
  expect(status).toBe(201)
  return body
}

const numbers = async (as: string, query: Record<string, string> = {}) =>
  (await desk.get(MEASURES, as, query)).body.items.map(({ number }: { number: string }) => number)

describe('the improvement plan', () => {
  test('is planned by its managers, read by whom the reports are for, and by owners as far as it is theirs [REP-5] [ROL-2]', async () => {
    const own = await planned()
    const other = await planned({ owner: 'leo', dueOn: '2026-03-20', review: '2026-02' })
    for (const who of ['ivan', 'diana', 'martin']) expect(await numbers(who)).toEqual([other.number, own.number])
    expect(await numbers('noor')).toEqual([own.number])
    expect(await numbers('grace')).toEqual([])
    expect(await numbers('ivan', { review: '2026-02' })).toEqual([other.number])
    expect((await desk.get(`${MEASURES}/${own.number}`, 'noor')).body).toMatchObject({ mayChange: false })
    expect((await desk.get(`${MEASURES}/${own.number}`, 'leo')).status).toBe(404)
    expect((await desk.get(MEASURES, 'anna')).status).toBe(403)
    expect((await desk.post(MEASURES, 'martin', { title: 'x', owner: 'noor', dueOn: '2026-03-31' })).status).toBe(403)
    const { text } = await desk.send('GET', MEASURES, { as: 'ivan', headers: { accept: 'text/csv' } })
    expect(text).toContain(own.number)
  })

  test('the same request with the same key plans one measure [API-1]', async () => {
    const body = { title: 'Once', owner: 'noor', dueOn: '2026-03-31' }
    const ask = () => desk.send('POST', MEASURES, { as: 'ivan', body, headers: { 'idempotency-key': 'once' } })
    expect((await ask()).body.number).toBe((await ask()).body.number)
  })

  test('is followed act by act, each with what was said, on the version one saw [AUD-1] [LIF-9]', async () => {
    const { number, version } = await planned()
    const path = `${MEASURES}/${number}`
    expect((await desk.post(`${path}/note`, 'noor', { text: 'Ordered' })).status).toBe(428)
    const noted = await desk.post(`${path}/note`, 'noor', { text: 'Ordered' }, version)
    expect(noted.body).toMatchObject({ progress: { by: 'Noor Haddad', text: 'Ordered' } })
    const stale = await desk.post(`${path}/finish`, 'diana', { outcome: 'Bought' }, version)
    expect([stale.status, stale.body.changes]).toMatchObject([412, [{ type: 'measure-noted' }]])
    const moved = await desk.post(`${path}/change`, 'diana', { dueOn: '2026-04-15', owner: 'leo' }, noted.body.version)
    expect((await desk.post(`${path}/note`, 'noor', { text: 'Mine?' }, moved.body.version)).status).toBe(404)
    expect((await desk.post(`${path}/finish`, 'leo', { outcome: 'Done' }, moved.body.version)).status).toBe(403)
    const done = await desk.post(`${path}/finish`, 'diana', { outcome: 'Bought' }, moved.body.version)
    expect(done.body).toMatchObject({ state: 'done', outcome: 'Bought' })
    expect(await numbers('ivan', { state: 'ended' })).toEqual([number])
    await desk.post(`${path}/reopen`, 'ivan', { why: 'They do not print' }, done.body.version)
    const again = (await desk.get(path, 'ivan')).body
    await desk.post(`${path}/drop`, 'ivan', { outcome: 'Too dear' }, again.version)
    const { history } = (await desk.get(path, 'leo')).body
    expect(history.map(({ type, text }: { type: string; text: string }) => [type, text])).toEqual([
      ['measure-dropped', 'Too dear'],
      ['measure-reopened', 'They do not print'],
      ['measure-done', 'Bought'],
      ['measure-changed', null],
      ['measure-noted', 'Ordered'],
      ['measure-planned', null],
    ])
    expect(history[3].changes).toEqual([
      { field: 'dueOn', before: '2026-03-31', after: '2026-04-15' },
      { field: 'owner', before: 'Noor Haddad', after: 'Leo Martins' },
    ])
  })

  test('its owners are colleagues who are here [ROL-3]', async () => {
    const { items } = (await desk.get(`${MEASURES}/owners`, 'diana')).body
    expect(items).toContainEqual({ id: 'noor', name: 'Noor Haddad' })
    expect(JSON.stringify(items)).not.toContain('anna')
    const body = { title: 'x', owner: 'anna', dueOn: '2026-03-31' }
    expect((await desk.post(MEASURES, 'ivan', body)).body).toMatchObject({ code: 'unknown-person' })
    expect((await desk.get(`${MEASURES}/SIP-2026-999999`, 'ivan')).body).toMatchObject({ code: 'unknown-measure' })
  })
})

describe('the monthly review [REP-5]', () => {
  const minutes = { heldOn: '2026-04-01', participants: ['Ivan', 'Diana'], minutes: 'Printers, again.' }
  const put = (as: string, body: object, headers: Record<string, string>) =>
    desk.send('PUT', REVIEW, { as, body, headers })

  test('has its minutes once the month has been reported; they are completed on the version one saw', async () => {
    desk.advance(30 * 24 * 60)
    expect((await put('ivan', minutes, { 'if-none-match': '*' })).body).toMatchObject({ code: 'not-reported' })
    await reportHandler({ ...desk.deps, mailer: { send: async ({ id }) => ({ messageId: id }) } })()
    expect((await desk.get(REVIEW, 'martin')).body).toMatchObject({ code: 'not-reviewed' })
    expect((await put('ivan', minutes, { 'if-match': '"1"' })).body).toMatchObject({ code: 'not-reviewed' })
    const tomorrow = { ...minutes, heldOn: '2026-04-02' }
    expect((await put('ivan', tomorrow, { 'if-none-match': '*' })).body).toMatchObject({ code: 'not-held-yet' })
    const first = await put('ivan', minutes, { 'if-none-match': '*' })
    expect(first.body).toMatchObject({ edition: 1, keptBy: 'Ivan Petrov', version: 1 })
    expect((await put('diana', minutes, { 'if-none-match': '*' })).status).toBe(412)
    const second = await put('diana', { ...minutes, minutes: 'Printers, and mail.' }, { 'if-match': '"1"' })
    expect(second.body).toMatchObject({ keptBy: 'Diana Frost', version: 2 })
    expect((await desk.get(REVIEW, 'martin')).body).toMatchObject({ minutes: 'Printers, and mail.' })
    expect((await put('martin', minutes, { 'if-match': '"2"' })).status).toBe(403)
    expect((await desk.get(REVIEW, 'grace')).status).toBe(403)
  })

  test('and its measures stand in the report that follows', async () => {
    const report = (await desk.get('/api/v1/reports/2026-04', 'martin')).body
    expect(report.measures).toContainEqual(expect.objectContaining({ owner: 'Noor Haddad', title: 'Spare printers' }))
  })
})
