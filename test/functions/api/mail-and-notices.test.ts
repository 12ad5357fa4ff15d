import { beforeEach, describe, expect, test } from 'vitest'
import { alarmStateChange, demoAlarms } from '../../../local/alarm-tags.ts'
import { addressKey, addressRecord } from '../../../shared/application/address-record.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { keep } from '../../../shared/application/kept-mail.ts'
import { noticeKey, noticeRecord } from '../../../shared/application/notice-record.ts'
import { registerProblem } from '../../../shared/application/problems.ts'
import { receiveEvent } from '../../../shared/application/receive-event.ts'
import { receiveMail } from '../../../shared/application/receive-mail.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { plannedCall, plannedMessage } from './notice-fixtures.ts'

const V1 = '/api/v1'
const NUMBER = 'INC-2026-000001'

let desk: ApiDesk

beforeEach(async () => {
  desk = await openApiDesk()
})

const MAIL = `From: Anna Berg <anna@harbour.example>
To: desk@firstline.example
Subject: Printer
Message-ID: <m1@harbour.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

It prints blank pages.
--b
Content-Type: text/html; name="说明 \\"1\\".html"
Content-Disposition: attachment; filename="说明 \\"1\\".html"

<script>alert(1)</script>
--b--
`

const mailIn = async (raw = MAIL) => {
  const bytes = new TextEncoder().encode(raw.replaceAll('\n', '\r\n'))
  await desk.deps.files.put('incoming/m1', bytes, 'message/rfc822')
  await receiveMail(desk.deps, { raw: bytes, key: 'incoming/m1', envelopeFrom: 'anna@harbour.example' })
  return bytes
}

describe('originals and attachments', () => {
  test('staff download the mail a ticket came from, byte for byte [INT-2]', async () => {
    const bytes = await mailIn()
    const answer = await desk.get(`${V1}/tickets/${NUMBER}/mail`, 'grace')
    expect(answer.text).toBe(new TextDecoder().decode(bytes))
    expect(answer.headers.get('content-type')).toBe('message/rfc822')
    expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${NUMBER}.eml"`)
    expect((await desk.get(`${V1}/tickets/${NUMBER}/mail`, 'anna')).status).toBe(403)
  })

  test('a ticket that did not come as a mail has no original', async () => {
    await desk.post(`${V1}/tickets`, 'anna', { title: 't', description: 'd' })
    expect(await desk.get(`${V1}/tickets/${NUMBER}/mail`, 'grace')).toMatchObject({
      status: 404,
      body: { code: 'no-mail' },
    })
  })

  test('an attachment is a download under its own name, never a page [ROL-3]', async () => {
    await mailIn()
    const { attachments } = (await desk.get(`${V1}/tickets/${NUMBER}`, 'anna')).body
    const answer = await desk.get(`${V1}/tickets/${NUMBER}/attachments/${attachments[0].id}`, 'anna')
    expect(answer.text).toContain('<script>')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"]*"; filename\*=UTF-8''%E8%AF%B4/,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await desk.get(`${V1}/tickets/${NUMBER}/attachments/none`, 'anna')).status).toBe(404)
  })

  test('a large file is fetched from where it lies', async () => {
    await mailIn()
    desk.noted.files.set('incoming/m1', new Uint8Array(5_000_000))
    Object.assign(desk.deps.files, { temporaryUrl: async (key: string) => `https://files.example/${key}` })
    const answer = await desk.get(`${V1}/tickets/${NUMBER}/mail`, 'grace')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('https://files.example/incoming/m1')
  })
})

describe('an incident of an alarm', () => {
  test('shows the alarm and what it has done, event by event [INT-8]', async () => {
    const [alarm] = demoAlarms
    if (!alarm) throw new Error('there is no sample alarm')
    for (const [id, state] of [
      ['e1', 'ALARM'],
      ['e2', 'OK'],
      ['e3', 'ALARM'],
    ] as const) {
      desk.advance(1)
      await receiveEvent(desk.deps, alarmStateChange(alarm, state, desk.deps.clock.now(), id))
    }
    const { body } = await desk.get(`${V1}/tickets/${NUMBER}`, 'grace')
    expect(body.alarm).toMatchObject({ name: alarm.name, state: 'ALARM' })
    expect(body.channel).toBe('alarm')
    const { items } = (await desk.get(`${V1}/tickets/${NUMBER}/timeline`, 'grace')).body
    expect(items.length).toBeGreaterThanOrEqual(3)
    expect(items.at(-1)).toMatchObject({ type: 'recorded', visibility: 'public' })
  })
})

