import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerNotice, openAcknowledgement } from '../../shared/application/acknowledging.ts'
import { CALL_TASKS, FAILED_NOTICES } from '../../shared/application/notice-lists.ts'
import { type NoticeSummary, toAcknowledgeKey } from '../../shared/application/notice-record.ts'
import { putPerson, putSetting } from '../../shared/application/setting-record.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import type { Person } from '../../shared/domain/people/person.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import { staff } from '../domain/notice/desk-at-work.ts'
import { agent, engineer, NoticeDesk } from './notice-desk.ts'

const LATER = '2026-03-02T03:00:00.000Z'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

const graded = () =>
  desk.opened({ type: 'record', category: 'unclassified', impact: 'significant', urgency: 'high' }, agent)

/** A ticket of priority 2 handed to wang; chen is the other one of the group, sun the incident manager. */
const urgent = async (): Promise<string> => {
  const number = await graded()
  await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
  await desk.settle()
  return number
}

const idFor = (number: string, person: string) => `${number}.2.0.message.${person}`

/** Who was told of being handed the ticket and how, in order; escalations have matters of their own. */
const told = (number: string) => {
  const of =
    (channel: string) =>
    ({ id }: { readonly id: string }) =>
      id.startsWith(`${number}.2.0.message.`) ? [`${channel} ${id.split('.')[4]}`] : []
  return [...desk.mails.flatMap(of('email')), ...desk.texts.flatMap(of('sms'))]
}

const linkIn = (text: string): string => /\/api\/a\/([a-z2-7]{16})/.exec(text)?.[1] ?? expect.unreachable()

const listed = async (list: 'kind' | 'assignee', key: string, number: string) => {
  const { items } = await desk.deps.store.list<NoticeSummary>(list, key, { limit: 100 })
  return items.map(({ summary }) => summary).filter(({ ticket }) => ticket === number)
}

describe('nobody acknowledges', () => {
  test('the next channel, the next person, and in the end the incident manager [NOT-3]', async () => {
    const number = await urgent()
    expect(told(number)).toEqual(['email wang'])
    await desk.pass(9)
    expect(told(number)).toHaveLength(1)
    await desk.pass(1)
    expect(told(number)).toEqual(['email wang', 'sms wang'])
    await desk.pass(10)
    expect(told(number)).toEqual(['email wang', 'email wang', 'email chen', 'sms wang'])
    const toChen = desk.mails.find(({ id }) => id === idFor(number, 'chen'))
    expect(toChen?.text).toContain('Wang Wei has been told and has not acknowledged it')
    await desk.pass(120)
    // what chen is reminded of afterwards stands in the reminders of the escalation that came with it
    const ways = ['email chen', 'email wang', 'email wang', 'sms chen', 'sms wang', 'sms wang']
    expect(told(number).toSorted()).toEqual(ways)
    expect(await desk.notice(idFor(number, 'chen'))).toMatchObject({ within: `${number}.1.1.message.chen` })
    const silence = desk.mails.filter(({ id }) => id === `${number}.2.0.silence.message.sun`)
    expect(silence.map(({ subject }) => subject)).toEqual([`[${number}] Nobody has acknowledged: 打印机卡纸`])
    expect(silence[0]?.text).toContain('Wang Wei, Chen Jie')
  })

  test('the desk sees it on its lists and on the ticket [NOT-3] [NOT-4]', async () => {
    const number = await urgent()
    await desk.pass(140)
    const failed = await listed('kind', FAILED_NOTICES, number)
    expect(failed.map(({ status }) => status)).toContain('unanswered')
    expect((await listed('kind', CALL_TASKS, number)).map(({ id }) => id)).toContain(`${number}.2.0.silence.call.sun`)
    const history = (await desk.history(number)).filter(
      (event) => 'notice' in event && event.notice === idFor(number, 'wang'),
    )
    expect(history.map(({ type }) => type)).toEqual([
      'notice-sent',
      'notice-sent',
      'notice-passed-on',
      'notice-sent',
      'notice-sent',
      'notice-unanswered',
    ])
    expect(await listed('assignee', toAcknowledgeKey('wang'), number)).not.toEqual([])
  })

  test('delivered twice and woken late, everybody is told once at each step [NOT-3] [NOT-4]', async () => {
    const number = await urgent()
    await desk.pass(45)
    const before = told(number)
    for (const line of [...desk.stream, ...desk.stream.toReversed()]) await desk.deliver(line)
    expect(told(number)).toEqual(before)
    desk.waitMinutes(600)
    await Promise.all([desk.wake(), desk.sibling().wake(), desk.wake()])
    await desk.settle()
    expect(told(number).length).toBeLessThanOrEqual(before.length + 2)
    expect(new Set(desk.mails.map(({ id }) => id)).size).toBe(desk.mails.length)
  })
})

