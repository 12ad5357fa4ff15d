import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerNotice } from '../../shared/application/acknowledging.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { openLink } from '../../shared/application/links.ts'
import { CALL_TASKS, FAILED_NOTICES } from '../../shared/application/notice-lists.ts'
import { type NoticeSummary, noticeKey, noticeRecord } from '../../shared/application/notice-record.ts'
import { deliverNotice, planNotices } from '../../shared/application/notices.ts'
import type { OutgoingMail } from '../../shared/application/ports.ts'
import { putPerson } from '../../shared/application/setting-record.ts'
import { readReplyToken, recipientTagOf } from '../../shared/domain/link/reply-token.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import type { RecordedEvent } from '../../shared/domain/record.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { TicketEvent } from '../../shared/domain/ticket/event.ts'
import { recorded, staff } from '../domain/notice/desk-at-work.ts'
import { agent, engineer, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

const only = (mails: readonly OutgoingMail[]): OutgoingMail => {
  expect(mails).toHaveLength(1)
  return mails[0] ?? expect.unreachable()
}

const acknowledgement = (number: string) => `${number}.1.0.message.zhang`
const toZhang = { name: '张伟', address: 'zhang@example.com' }

describe('an acknowledgement', () => {
  test('has the number, the promise and a link that works without login [INT-10]', async () => {
    const number = await desk.opened()
    await desk.settle()
    const mail = only(desk.mails)
    expect(mail).toMatchObject({ to: toZhang, from: { name: 'IT 服务台', address: 'desk@desk.example.com' } })
    expect(mail.subject).toBe(`[${number}] 已为您登记工单：打印机卡纸`)
    expect(mail.text).toContain('响应时限：2026年3月2日（周一）11:00（GMT+8）')
    const [, token = ''] = /https:\/\/desk\.example\.com\/api\/v1\/links\/([a-z2-7]+)/.exec(mail.text) ?? []
    expect(mail.html).toContain(token)
    expect(await openLink(desk.deps, token)).toEqual({
      number,
      actor: { kind: 'link', name: '张伟', email: 'zhang@example.com', ticket: number },
    })
  })

  test('asks for no answer by machines, and takes those of people to the ticket [INT-3, INT-5]', async () => {
    const number = await desk.opened({ mail: { id: 'inbox/1', messageId: '<first@example.com>' } })
    await desk.settle()
    const mail = only(desk.mails)
    expect(mail.headers).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'X-Loop': 'desk@desk.example.com',
      'X-Firstline-Notice': acknowledgement(number),
    })
    expect(mail.inReplyTo).toBe('<first@example.com>')
    const [, token = ''] = /^desk\+([a-z2-7]+)@desk\.example\.com$/.exec(mail.replyTo ?? '') ?? []
    const secret = await desk.deps.secret()
    expect(await readReplyToken(secret, token)).toEqual({
      number,
      recipientTag: await recipientTagOf(secret, 'zhang@example.com'),
    })
    const sentAs = `message-id#<${acknowledgement(number)}@eu-west-1.amazonses.com>`
    expect((await desk.deps.store.alias(sentAs))?.target).toEqual({ kind: 'ticket', id: number })
  })

  test('of a ticket no mail opened, or a broken one, starts a thread of its own [NOT-1]', async () => {
    const number = await desk.opened()
    await desk.opened({ mail: { id: 'inbox/2', messageId: '<bro ken>\u0000' } })
    await desk.settle()
    expect(desk.mails.map(({ inReplyTo }) => inReplyTo)).toEqual([
      `<${number.toLowerCase()}@desk.example.com>`,
      expect.stringMatching(/^<inc-2026-\d{6}@desk\.example\.com>$/),
    ])
  })
})

