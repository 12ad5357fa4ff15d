import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerNotice, openAcknowledgement } from '../../shared/application/acknowledging.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { CALL_TASKS } from '../../shared/application/notice-lists.ts'
import {
  type NoticeSummary,
  noticeKey,
  noticeRecord,
  toAcknowledgeKey,
} from '../../shared/application/notice-record.ts'
import type { Notice } from '../../shared/domain/notice/notice.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { agent, engineer, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

const toWang = () => desk.mails.filter(({ to }) => to.address === 'wang@example.com')
const idFor = (number: string, person = 'wang') => `${number}.2.0.message.${person}`
const notices = (numbers: readonly string[], person = 'wang'): Promise<readonly (Notice | null)[]> =>
  Promise.all(numbers.map((number) => desk.notice(idFor(number, person))))

/** That many tickets are handed to wang within a moment; of priority 2 they are to be acknowledged. */
const handed = async (count: number, graded: 'urgent' | 'plain' = 'plain'): Promise<readonly string[]> => {
  const grade = { type: 'record', category: 'unclassified', impact: 'significant', urgency: 'high' } as const
  const numbers: string[] = []
  for (let n = 0; n < count; n += 1) {
    const number = await (graded === 'urgent' ? desk.opened(grade, agent) : desk.opened({ acknowledge: false }))
    await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
    numbers.push(number)
  }
  return numbers
}

describe('a burst for one person', () => {
  test('is a few messages and one of all the rest, within a minute, and on every ticket [NOT-5] [NOT-4]', async () => {
    const numbers = await handed(12)
    await desk.settle()
    expect(toWang()).toHaveLength(3)
    await desk.pass(1)
    expect(toWang()).toHaveLength(4)
    const joint = toWang()[3]
    expect(joint?.subject).toBe(`[${numbers[3]}] 9 notices: 打印机卡纸`)
    for (const number of numbers.slice(3)) expect(joint?.text).toContain(`https://desk.example.com/tickets/${number}`)
    for (const number of numbers) {
      expect(await desk.history(number)).toMatchObject([{ type: 'notice-sent', to: 'Wang Wei', channel: 'email' }])
    }
    await desk.pass(10)
    expect(toWang()).toHaveLength(4)
  })

  test('is told once, however often and in whatever order its events arrive [NOT-4] [NOT-5]', async () => {
    const numbers = await handed(8)
    await desk.settle()
    await desk.pass(1)
    const mails = toWang().length
    for (const line of [...desk.stream, ...desk.stream.toReversed()]) await desk.deliver(line)
    await Promise.all([desk.wake(), desk.sibling().wake()])
    await desk.pass(5)
    expect(toWang()).toHaveLength(mails)
    for (const notice of await notices(numbers)) expect(notice).toMatchObject({ status: 'sent' })
  })

  test('of which the message dies half-way is told all the same [NOT-4] [NOT-5]', async () => {
    const numbers = await handed(7)
    await desk.settle()
    desk.faults.push({ kind: 'died-after-sending' })
    await desk.pass(8)
    for (const notice of await notices(numbers)) expect(notice).toMatchObject({ status: 'sent' })
    const joint = toWang().filter(({ subject }) => subject.includes('notices'))
    expect(new Set(joint.map(({ id }) => id)).size).toBe(1)
  })

  test('that goes on is told in one message each time [NOT-5]', async () => {
    await handed(6)
    await desk.settle()
    await desk.pass(1)
    const from = desk.stream.length
    await handed(6)
    await desk.settle(from)
    expect(toWang(), 'nothing at once: the burst goes on').toHaveLength(4)
    await desk.pass(1)
    expect(toWang()).toHaveLength(5)
  })

  test('and comes too late for the message it was to be told in, is told in the next [NOT-4] [NOT-5]', async () => {
    const numbers = await handed(4)
    await desk.settle()
    await desk.pass(1)
    const teller = await desk.notice(idFor(numbers[3] ?? ''))
    if (teller?.medium !== 'message') return expect.unreachable()
    const from = desk.stream.length
    const [number = ''] = await handed(1)
    const late = { ...teller, id: idFor(number), ticket: { ...teller.ticket, number } }
    const plan = { type: 'plan', notice: late, gathering: { within: teller.id } } as const
    await executeOn(desk.deps, noticeRecord, noticeKey(late.id), plan, DESK)
    await desk.settle(from)
    expect(await desk.notice(late.id)).toMatchObject({ status: 'planned', within: null })
    await desk.pass(1)
    expect(await desk.history(number)).toMatchObject([{ type: 'notice-sent', to: 'Wang Wei' }])
  })
})

