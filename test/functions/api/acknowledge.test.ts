import { beforeAll, beforeEach, expect, test } from 'vitest'
import { acknowledgeAliasesFor } from '../../../shared/application/acknowledging.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { noticeKey, noticeRecord } from '../../../shared/application/notice-record.ts'
import { acknowledgeToken } from '../../../shared/domain/link/acknowledge-token.ts'
import type { PlannedMessage } from '../../../shared/domain/notice/notice.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { plannedMessage } from './notice-fixtures.ts'

const V1 = '/api/v1'
const PAGE = { accept: 'text/html' }
const FORM = 'application/x-www-form-urlencoded'

let desk: ApiDesk
let notice: PlannedMessage
beforeAll(async () => {
  desk = await openApiDesk()
})

/** A notice to the project manager that repeats; ids as a matter makes them. */
beforeEach(async () => {
  const { body } = await desk.post(`${V1}/tickets`, 'anna', { title: 'No <b>mail</b>', description: 'since 9' })
  const plain = plannedMessage(body.number)
  notice = {
    ...plain,
    id: `${body.number}.1.0.message.paula`,
    ticket: { ...plain.ticket, title: 'No <b>mail</b>' },
    routes: [plain.routes[0], { channel: 'sms', address: '+49301' }],
    ladder: {
      matter: `${body.number}.1.0`,
      since: desk.deps.clock.now(),
      stepMinutes: 5,
      rounds: 1,
      told: ['paula'],
      insteadOf: null,
      group: 'desk',
      assignee: null,
    },
  }
  const aliases = await acknowledgeAliasesFor(desk.deps, notice)
  await executeOn(desk.deps, noticeRecord, noticeKey(notice.id), { type: 'plan', notice }, DESK, { aliases })
})

const link = async (way: string) => `/api/a/${await acknowledgeToken(await desk.deps.secret(), notice.id, way)}`

test('the link shows what it is about and never acts; the form acts, once [NOT-3] [INT-6]', async () => {
  const path = await link('sms:+49301')
  const shown = await desk.send('GET', path, { headers: PAGE })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('No &lt;b&gt;mail&lt;/b&gt;')
  expect(shown.text).toContain(`<form method="post" action="${path}">`)
  expect((await desk.get(path, null)).body).toMatchObject({ to: 'Paula Reyes', status: 'planned', acknowledged: null })

  const submit = () => desk.send('POST', path, { body: '', headers: { ...PAGE, 'content-type': FORM } })
  const sent = await submit()
  expect([sent.status, sent.headers.get('location')]).toEqual([303, path])
  const thanks = await desk.send('GET', path, { headers: { ...PAGE, 'accept-language': 'zh' } })
  expect(thanks.text).toMatch(/Acknowledged by Paula Reyes on .*Nobody is told again/)
  expect(thanks.text).not.toContain('<form')
  expect((await submit()).status).toBe(303)
  expect((await desk.send('POST', path, { body: {} })).body).toMatchObject({
    acknowledged: { via: 'sms', by: 'Paula Reyes' },
  })
  const lines = (await desk.get(`${V1}/tickets/${notice.ticket.number}/timeline`, 'grace')).body.items
  const acknowledged = lines.filter(({ type }: { type: string }) => type === 'notice-acknowledged')
  expect(acknowledged).toMatchObject([{ to: 'Paula Reyes', via: 'sms', actor: { kind: 'link', id: '+49301' } }])
})

test('a link that is not ours says so, to people and to programs [NOT-3]', async () => {
  const path = '/api/a/aaaaaaaaaaaaaaaa'
  expect((await desk.get(path, null)).body).toMatchObject({ status: 404, code: 'link-unknown' })
  const page = await desk.send('POST', path, { body: '', headers: { ...PAGE, 'content-type': FORM } })
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect((await desk.get('/api/a/short', null)).status).toBe(422)
})

test('one sees what waits for one’s own word, and answers in the portal [NOT-3]', async () => {
  const mine = async (as: string) => {
    const { body } = await desk.get(`${V1}/notices`, as, { view: 'mine' })
    return body.items.map(({ id }: { id: string }) => id).filter((id: string) => id === notice.id)
  }
  expect(await mine('paula')).toEqual([notice.id])
  expect(await mine('grace')).toEqual([])
  expect((await desk.get(`${V1}/notices`, 'paula', { view: 'failed' })).status).toBe(403)
  const answered = await desk.post(`${V1}/notices/${notice.id}/acknowledge`, 'paula', {})
  expect(answered.body).toMatchObject({ status: 'acknowledged' })
  expect(await mine('paula')).toEqual([])
  const path = await link('email:paula@harbour.example')
  expect((await desk.get(path, null)).body).toMatchObject({ acknowledged: { via: 'portal' } })
})

test('a notice that nobody has to answer any more says that [NOT-3]', async () => {
  const stop = { type: 'stop', why: 'ticket-over' } as const
  await executeOn(desk.deps, noticeRecord, noticeKey(notice.id), stop, DESK)
  const page = await desk.send('GET', await link('sms:+49301'), { headers: PAGE })
  expect(page.text).toContain('Nothing more is needed')
})