describe('NOT-4: once per event and person', () => {
  test('delivered twice, late and out of order [NOT-4]', async () => {
    const number = await desk.opened()
    await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
    await desk.settle()
    const written = [...desk.stream]
    desk.waitMinutes(600)
    for (const line of [...written.toReversed(), ...written]) await desk.deliver(line)
    await desk.wake()
    expect(desk.mails.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['zhang@example.com', `[${number}] 已为您登记工单：打印机卡纸`],
      ['wang@example.com', `[${number}] Assigned to you: 打印机卡纸`],
    ])
    expect(desk.stream).toEqual(written)
  })

  test('planned and delivered by many processes at once [NOT-4]', async () => {
    const number = await desk.opened()
    const [line] = desk.stream
    if (!line) return expect.unreachable()
    await Promise.all(Array.from({ length: 4 }, () => desk.deliver(line)))
    const key = noticeKey(acknowledgement(number))
    await Promise.all(Array.from({ length: 5 }, () => deliverNotice(desk.deps, key)))
    expect(desk.mails).toHaveLength(1)
    expect(await desk.history(number)).toMatchObject([{ type: 'notice-sent', to: '张伟', channel: 'email' }])
  })

  test('a process that dies before its note of the sending sends the same mail under the same id [NOT-4]', async () => {
    const number = await desk.opened()
    desk.faults.push({ kind: 'died-after-sending' })
    await desk.settle()
    expect(await desk.notice(acknowledgement(number))).toMatchObject({ status: 'sending' })
    await desk.settle()
    expect(desk.mails).toHaveLength(1)
    for (let minute = 0; minute < 6; minute += 1) {
      desk.waitMinutes(1)
      await desk.wake()
    }
    await desk.settle()
    expect(await desk.notice(acknowledgement(number))).toMatchObject({ status: 'sent' })
    expect(desk.mails).toHaveLength(2)
    expect(desk.mails[1]).toEqual(desk.mails[0])
    expect(await desk.history(number)).toMatchObject([{ type: 'notice-failed' }, { type: 'notice-sent' }])
  })

  test('an event nobody is told of costs nothing [NOT-4]', async () => {
    const line = { event: { type: 'resumed', cause: 'person' }, record: { kind: 'ticket', id: 'none' } }
    await planNotices(desk.deps, line as RecordedEvent<TicketEvent>)
    expect(desk.stream).toEqual([])
  })

  test('of a ticket that is not there tells nobody [NOT-4]', async () => {
    const line = { event: recorded, record: { kind: 'ticket', id: 'INC-2026-999999' }, version: 1, index: 0 }
    await planNotices(desk.deps, line as RecordedEvent<TicketEvent>)
    await deliverNotice(desk.deps, noticeKey('none'))
    expect(desk.mails).toEqual([])
  })
})

describe('a failing channel', () => {
  const wakeAfter = async (minutes: number) => {
    desk.waitMinutes(minutes)
    await desk.wake()
  }

  test('is tried again when it was only busy, and everything is on the ticket [NOT-4]', async () => {
    const number = await desk.opened()
    desk.faults.push({ kind: 'throttled' })
    await desk.settle()
    expect(desk.mails).toEqual([])
    await wakeAfter(1)
    expect(only(desk.mails).to.address).toBe('zhang@example.com')
    expect(await desk.history(number)).toMatchObject([
      {
        type: 'notice-failed',
        template: 'acknowledged',
        reason: 'Maximum sending rate exceeded.',
        retryAt: '2026-03-02T01:01:00.000Z',
        visibility: 'internal',
      },
      { type: 'notice-sent', address: 'zhang@example.com' },
    ])
  })

  test('falls over to the next, and the last one ends with the desk [NOT-4, NOT-6]', async () => {
    const number = await desk.opened()
    desk.faults.push({ kind: 'refused', error: new DomainError('invalid', 'channel-refused', 'Bad address.') })
    await desk.settle()
    expect(desk.texts).toEqual([
      {
        id: acknowledgement(number),
        to: '+8613800000002',
        text: `已收到您反映的情况，工单号 ${number}。打印机卡纸`,
      },
    ])
    expect(await desk.history(number)).toMatchObject([
      { type: 'notice-failed', channel: 'email', retryAt: null },
      { type: 'notice-sent', channel: 'sms', address: '+8613800000002' },
    ])
  })

  test('with no other leaves the notice in the list of those that reached nobody, until the desk has seen to it [NOT-6]', async () => {
    await putPerson(desk.deps, { ...staff.chen, mobile: null }, DESK)
    const number = await desk.opened({ acknowledge: false })
    await desk.act(number, { type: 'assign', group: 'network', assignee: 'chen' }, agent)
    desk.faults.push({ kind: 'refused', error: new DomainError('invalid', 'channel-refused', 'Bad address.') })
    await desk.settle()
    const failed = () => desk.deps.store.list<NoticeSummary>('kind', FAILED_NOTICES, { limit: 10 })
    const [listed] = (await failed()).items
    expect(listed?.summary).toMatchObject({
      status: 'undeliverable',
      ticket: number,
      title: '打印机卡纸',
      recipient: { name: 'Chen Jie' },
      routes: [{ channel: 'email' }],
    })
    await answerNotice(desk.deps, listed?.summary.id ?? '', { type: 'acknowledge', via: 'portal' }, agent)
    expect((await failed()).items).toEqual([])
  })

  test('that throws anything at all is a failure, not the end [NOT-4]', async () => {
    await desk.opened()
    // Whatever a channel throws, be it no error at all.
    desk.faults.push({ kind: 'refused', error: 'no' as unknown as Error })
    await desk.settle()
    await wakeAfter(1)
    expect(desk.mails).toHaveLength(1)
  })
})

