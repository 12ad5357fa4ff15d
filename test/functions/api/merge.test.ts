import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let desk: ApiDesk
beforeEach(async () => {
  desk = await openApiDesk()
})

const opened = async (as = 'anna', more: object = {}): Promise<string> =>
  (await desk.post(TICKETS, as, { title: 'Printer prints blank pages', description: 'Tray 2.', ...more })).body.number

const seen = async (number: string, as = 'grace') => (await desk.get(`${TICKETS}/${number}`, as)).body

const does = async (act: string, number: string, as: string, body: object = {}, version?: number) =>
  desk.post(`${TICKETS}/${number}/${act}`, as, body, version ?? (await seen(number)).version)

describe('duplicates over HTTP', () => {
  test('close in one act, with the system’s code; each tells where it goes on [INT-13] [CLO-4]', async () => {
    const [into, one, two] = [await opened(), await opened(), await opened()]
    const merged = await does('merge', into, 'grace', { duplicates: [one, two] })
    expect(merged).toMatchObject({ status: 200, body: { number: into, duplicates: [one, two] } })
    expect(await seen(one)).toMatchObject({
      state: 'merged',
      closeCode: 'merged',
      satisfaction: { notObtained: 'merged' },
      merged: { into, by: { id: 'grace' } },
    })
    expect((await desk.get(TICKETS, 'grace', { view: 'queue', group: 'desk' })).body.items).toHaveLength(1)
  })

  test('are the desk’s to merge and to part [INT-13] [ROL-2]', async () => {
    const [into, one] = [await opened(), await opened()]
    expect((await seen(into, 'grace')).allowedActs).toContain('merge')
    expect((await seen(into, 'xia')).allowedActs).not.toContain('merge')
    expect((await does('merge', into, 'xia', { duplicates: [one] })).status).toBe(403)
    await does('merge', into, 'grace', { duplicates: [one] })
    expect((await does('unmerge', one, 'xia')).status).toBe(403)
    const undone = await does('unmerge', one, 'grace')
    expect(undone.body).toMatchObject({ state: 'recorded', merged: null, closeCode: null })
    expect((await seen(one)).allowedActs).toContain('merge')
  })

  test('that cannot be merged are named, and nothing is done [INT-13]', async () => {
    const [into, one, gone] = [await opened(), await opened(), await opened()]
    await does('cancel', gone, 'grace', { reason: 'Not needed' })
    const refused = await does('merge', into, 'grace', { duplicates: [one, gone] })
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-mergeable' } })
    expect(refused.body.detail).toContain(gone)
    expect((await does('merge', into, 'grace', { duplicates: [into] })).body.code).toBe('own-duplicate')
    expect((await does('merge', into, 'grace', { duplicates: ['INC-2026-999999'] })).status).toBe(404)
    expect((await does('merge', into, 'grace', { duplicates: [] })).status).toBe(422)
    expect((await seen(one)).state).toBe('recorded')
  })

  test('on a ticket somebody else has changed are refused with what changed [INT-13] [LIF-9]', async () => {
    const [into, one] = [await opened(), await opened()]
    const before = (await seen(into)).version
    await desk.post(`${TICKETS}/${into}/comment`, 'anna', { text: 'Hello?' })
    const stale = await does('merge', into, 'grace', { duplicates: [one] }, before)
    expect(stale).toMatchObject({ status: 412, body: { changes: [{ type: 'commented' }] } })
    expect((await seen(one)).state).toBe('recorded')
  })

  test('repeated with the same key are merged once [INT-13] [API-1]', async () => {
    const [into, one] = [await opened(), await opened()]
    const { version } = await seen(into)
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': 'k' }
    const merge = () =>
      desk.send('POST', `${TICKETS}/${into}/merge`, { as: 'grace', body: { duplicates: [one] }, headers })
    expect((await merge()).body.duplicates).toEqual([one])
    expect((await merge()).body.duplicates).toEqual([one])
  })

  test('tell their requester that they are put together, not with whose [INT-13] [ROL-3]', async () => {
    const [into, one] = [await opened('leo'), await opened('anna')]
    await does('merge', into, 'grace', { duplicates: [one] })
    const own = await seen(one, 'anna')
    expect(own).toMatchObject({ seenAs: 'requester', state: 'merged', waiting: null })
    expect(own).not.toHaveProperty('merged')
    expect(own.allowedActs).toEqual(['comment'])
    const { items } = (await desk.get(`${TICKETS}/${one}/timeline`, 'anna')).body
    expect(items[0]).toMatchObject({ type: 'merged', visibility: 'public', actor: { kind: 'desk' } })
    expect(JSON.stringify(items)).not.toContain(into)
  })
})
