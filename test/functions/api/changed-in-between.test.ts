import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let desk: ApiDesk
let path: string

const act = (name: string, as: string, body: object, version?: number) =>
  desk.post(`${path}/${name}`, as, body, version)

/** Anna's ticket at version 4: dispatched, an internal note, a public word. */
beforeEach(async () => {
  desk = await openApiDesk()
  const opened = await desk.post(TICKETS, 'grace', {
    title: 'Printer',
    description: 'd',
    category: 'printing',
    requester: { personId: 'anna' },
  })
  path = `${TICKETS}/${opened.body.number}`
  desk.advance(1)
  await act('assign', 'grace', { group: 'workplace', assignee: 'xia' }, 1)
  desk.advance(1)
  await act('comment', 'xia', { text: 'Not again', visibility: 'internal' })
  desk.advance(1)
  await act('comment', 'xia', { text: 'We look at it', visibility: 'public' })
})

describe('an act on a version that has passed [LIF-9]', () => {
  test('is told what has happened since, newest first, and what to go on from', async () => {
    const { status, body } = await act('classify', 'grace', { urgency: 'low' }, 1)
    expect(status).toBe(412)
    expect(body).toMatchObject({
      code: 'stale-version',
      currentVersion: 4,
      changes: [
        { at: '2026-03-02T02:03:00.000Z', actor: { kind: 'person', name: '夏雨 Xia Yu' }, type: 'commented' },
        { at: '2026-03-02T02:02:00.000Z', actor: { kind: 'person', name: '夏雨 Xia Yu' }, type: 'commented' },
        { at: '2026-03-02T02:01:00.000Z', actor: { kind: 'person', name: 'Grace Okafor' }, type: 'assigned' },
      ],
    })
    const again = await act('classify', 'grace', { urgency: 'low', reason: 'Less' }, body.currentVersion)
    expect(again.status, again.text).toBe(200)
  })

  test('counts from the version the caller saw', async () => {
    const { body } = await act('classify', 'grace', { urgency: 'low' }, 3)
    expect(body.changes).toMatchObject([{ type: 'commented', at: '2026-03-02T02:03:00.000Z' }])
  })

  test('tells a requester of what they may see, and no more [ROL-3]', async () => {
    const { status, body } = await act('comment', 'anna', { text: 'Any news?' }, 1)
    expect(status).toBe(412)
    expect(body.changes).toEqual([
      { at: '2026-03-02T02:03:00.000Z', actor: { kind: 'staff', name: '夏雨 Xia Yu' }, type: 'commented' },
    ])
  })

  test('tells nothing of a ticket that is not the caller’s to see [ROL-3]', async () => {
    const { status, body } = await act('comment', 'lin', { text: 'Whose is this?' }, 1)
    expect(status).toBe(404)
    expect(body).not.toHaveProperty('changes')
    expect(body).not.toHaveProperty('currentVersion')
  })

  test('somebody else’s change of a person or a setting is told too', async () => {
    const { value, version } = (await desk.get('/api/v1/people/anna', 'ada')).body
    const put = (body: object, at: number) =>
      desk.send('PUT', '/api/v1/people/anna', { as: 'ada', body, headers: { 'if-match': `"${at}"` } })
    expect((await put({ ...value, vip: true }, version)).status).toBe(200)
    expect(await put({ ...value, phone: '1' }, version)).toMatchObject({
      status: 412,
      body: { currentVersion: version + 1, changes: [{ actor: { name: 'Ada Byron' }, type: 'person-put' }] },
    })
    const group = (await desk.get('/api/v1/groups/desk', 'ada')).body
    const putGroup = () =>
      desk.send('PUT', '/api/v1/groups/desk', {
        as: 'ada',
        body: { ...group.value, lead: 'grace' },
        headers: { 'if-none-match': '*' },
      })
    expect(await putGroup()).toMatchObject({
      status: 412,
      body: { currentVersion: group.version, changes: [{ type: 'setting-put' }] },
    })
  })
})