describe('an escalation by hand', () => {
  test('is written to whom it concerns and put on the list of phone calls [NOT-1, ESC-5]', async () => {
    const number = await desk.opened({ acknowledge: false, service: 'infrastructure' })
    await desk.act(number, { type: 'assign', group: 'network' }, agent)
    desk.stream.length = 0
    for (let level = 0; level < 3; level += 1) {
      await desk.act(number, { type: 'escalate', reason: '领导在等' }, agent)
    }
    await desk.settle()
    const calls = () => desk.deps.store.list<NoticeSummary>('kind', CALL_TASKS, { limit: 10 })
    const listed = async () => (await calls()).items.map(({ summary }) => summary)
    const isToPm = ({ ticket, recipient }: NoticeSummary) => ticket === number && recipient.personId === 'zhao'
    const toPm = (await listed()).find(isToPm)
    expect(toPm).toMatchObject({ status: 'to-call', ticket: number, phone: staff.zhao.mobile, routes: [], done: null })
    expect(toPm?.say).toMatch(/^工单 INC-.*已升级至项目经理。 李娜 手动升级了该工单，理由如下： 领导在等$/)
    const tickOff = { type: 'tick-off', outcome: 'reached', note: '马上处理' } as const
    await executeOn(desk.deps, noticeRecord, noticeKey(toPm?.id ?? ''), tickOff, agent)
    expect((await listed()).some(isToPm)).toBe(false)
    expect(await desk.history(number)).toContainEqual(
      expect.objectContaining({ type: 'call-made', to: '赵敏', outcome: 'reached', note: '马上处理' }),
    )
    expect(desk.mails.map(({ to }) => to.address)).toContain('zhao@example.com')
    expect(desk.mails.find(({ to }) => to.address === 'zhao@example.com')?.text).toContain(
      `https://desk.example.com/tickets/${number}`,
    )
  })

  test('calls the most urgent first [NOT-1, PRI-8]', async () => {
    const numbers: string[] = []
    for (const impact of ['minor', 'extensive'] as const) {
      const number = await desk.opened({ acknowledge: false })
      await desk.act(number, { type: 'classify', impact, urgency: 'critical' }, agent)
      await desk.act(number, { type: 'assign', group: 'network' }, agent)
      await desk.act(number, { type: 'escalate', reason: 'r' }, engineer)
      numbers.unshift(number)
    }
    await desk.settle()
    const { items } = await desk.deps.store.list<NoticeSummary>('kind', CALL_TASKS, { limit: 100 })
    const tickets = items.flatMap(({ summary }) => [
      summary.ticket,
      ...(summary.also ?? []).map(({ number }) => number),
    ])
    expect([...new Set(tickets.filter((ticket) => numbers.includes(ticket)))]).toEqual(numbers)
  })
})

test('somebody hired after the settings were cached is told all the same [NOT-4]', async () => {
  const number = await desk.opened({ acknowledge: false })
  await desk.settle()
  const hired = { ...staff.wang, id: 'new', name: 'New Hand', email: 'new@example.com' }
  const elsewhere = desk.sibling()
  await putPerson(elsewhere.deps, hired, DESK)
  await elsewhere.act(number, { type: 'assign', group: 'network', assignee: 'new' }, agent)
  const assigned = elsewhere.stream.find(({ event }) => event.type === 'assigned')
  if (!assigned) return expect.unreachable()
  await desk.deliver(assigned)
  await desk.settle()
  expect(only(desk.mails).to.address).toBe('new@example.com')
})