describe('what is to be acknowledged', () => {
  test('is acknowledged for all of it by one link, and nobody is told again [NOT-3] [NOT-5]', async () => {
    const numbers = await handed(8, 'urgent')
    await desk.settle()
    await desk.pass(1)
    const joint = toWang().find(({ subject }) => subject.includes('5 notices'))
    const token = /\/api\/a\/([a-z2-7]{16})/.exec(joint?.text ?? '')?.[1] ?? expect.unreachable()
    const { notice, actor, via } = await openAcknowledgement(desk.deps, token)
    const from = desk.stream.length
    await answerNotice(desk.deps, notice.id, { type: 'acknowledge', via }, actor)
    await desk.settle(from)
    for (const told of (await notices(numbers)).slice(3)) expect(told).toMatchObject({ status: 'acknowledged' })
    const { items } = await desk.deps.store.list<NoticeSummary>('assignee', toAcknowledgeKey('wang'), { limit: 100 })
    const waiting = items.map(({ summary }) => summary.ticket).filter((ticket) => numbers.includes(ticket))
    expect(waiting.toSorted()).toEqual(numbers.slice(0, 3).toSorted())
    for (const number of numbers.slice(3)) {
      expect((await desk.history(number)).at(-1)).toMatchObject({ type: 'notice-acknowledged', via: 'email' })
    }
  })

  test('and is not, is told again and passed on in one message; what was answered is left out [NOT-3] [NOT-5]', async () => {
    const numbers = await handed(9, 'urgent')
    await desk.settle()
    await desk.pass(1)
    const answered = numbers[8] ?? ''
    const from = desk.stream.length
    await answerNotice(desk.deps, idFor(answered), { type: 'acknowledge', via: 'portal' }, engineer)
    await desk.settle(from)
    await desk.pass(22)
    const toChen = desk.mails.filter(({ to }) => to.address === 'chen@example.com')
    expect(toChen.length, 'of nine tickets, each with an escalation').toBeLessThan(6)
    for (const number of numbers.slice(0, 8)) expect(await desk.notice(idFor(number, 'chen'))).not.toBeNull()
    expect(await desk.notice(idFor(answered, 'chen'))).toBeNull()
    const again = toWang().filter(({ subject }) => /Reminder 2: 5 notices/.test(subject))
    expect(again).toHaveLength(1)
    expect(again[0]?.text).not.toContain(answered)
    const texts = desk.texts.filter(({ id }) => id === idFor(numbers[3] ?? ''))
    expect(texts.map(({ text }) => text)).toEqual([expect.stringMatching(/^Reminder: 5 notices for you/)])
  })

  test('and all of which was answered meanwhile is told to nobody [NOT-3] [NOT-5]', async () => {
    const numbers = await handed(6, 'urgent')
    await desk.settle()
    const from = desk.stream.length
    for (const number of numbers) {
      await answerNotice(desk.deps, idFor(number), { type: 'acknowledge', via: 'portal' }, engineer)
    }
    await desk.settle(from)
    await desk.pass(30)
    expect(toWang().filter(({ id }) => numbers.some((number) => id.startsWith(idFor(number))))).toHaveLength(3)
  })
})

test('mails that SES throttles go out later, none lost and none twice [NOT-4] [NOT-5]', async () => {
  const numbers: string[] = []
  for (let n = 0; n < 10; n += 1) numbers.push(await desk.opened())
  for (let n = 0; n < 14; n += 1) desk.faults.push({ kind: 'throttled' })
  await desk.settle()
  expect(desk.mails).toEqual([])
  await desk.pass(8)
  const to = desk.mails.map(({ id }) => id).toSorted()
  expect([...new Set(to)]).toEqual(to)
  const throttled = await Promise.all(numbers.map((number) => desk.history(number)))
  const lost = throttled.filter((lines) => !lines.some(({ type }) => type === 'notice-sent'))
  expect(lost).toEqual([])
})

test('one call to make for all that somebody has to be called about [NOT-1] [NOT-5]', async () => {
  const numbers: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const number = await desk.opened({ acknowledge: false, service: 'infrastructure' })
    await desk.act(number, { type: 'assign', group: 'network' }, agent)
    for (let level = 0; level < 3; level += 1) await desk.act(number, { type: 'escalate', reason: '领导在等' }, agent)
    numbers.push(number)
  }
  await desk.settle()
  const { items } = await desk.deps.store.list<NoticeSummary>('kind', CALL_TASKS, { limit: 100 })
  const toZhao = items.map(({ summary }) => summary).filter(({ recipient }) => recipient.personId === 'zhao')
  expect(toZhao).toHaveLength(1)
  const [task] = toZhao
  expect([task?.ticket, ...(task?.also ?? []).map(({ number }) => number)].toSorted()).toEqual(numbers.toSorted())
  expect(task?.say?.split('\n')).toHaveLength(3)
  const from = desk.stream.length
  await answerNotice(desk.deps, task?.id ?? '', { type: 'tick-off', outcome: 'reached', note: '马上处理' }, agent)
  await desk.settle(from)
  for (const number of numbers) {
    expect(await desk.history(number)).toContainEqual(expect.objectContaining({ type: 'call-made', to: '赵敏' }))
  }
})
