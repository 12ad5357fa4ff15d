import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerNotice } from '../../shared/application/acknowledging.ts'
import { putPerson } from '../../shared/application/setting-record.ts'
import { type Actor, DESK } from '../../shared/domain/people/actor.ts'
import { staff } from '../domain/notice/desk-at-work.ts'
import { agent, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

const pm: Actor = { kind: 'person', ...staff.zhao }

/** zhao is the only project manager, sun the incident manager, qian the management. */
const candidate = async (): Promise<string> => {
  const number = await desk.opened({ type: 'record', category: 'vpn', impact: 'extensive', urgency: 'critical' }, agent)
  await desk.settle()
  return number
}

type Sent = { readonly id: string }
/** An id is number, version, index, medium, person, and what tells a repetition from the message before. */
const isOf =
  (number: string, person: string) =>
  ({ id }: Sent) =>
    id.startsWith(`${number}.`) && id.includes(`.message.${person}`)

/** Each message of the ticket to somebody, by the way it went. */
const waysTo = (person: keyof typeof staff, number: string): readonly string[] => {
  const isTheirs = isOf(number, person)
  return [...desk.mails.filter(isTheirs).map(() => 'email'), ...desk.texts.filter(isTheirs).map(() => 'sms')]
}

const mailsTo = (person: keyof typeof staff, number: string) => desk.mails.filter(isOf(number, person))

describe('a major-incident candidate', () => {
  test('its PM is told by every channel at once, asked once, called once [MAJ-1] [NOT-1] [NOT-3] [NOT-4]', async () => {
    const number = await candidate()
    await desk.pass(1)
    expect(waysTo('zhao', number)).toEqual(['email', 'sms'])
    expect(mailsTo('zhao', number).map(({ subject }) => subject)).toEqual([expect.stringContaining('疑似重大事件')])
    const calls = (await desk.history(number)).filter(({ type }) => type === 'call-opened')
    expect(calls).toMatchObject([{ to: staff.zhao.name, template: 'major-candidate' }])
  })

  test('silence goes on to the other channels again, and acknowledging ends it [NOT-3]', async () => {
    const number = await candidate()
    await desk.pass(7)
    expect(waysTo('zhao', number)).toEqual(['email', 'email', 'sms'])
    const [notice] = mailsTo('zhao', number)
    await answerNotice(desk.deps, notice?.id ?? '', { type: 'acknowledge', via: 'portal' }, pm)
    await desk.settle()
    await desk.pass(20)
    expect(waysTo('zhao', number)).toHaveLength(3)
  })

  test('once judged nobody is asked any more [MAJ-2] [NOT-3]', async () => {
    const number = await candidate()
    await desk.pass(1)
    await desk.act(number, { type: 'judge-major', confirmed: true, reason: 'All are down.' }, pm)
    await desk.settle()
    const asked = waysTo('zhao', number).length
    await desk.pass(14)
    expect(waysTo('zhao', number)).toHaveLength(asked)
  })

  test('while mail is throttled the text message is there at once, and the mail follows [MAJ-1] [NOT-4]', async () => {
    desk.mailIsThrottled = true
    const number = await candidate()
    await desk.settle()
    expect(waysTo('zhao', number)).toEqual(['sms'])
    desk.mailIsThrottled = false
    await desk.pass(6)
    expect(waysTo('zhao', number)).toContain('email')
  })

  test('whoever changes language is written to in the new one from then on [MAJ-5] [NOT-2]', async () => {
    const number = await candidate()
    await desk.act(number, { type: 'judge-major', confirmed: true, reason: 'All are down.' }, pm)
    await putPerson(desk.deps, { ...staff.zhao, language: 'en' }, DESK)
    await desk.pass(1)
    await desk.act(number, { type: 'resolve', solution: 'It runs again.' } as never, agent)
    await desk.settle()
    const [last] = mailsTo('zhao', number).slice(-1)
    expect(last?.subject).toContain('Major incident solved: please review')
    await putPerson(desk.deps, staff.zhao, DESK)
  })
})