describe('what the intake kept', () => {
  test('the desk sees it by why it was kept, and can read it [INT-5]', async () => {
    await mailIn(MAIL.replace('MIME-Version', 'Auto-Submitted: auto-replied\nMIME-Version'))
    const { items } = (await desk.get(`${V1}/mails`, 'grace', { outcome: 'machine' })).body
    expect(items).toMatchObject([{ from: 'anna@harbour.example', subject: 'Printer', outcome: 'machine' }])
    expect((await desk.get(`${V1}/mails/${items[0].id}`, 'grace')).text).toContain('auto-replied')
    expect((await desk.get(`${V1}/mails`, 'grace', { outcome: 'virus' })).body.items).toEqual([])
    expect((await desk.get(`${V1}/mails`, 'xia', { outcome: 'machine' })).status).toBe(403)
    expect((await desk.get(`${V1}/mails/nothing`, 'grace')).status).toBe(404)
  })

  test('an event nobody understood can be read too', async () => {
    const kept = { id: 'event-1', outcome: 'event' as const, reason: 'unknown', from: null, subject: null, key: null }
    await keep(desk.deps, { ...kept, body: '{"source":"x"}' }, DESK, null)
    const [{ id }] = (await desk.get(`${V1}/mails`, 'grace', { outcome: 'event' })).body.items
    const answer = await desk.get(`${V1}/mails/${id}`, 'grace')
    expect(answer.text).toBe('{"source":"x"}')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
  })
})

describe('addresses mail came back from', () => {
  const ADDRESS = 'gone@harbour.example'

  test('are listed until the desk releases them, with a reason [NOT-6]', async () => {
    const feedback = { type: 'note-feedback' as const, address: ADDRESS, feedbackId: 'f1', detail: '550 unknown' }
    const bounced = { ...feedback, verdict: 'bounced' as const, reportedAt: desk.deps.clock.now() }
    await executeOn(desk.deps, addressRecord, addressKey(ADDRESS), bounced, DESK)
    expect((await desk.get(`${V1}/addresses`, 'grace')).body.items).toMatchObject([
      { address: ADDRESS, suppressed: { reason: 'bounced', detail: '550 unknown' } },
    ])
    const path = `${V1}/addresses/${encodeURIComponent(ADDRESS)}/release`
    expect((await desk.post(path, 'xia', { reason: 'back' })).status).toBe(403)
    expect((await desk.post(path, 'grace', {})).status).toBe(422)
    expect((await desk.post(path, 'grace', { reason: 'back' })).body).toMatchObject({
      address: ADDRESS,
      suppressed: null,
    })
    expect((await desk.get(`${V1}/addresses`, 'grace')).body.items).toEqual([])
    expect((await desk.post(`${V1}/addresses/never@x.example/release`, 'grace', { reason: 'x' })).status).toBe(404)
  })
})