describe('an answer stops it everywhere at once', () => {
  const quietAfter = async (number: string) => {
    const before = told(number)
    await desk.settle()
    await desk.pass(120)
    expect(told(number)).toEqual(before)
  }

  test('by the link of a text message, whoever else was told [NOT-3]', async () => {
    const number = await urgent()
    await desk.pass(30)
    expect(told(number)).toContain('sms chen')
    const text = desk.texts.find(({ id }) => id === idFor(number, 'chen'))
    const token = linkIn(text?.text ?? '')
    const { notice, actor, via } = await openAcknowledgement(desk.deps, token.toUpperCase())
    expect([notice.recipient.name, via]).toEqual(['Chen Jie', 'sms'])
    await answerNotice(desk.deps, notice.id, { type: 'acknowledge', via }, actor)
    await quietAfter(number)
    expect(await desk.notice(idFor(number, 'wang'))).toMatchObject({ status: 'stopped', dueAt: null })
    const [line] = (await desk.history(number)).filter(({ type }) => type === 'notice-acknowledged')
    expect(line).toMatchObject({ to: 'Chen Jie', via: 'sms' })
    expect(await listed('assignee', toAcknowledgeKey('chen'), number)).toEqual(
      (await listed('assignee', toAcknowledgeKey('chen'), number)).filter(({ id }) => !id.startsWith(`${number}.2.0`)),
    )
  })

  test('though the process dies before it tells the others [NOT-3]', async () => {
    const number = await urgent()
    await desk.pass(20)
    await answerNotice(desk.deps, idFor(number, 'wang'), { type: 'acknowledge', via: 'portal' }, engineer)
    const before = told(number)
    // nothing of the stream is delivered: the wake-ups alone have to find the answer
    for (let minute = 0; minute < 60; minute += 1) {
      desk.waitMinutes(1)
      await desk.wake()
    }
    expect(told(number)).toEqual(before)
    expect(await desk.notice(idFor(number, 'chen'))).toMatchObject({ status: 'stopped' })
  })

  test('by phone: a call that reached somebody is an answer, one that did not is none [NOT-1] [NOT-3]', async () => {
    const number = await graded()
    await desk.act(number, { type: 'escalate', reason: 'The board waits.' }, agent)
    await desk.settle()
    const calls = await listed('kind', CALL_TASKS, number)
    const [call] = calls
    const matter = call?.id.slice(0, call.id.indexOf('.call.'))
    const ofMatter = () => [...desk.mails, ...desk.texts].filter(({ id }) => id.startsWith(`${matter}.`)).length
    await answerNotice(desk.deps, call?.id ?? '', { type: 'tick-off', outcome: 'not-reached', note: '' }, agent)
    await desk.pass(10)
    const before = ofMatter()
    expect(before).toBeGreaterThan(1)
    const again = calls.find(({ id }) => id !== call?.id && id.startsWith(`${matter}.`))
    if (!again) return expect(calls.length).toBe(1)
    await answerNotice(desk.deps, again.id, { type: 'tick-off', outcome: 'reached', note: '' }, agent)
    await desk.settle()
    await desk.pass(60)
    expect(ofMatter()).toBe(before)
  })

  test('as does the end of the ticket, and somebody who takes it on [NOT-3]', async () => {
    const taken = await urgent()
    await desk.act(taken, { type: 'accept' }, engineer)
    await quietAfter(taken)
    expect(await desk.notice(idFor(taken, 'wang'))).toMatchObject({ status: 'stopped' })
    const cancelled = await urgent()
    await desk.act(cancelled, { type: 'cancel', reason: 'Withdrawn.' }, agent)
    await quietAfter(cancelled)
  })
})

