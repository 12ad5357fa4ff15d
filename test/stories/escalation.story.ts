import { afterEach, expect, test } from 'vitest'
import type { DeliveredMail } from '../../local/mailbox.ts'
import type { Part } from '../support/desk.ts'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

/** Day and wall-clock time in Shanghai, where the ticket's service is worked on. */
const office = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

const officeTime = ({ at }: DeliveredMail): string => office.format(new Date(at)).replace(',', '')

const opened: string[] = []
const open = async () => {
  const agent = await desk.as('agent')
  const { number } = await agent.open({
    title: 'The printer is slow',
    description: 'Ten minutes for a page.',
    category: 'printing',
    service: 'workplace',
    requester: { personId: 'anna' },
  })
  opened.push(number)
  return number
}

afterEach(async () => {
  const agent = await desk.as('agent')
  for (const number of opened.splice(0)) await agent.does('cancel', number, { reason: 'The story is over.' })
  await desk.letterbox.forget()
})

test('a ticket nobody touches: each warning, breach and level once, at its minute, to the right people in their language [SLA-1] [SLA-5] [SLA-6] [ESC-1] [ESC-3] [ESC-4] [ESC-7] [ESC-8] [NOT-4]', async () => {
  const agent = await desk.as('agent')
  const number = await open()
  await desk.fastForward({ days: 3 })

  const told: readonly (readonly [when: string, who: Part, what: RegExp])[] = [
    ['Mon 09:00', 'requester', /Your ticket is recorded/],
    ['Mon 09:00', 'lead', /Escalated to first-line support/],
    ['Mon 09:00', 'engineer', /已升级至一线支持/],
    ['Mon 09:00', 'incident manager', /Escalated to first-line support/],
    ['Mon 09:24', 'agent', /Warning: assignment due .* 09:30/],
    ['Mon 09:24', 'chinese agent', /预警：分派时限.*09:30/],
    ['Mon 09:24', 'incident manager', /Warning: assignment/],
    // nobody acknowledges: after the text message half an hour later there is nobody left
    ['Mon 10:00', 'incident manager', /Nobody has acknowledged/],
    ['Mon 09:30', 'second line', /Escalated to second-line support/],
    ['Mon 09:30', 'second line colleague', /已升级至二线支持/],
    ['Mon 09:30', 'incident manager', /Escalated to second-line support/],
    ['Mon 09:30', 'network project manager', /已升级至项目经理/],
    ['Mon 09:30', 'incident manager', /Escalated to the project manager/],
    ['Mon 10:30', 'incident manager', /Nobody has acknowledged/],
    ['Mon 10:30', 'project manager', /Escalated to the project manager/],
    ['Mon 11:30', 'incident manager', /Nobody has acknowledged/],
    ['Mon 10:36', 'agent', /Warning: response due .* 11:00/],
    ['Mon 10:36', 'chinese agent', /预警：响应时限.*11:00/],
    ['Mon 10:36', 'incident manager', /Warning: response/],
    ['Mon 11:00', 'management', /Escalated to management/],
    ['Mon 11:00', 'incident manager', /Escalated to management/],
    ['Mon 12:00', 'incident manager', /Nobody has acknowledged/],
    ['Tue 15:48', 'agent', /Warning: solution due Wed|Warning: solution due by Wed/],
    ['Tue 15:48', 'chinese agent', /预警：解决时限/],
    ['Tue 15:48', 'incident manager', /Warning: solution/],
    ['Tue 15:48', 'requester', /It may take until .* do you agree\?/],
    ['Wed 10:00', 'incident manager', /Escalated again/],
    ['Wed 11:00', 'incident manager', /Nobody has acknowledged/],
  ]
  for (const [when, who, what] of told) {
    const mail = await (await desk.as(who)).expectMail(what)
    expect([who, officeTime(mail)]).toEqual([who, when])
  }
  await desk.letterbox.expectNothingElse()

  const ticket = await agent.read(number)
  expect(ticket).toMatchObject({ urgency: 'high', priority: 3, escalation: { level: 'management' } })
  expect(ticket.escalation.history.map(({ trigger, level }) => [trigger, level])).toEqual([
    ['matrix', 'L1'],
    ['matrix', 'L2'],
    ['missed-target', 'PM'],
    ['missed-target', 'management'],
    ['missed-target', null],
  ])
  const dues = (await agent.timeline(number)).filter((entry) => 'dueAt' in entry && entry.type !== 'target-warned')
  for (const entry of dues) expect(Date.parse(entry.at) - Date.parse(String(entry.dueAt))).toBeLessThan(1_000)
})

test('the forecast says who will be told next and when, and so it comes [ESC-2]', async () => {
  const agent = await desk.as('agent')
  const number = await open()
  const [next] = (await agent.read(number)).escalation.forecast
  await desk.fastForward({ minutes: 31 })
  const happened = (await agent.timeline(number)).filter(({ at }) => at > (next?.at ?? '9'))
  expect(next).toMatchObject({ at: expect.any(String) })
  expect(Math.abs(Date.parse(happened[0]?.at ?? '') - Date.parse(next?.at ?? ''))).toBeLessThan(1_000)
})

test('the third reassignment escalates, the first assignment and the second do not [ESC-6] [ESC-7] [LIF-3]', async () => {
  const agent = await desk.as('agent')
  const number = await open()
  await agent.does('assign', number, { group: 'workplace' })
  for (const group of ['network', 'platform']) await agent.does('transfer', number, { group, reason: 'Belongs there.' })
  expect(await agent.read(number)).toMatchObject({ urgency: 'medium', escalation: { reassignments: 2, level: 'L1' } })
  await desk.letterbox.forget()

  await agent.does('transfer', number, { group: 'workplace', reason: 'Back again.' })
  const ticket = await agent.read(number)
  expect(ticket).toMatchObject({ urgency: 'high', escalation: { reassignments: 3, level: 'L2' } })
  expect(ticket.escalation.history.at(-1)).toMatchObject({ trigger: 'reassignments', level: 'L2' })
  for (const told of ['second line', 'incident manager'] as const)
    await (await desk.as(told)).expectMail(/Escalated to second-line support/)
  await (await desk.as('second line colleague')).expectMail(/已升级至二线支持/)
  await (await desk.as('lead')).expectMail(/for your group|Handed over|printer is slow/i)
  await (await desk.as('engineer')).expectMail(/printer is slow/)
  await desk.letterbox.expectNothingElse()
})

test('somebody escalates by hand with a reason; a requester may not [ESC-5] [ROL-2]', async () => {
  const [agent, anna] = [await desk.as('agent'), await desk.as('requester')]
  const number = await open()
  expect(await anna.isRefused('escalate', number, { reason: 'Now!' })).toMatchObject({ status: 403 })
  await desk.letterbox.forget()
  await agent.does('escalate', number, { reason: 'The board waits for this page.' })
  await (await desk.as('second line')).expectMail(/The board waits for this page\./)
  expect(await agent.read(number)).toMatchObject({ urgency: 'high' })
})
