import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const V1 = '/api/v1'

let desk: ApiDesk

beforeEach(async () => {
  desk = await openApiDesk()
})

const put = (path: string, body: unknown, version: number | 'new', as = 'ada') =>
  desk.send('PUT', `${V1}${path}`, {
    as,
    body,
    headers: version === 'new' ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
  })

const get = async (path: string, query?: Record<string, string>) =>
  (await desk.get(`${V1}${path}`, 'grace', query)).body

describe('settings', () => {
  test.each([
    ['policies', 1],
    ['codes', 1],
    ['calendars', 3],
    ['services', 6],
    ['groups', 4],
    ['items', 6],
    ['departments', 3],
  ])('%s are listed with their versions', async (path, atLeast) => {
    const { items, cursor } = await get(`/${path}`)
    expect(items.length).toBeGreaterThanOrEqual(atLeast)
    expect(items[0].version).toBe(1)
    expect(cursor).toBeNull()
    expect((await get(`/${path}/${items[0].id}`)).value).toEqual(items[0].value)
  })

  test('a list is paged [API-1]', async () => {
    const first = await get('/categories', { limit: '4' })
    const second = await get('/categories', { limit: '100', cursor: first.cursor })
    const all = await get('/categories', { limit: '100' })
    expect([...first.items, ...second.items]).toEqual(all.items)
  })

  test('the administrator changes the policy; every version can be read again [ESC-9]', async () => {
    const { value } = await get('/policies/default')
    const changed = { ...value, warnAtPercent: 70 }
    const answer = await put('/policies/default', changed, 1)
    expect(answer).toMatchObject({ status: 200, body: { id: 'default', version: 2, value: { warnAtPercent: 70 } } })
    expect(answer.headers.get('etag')).toBe('"2"')
    expect((await get('/policies/default')).value).toEqual(changed)
    expect((await get('/policies/default', { version: '1' })).value).toEqual(value)
    expect((await desk.get(`${V1}/policies/default`, 'ada', { version: '9' })).status).toBe(404)
  })

  test('what is recorded after a change is judged by it, what was recorded before is not [ESC-9]', async () => {
    const open = async () =>
      (await desk.post(`${V1}/tickets`, 'grace', { title: 't', description: 'd', category: 'printing' })).body
    const before = await open()
    const { value } = await get('/policies/default')
    const targets = { ...value.targets, 3: { ...value.targets[3], respondMinutes: 7 } }
    await put('/policies/default', { ...value, targets }, 1)
    expect((await open()).sla.respond.target).toBe(7)
    expect((await get(`/tickets/${before.number}`)).sla.respond.target).toBe(before.sla.respond.target)
  })

  test('something new is put with If-None-Match, once', async () => {
    const group = { id: 'print', name: { 'zh-CN': '打印', en: 'Print' }, line: 1, lead: null }
    expect((await put('/groups/print', group, 3)).status).toBe(404)
    expect(await put('/groups/print', group, 'new')).toMatchObject({ status: 200, body: { version: 1 } })
    expect((await put('/groups/print', { ...group, lead: 'leo' }, 'new')).status).toBe(412)
    expect((await desk.send('PUT', `${V1}/groups/print`, { as: 'ada', body: group })).status).toBe(428)
    const category = { id: 'paper', name: group.name, group: 'print', secondLineGroup: null }
    expect((await put('/categories/paper', category, 'new')).status).toBe(200)
  })

  test('two administrators do not overwrite one another [LIF-9]', async () => {
    const { value } = await get('/codes/default')
    await put('/codes/default', { ...value, classes: value.classes.slice(1) }, 1)
    expect((await put('/codes/default', value, 1)).status).toBe(412)
  })

  test('only the administrator changes settings, and a refusal is recorded [ROL-2]', async () => {
    const { value } = await get('/policies/default')
    expect((await put('/policies/default', value, 1, 'diana')).status).toBe(403)
    expect((await desk.get(`${V1}/refusals`, 'ada')).body.items).toMatchObject([
      { actor: { id: 'diana' }, method: 'PUT', path: `${V1}/policies/default` },
    ])
  })

  test('names of machines are for staff', async () => {
    expect((await desk.get(`${V1}/items`, 'anna')).status).toBe(403)
    expect((await desk.get(`${V1}/categories`, 'anna')).status).toBe(200)
  })

  test('a document is under its own name', async () => {
    const { value } = await get('/groups/network')
    expect(await put('/groups/workplace', value, 1)).toMatchObject({ status: 422, body: { errors: [{ field: 'id' }] } })
    const { value: policy } = await get('/policies/default')
    expect((await put('/policies/other', policy, 'new')).status).toBe(422)
  })

  test('what a document refers to must be there', async () => {
    const { value } = await get('/policies/default')
    const broken = { ...value, intake: { ...value.intake, defaultCategory: 'gone', defaultCalendar: 'gone' } }
    expect((await put('/policies/default', broken, 1)).body.errors).toMatchObject([
      { field: 'intake.defaultCategory' },
      { field: 'intake.defaultCalendar' },
    ])
    const { value: category } = await get('/categories/printing')
    expect((await put('/categories/printing', { ...category, group: 'gone' }, 1)).status).toBe(422)
  })

  test('a calendar that cannot be used says what is wrong with it [SLA-3]', async () => {
    const { value } = await get('/calendars/cn-office')
    const broken = { ...value, timeZone: 'Mars/Olympus', weekly: { mon: [['12:00', '09:00']] } }
    const { status, body } = await put('/calendars/cn-office', broken, 1)
    expect(status).toBe(422)
    expect(body.errors.map(({ message }: { message: string }) => message)).toEqual(
      expect.arrayContaining([
        '"Mars/Olympus" is not a time zone',
        expect.stringContaining('must close after it opens'),
      ]),
    )
  })
})