test('a link says what is wrong with it [NOT-3]', async () => {
  const number = await urgent()
  await expect(openAcknowledgement(desk.deps, 'abcdefghijklmnop')).rejects.toMatchObject({ code: 'link-unknown' })
  const mail = desk.mails.find(({ id }) => id === idFor(number, 'wang'))
  const token = linkIn(mail?.text ?? '')
  expect((await openAcknowledgement(desk.deps, token)).via).toBe('email')
  desk.waitMinutes(8 * 24 * 60)
  await expect(openAcknowledgement(desk.deps, token)).rejects.toMatchObject({ code: 'link-expired' })
})

test('requesters, and what is not urgent, are told once [NOT-3]', async () => {
  const number = await desk.opened()
  await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
  await desk.act(number, { type: 'comment', text: '?', visibility: 'public', attachments: [] }, engineer)
  await desk.settle()
  await desk.pass(60)
  const ids = [2, 3].map((version) => `${number}.${version}.0.message.${version === 2 ? 'wang' : 'zhang'}`)
  for (const id of ids) expect([...desk.mails, ...desk.texts].filter((sent) => sent.id === id)).toHaveLength(1)
  const mails = desk.mails.filter(({ id }) => ids.includes(id))
  expect(mails.every(({ text }) => !text.includes('/api/a/'))).toBe(true)
})