describe('notices', () => {
  const plan = (notice: ReturnType<typeof plannedCall> | ReturnType<typeof plannedMessage>) =>
    executeOn(desk.deps, noticeRecord, noticeKey(notice.id), { type: 'plan', notice }, DESK)

  test('a call is on the list until somebody of the desk ticks it off with its outcome [NOT-1]', async () => {
    const call = plannedCall(NUMBER)
    await plan(call)
    expect((await desk.get(`${V1}/notices`, 'grace', { view: 'call-tasks' })).body.items).toMatchObject([
      { id: call.id, status: 'to-call', phone: '+49 30 1', recipient: { name: 'Paula Reyes' } },
    ])
    const done = { outcome: 'reached', note: 'She comes' }
    expect((await desk.post(`${V1}/notices/${call.id}/done`, 'xia', done)).status).toBe(403)
    expect((await desk.post(`${V1}/notices/${call.id}/acknowledge`, 'grace', {})).status).toBe(409)
    expect((await desk.post(`${V1}/notices/${call.id}/done`, 'grace', done)).body).toMatchObject({
      status: 'called',
      done: { outcome: 'reached', note: 'She comes', by: { id: 'grace' } },
    })
    expect((await desk.post(`${V1}/notices/${call.id}/done`, 'diana', done)).status).toBe(409)
    expect((await desk.get(`${V1}/notices`, 'grace', { view: 'call-tasks' })).body.items).toEqual([])
  })

  test('whoever was told acknowledges; nobody else but the desk [NOT-3]', async () => {
    const message = plannedMessage(NUMBER)
    await plan(message)
    const path = `${V1}/notices/${message.id}/acknowledge`
    expect((await desk.post(path, 'xia', {})).status).toBe(403)
    expect((await desk.post(path, 'paula', {})).body).toMatchObject({ status: 'acknowledged' })
    expect((await desk.post(`${V1}/notices/${message.id}/done`, 'grace', { outcome: 'reached' })).status).toBe(409)
    expect((await desk.post(`${V1}/notices/unknown/acknowledge`, 'grace', {})).status).toBe(404)
    expect((await desk.get(`${V1}/notices`, 'grace', { view: 'failed' })).body.items).toEqual([])
  })
  test('what reached nobody is on the desk’s list and counted for its manager until the desk has told them [NOT-3] [NOT-6]', async () => {
    const message = plannedMessage(NUMBER)
    await plan(message)
    const counted = async (as: string) => (await desk.get(`${V1}/dashboard`, as)).body.unreached
    expect(await counted('diana')).toEqual({ count: 0 })
    const bounced = { type: 'note-bounce' as const, permanent: true, detail: '550 unknown' }
    const claimed = { type: 'claim' as const, claim: 'c1' }
    const sent = { type: 'note-sent' as const, claim: 'c1', messageId: 'm1' }
    for (const command of [claimed, sent, bounced]) {
      await executeOn(desk.deps, noticeRecord, noticeKey(message.id), command, DESK)
    }
    const failed = async () => (await desk.get(`${V1}/notices`, 'grace', { view: 'failed' })).body.items
    expect(await failed()).toMatchObject([
      {
        ticket: NUMBER,
        status: 'undeliverable',
        recipient: { name: 'Paula Reyes' },
        routes: message.routes,
        failure: { channel: 'email', detail: '550 unknown' },
      },
    ])
    expect(await counted('diana')).toEqual({ count: 1 })
    expect(await counted('petra')).toBeNull()
    expect(await counted('ivan')).toEqual({ count: 1 })
    expect((await desk.get(`${V1}/notices`, 'ivan', { view: 'failed' })).body.items).toHaveLength(1)
    expect((await desk.get(`${V1}/notices`, 'ivan', { view: 'call-tasks' })).status).toBe(403)
    expect((await desk.get(`${V1}/notices`, 'petra', { view: 'failed' })).status).toBe(403)
    await desk.post(`${V1}/notices/${message.id}/acknowledge`, 'grace', {})
    expect(await failed()).toEqual([])
    expect(await counted('diana')).toEqual({ count: 0 })
  })
})

describe('problems', () => {
  test('what is left to find out is on the list of problems, for staff [PRB-1]', async () => {
    await desk.post(`${V1}/tickets`, 'anna', { title: 'Printer', description: 'd' })
    const raised = { type: 'problem-raised' as const, problem: 'PRB-2026-000001', leftToFindOut: 'Why?' }
    await registerProblem(desk.deps, NUMBER, raised)
    expect((await desk.get(`${V1}/problems`, 'xia')).body.items).toMatchObject([
      { number: 'PRB-2026-000001', question: 'Why?', fromTicket: NUMBER, title: 'Printer' },
    ])
    expect((await desk.get(`${V1}/problems`, 'anna')).status).toBe(403)
  })
})
