import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerNotice } from '../../shared/application/acknowledging.ts'
import type { MessageNotice } from '../../shared/domain/notice/notice.ts'
import { staff } from '../domain/notice/desk-at-work.ts'
import { agent, engineer, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

/** Of priority 2: sun is told of its escalation at once, wang that it is theirs; chen is the next for both. */
const unanswered = async (minutes: number): Promise<string> => {
  const grade = { type: 'record', category: 'unclassified', impact: 'significant', urgency: 'high' } as const
  const number = await desk.opened(grade, agent)
  await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
  await desk.settle()
  await desk.pass(minutes)
  return number
}

const assigned = (number: string): string => `${number}.2.0.message.chen`
const escalated = (number: string): string => `${number}.1.1.message.chen`
const toChen = () => desk.mails.filter(({ to }) => to.address === staff.chen.email)

describe('several events of a ticket that one person does not answer', () => {
  test('are told one by one through all channels, then reminded of in one message [NOT-3] [NOT-5]', async () => {
    const number = await unanswered(30)
    expect(toChen()).toHaveLength(2)
    expect(desk.texts.map(({ id }) => id)).toEqual(expect.arrayContaining([assigned(number), escalated(number)]))
    await desk.pass(10)
    expect(toChen()).toHaveLength(3)
    expect(toChen()[2]?.subject).toContain('Reminder 2: 2 notices')
    for (const said of ['New for your group', 'Escalated to second-line support'])
      expect(toChen()[2]?.text).toContain(said)
    expect(await desk.notice(assigned(number))).toMatchObject({ within: escalated(number), dueAt: null })
  })

  test('are answered by the one link [NOT-3]', async () => {
    const number = await unanswered(45)
    const chen = { ...engineer, id: 'chen' }
    await answerNotice(desk.deps, escalated(number), { type: 'acknowledge', via: 'portal' }, chen as typeof engineer)
    const ofBoth = new RegExp(`^${number}[.](2[.]0|1[.]1)[.]`)
    const sent = () => [...desk.mails, ...desk.texts].filter(({ id }) => ofBoth.test(id)).length
    const before = sent()
    await desk.settle()
    await desk.pass(120)
    expect(sent()).toBe(before)
    for (const id of [assigned(number), escalated(number)])
      expect(await desk.notice(id)).toMatchObject({ status: 'acknowledged' })
  })

  test('and are not, are unanswered with it in the end [NOT-3]', async () => {
    const number = await unanswered(180)
    for (const id of [assigned(number), escalated(number)])
      expect(await desk.notice(id)).toMatchObject({ status: 'unanswered', dueAt: null })
  })

  test('delivered twice, woken late, and with a sender that dies, are reminded of once a step [NOT-4]', async () => {
    const number = await unanswered(30)
    desk.waitMinutes(10)
    await Promise.all([desk.wake(), desk.sibling().wake()])
    await desk.settle()
    for (const line of [...desk.stream, ...desk.stream.toReversed()]) await desk.deliver(line)
    await desk.pass(2)
    expect(toChen()).toHaveLength(3)
    expect(new Set(toChen().map(({ id }) => id)).size).toBe(3)
    const later = (await desk.notice(escalated(number))) as MessageNotice
    expect(later.also?.map(({ id }) => id)).toEqual([assigned(number)])
  })
})