describe('somebody’s own channels', () => {
  const chatChannel = { id: 'ops', name: { en: 'Ops', 'zh-CN': '值班' }, provider: 'wecom', parameter: 'ops' } as const
  const giveWang = async (changes: Partial<Person>) => {
    for (const id of ['ops', 'busy']) await putSetting(desk.deps, 'chat-channel', id, { ...chatChannel, id }, DESK)
    await putPerson(desk.deps, { ...staff.wang, ...changes }, DESK)
  }
  afterEach(() => putPerson(desk.deps, staff.wang, DESK))

  test('are used in their order: chat, call, text message [NOT-1] [NOT-2] [NOT-3]', async () => {
    await giveWang({ channels: ['chat:ops', 'voice', 'sms'] })
    const number = await urgent()
    await desk.pass(20)
    const id = idFor(number, 'wang')
    const at = { posts: desk.posts, calls: desk.calls, texts: desk.texts }
    for (const sent of Object.values(at)) expect(sent.filter((one) => one.id === id)).toHaveLength(1)
    expect(desk.posts.find((post) => post.id === id)).toMatchObject({
      channel: 'ops',
      title: expect.stringContaining(number),
      buttons: [{ url: expect.stringContaining('/api/a/') }, { url: expect.stringContaining(`/tickets/${number}`) }],
    })
    const spoken = desk.calls.find((call) => call.id === id)?.text ?? ''
    expect(spoken).not.toContain('http')
    const lines = (await desk.history(number)).filter((line) => 'notice' in line && line.notice === id)
    expect(lines).toMatchObject([{ channel: 'chat' }, { channel: 'voice' }, { channel: 'sms' }])
  })

  test('that fail are passed over [NOT-4]', async () => {
    await giveWang({ channels: ['chat:ops', 'email'] })
    const number = await graded()
    await desk.settle()
    const written = desk.stream.length
    await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
    desk.faults.push({ kind: 'refused', error: new DomainError('invalid', 'channel-refused', '93000') })
    await desk.settle(written)
    const told = idFor(number, 'wang')
    const lines = (await desk.history(number)).filter((line) => 'notice' in line && line.notice === told)
    expect(lines).toMatchObject([
      { type: 'notice-failed', channel: 'chat', reason: '93000' },
      { type: 'notice-sent', channel: 'email' },
    ])
  })

  test('are spared what they cannot take: the rest waits for the next minute, the urgent does not [NOT-5]', async () => {
    await giveWang({ channels: ['chat:busy'] })
    // what others were told in the same chat in this minute
    for (let count = 0; count < 14; count += 1) await desk.deps.store.count('chat#busy#2026-03-02T01:00:00.000Z', LATER)
    const numbers: string[] = []
    for (let count = 0; count < 2; count += 1) {
      const number = await desk.opened()
      await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
      numbers.push(number)
    }
    await desk.settle()
    const posted = () => desk.posts.filter(({ id }) => numbers.some((number) => id === idFor(number, 'wang'))).length
    expect(posted()).toBe(1)
    const waiting = await desk.notice(idFor(numbers[1] ?? '', 'wang'))
    expect(waiting).toMatchObject({ status: 'planned', attemptsOnRoute: 0, dueAt: '2026-03-02T01:01:00.000Z' })
    await desk.pass(1)
    expect(posted()).toBe(2)
  })

  test('send no more text messages a minute than can leave: all of it is told, minute by minute, once [NOT-4] [NOT-5]', async () => {
    await giveWang({ channels: ['sms'] })
    for (let count = 0; count < 14; count += 1) await desk.deps.store.count('sms#2026-03-02T01:00:00.000Z', LATER)
    const numbers: string[] = []
    for (let count = 0; count < 3; count += 1) {
      const number = await desk.opened({ acknowledge: false })
      await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
      numbers.push(number)
    }
    await desk.settle()
    const ids = numbers.map((number) => idFor(number, 'wang'))
    const texted = () => desk.texts.map(({ id }) => id).filter((id) => ids.includes(id))
    expect(texted()).toEqual(ids.slice(0, 1))
    expect(await desk.notice(ids[1] ?? '')).toMatchObject({ status: 'planned', timesPutOff: 1, attemptsOnRoute: 0 })
    // so busy that nobody else would be waited for
    for (let minute = 1; minute <= 9; minute += 1) {
      for (let count = 0; count < 15; count += 1)
        await desk.deps.store.count(`sms#2026-03-02T01:0${minute}:00.000Z`, LATER)
      await desk.pass(1)
    }
    expect(texted()).toEqual(ids.slice(0, 1))
    await desk.pass(1)
    expect(texted().toSorted()).toEqual(ids.toSorted())
  })

  test('speak another language from the moment it is changed [NOT-2]', async () => {
    await giveWang({ channels: ['email'], language: 'zh-CN' })
    const number = await urgent()
    const mail = desk.mails.find(({ id }) => id === idFor(number, 'wang'))
    expect(mail?.subject).toContain('已分派给您')
  })

  test('speak the language of the moment they are used, whatever it was when the notice was planned [NOT-2]', async () => {
    const number = await urgent()
    await giveWang({ channels: ['email', 'sms'], language: 'zh-CN' })
    desk.deps.settings.forget()
    await desk.pass(20)
    const [first, again] = desk.mails.filter(({ to, id }) => to.address === staff.wang.email && id.startsWith(number))
    expect(first?.subject).toBe(`[${number}] Assigned to you: 打印机卡纸`)
    expect(again?.subject).toBe(`[${number}] 第2次提醒：已分派给您：打印机卡纸`)
    expect(desk.texts.find(({ id }) => id === idFor(number, 'wang'))?.text).toMatch(/^提醒：工单 .*已分派给您。/)
  })
})
