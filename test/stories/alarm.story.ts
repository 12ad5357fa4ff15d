import { expect, test } from 'vitest'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

test('an alarm opens an incident, counts its repeats, clears by itself and comes back on the same ticket [INT-8]', async () => {
  const [agent, agentWei] = [await desk.as('agent'), await desk.as('chinese agent')]
  const [secondLine, secondLineYang] = [await desk.as('second line'), await desk.as('second line colleague')]
  const incidentManager = await desk.as('incident manager')

  await desk.alarm('erp-cpu-high', 'ALARM', 'event-1')
  await desk.fastForward({ seconds: 30 })
  for (const told of [secondLine, incidentManager]) await told.expectMail(/Escalated to second-line.*erp-cpu-high/)
  await secondLineYang.expectMail(/已升级至二线支持.*erp-cpu-high/)
  const [{ number } = { number: '' }] = await agent.queue('desk')
  expect(await agent.read(number)).toMatchObject({
    channel: 'alarm',
    service: 'erp',
    item: 'erp-server-1',
    category: 'monitoring',
    priority: 2,
    alarm: { account: '111122223333', region: 'eu-central-1', metric: 'AWS/EC2 CPUUtilization', occurrences: 1 },
  })

  await desk.alarm('erp-cpu-high', 'ALARM', 'event-1')
  expect((await agent.read(number)).alarm).toMatchObject({ occurrences: 1 })
  await desk.fastForward({ minutes: 1 })
  await desk.alarm('erp-cpu-high', 'ALARM')
  expect((await agent.read(number)).alarm).toMatchObject({ occurrences: 2 })
  expect(await agent.queue('desk')).toHaveLength(1)

  await desk.alarm('erp-cpu-high', 'OK')
  await desk.fastForward({ minutes: 9 })
  expect((await agent.read(number)).state).toBe('recorded')
  await desk.fastForward({ minutes: 2 })
  expect(await agent.read(number)).toMatchObject({ state: 'resolved', alarm: { state: 'OK' } })

  await desk.fastForward({ minutes: 10 })
  await desk.alarm('erp-cpu-high', 'ALARM')
  expect(await agent.read(number)).toMatchObject({ state: 'recorded', alarm: { state: 'ALARM', occurrences: 3 } })
  await desk.fastForward({ seconds: 30 })
  await agent.expectMail(/The alarm is back/)
  await agentWei.expectMail(/告警再次出现/)
  await agent.does('cancel', number, { reason: 'Only a rehearsal.' })
})

test('somebody has touched it: the cleared alarm no longer resolves it; long after, a new alarm is a new incident [INT-8]', async () => {
  const [agent, lead, manager] = [
    await desk.as('agent'),
    await desk.as('network lead'),
    await desk.as('incident manager'),
  ]
  const others = [
    await desk.as('second line'),
    await desk.as('second line colleague'),
    await desk.as('network engineer'),
  ]
  await desk.alarm('website-5xx', 'ALARM')
  const [{ number } = { number: '' }] = await agent.queue('desk')
  await agent.does('assign', number, { group: 'network' })
  await lead.does('accept', number)
  await desk.alarm('website-5xx', 'OK')
  await desk.fastForward({ minutes: 25 })
  expect(await agent.read(number)).toMatchObject({ state: 'accepted', alarm: { state: 'OK', touched: true } })
  await lead.does('resolve', number, { solution: 'The broken release was taken back.' })
  for (const told of [manager, ...others, lead]) await told.expectMail(/website-5xx/)
  await desk.letterbox.forget()

  await desk.fastForward({ minutes: 31 })
  await desk.alarm('website-5xx', 'ALARM')
  const [again] = await agent.queue('desk')
  expect(again?.number).not.toBe(number)
  await agent.does('cancel', again?.number ?? '', { reason: 'Only a rehearsal.' })
  await desk.letterbox.forget()
})

test('a storm of 100 alarms hangs under one incident, and tells each person once and within a minute [INT-8] [NOT-5]', async () => {
  const agent = await desk.as('agent')
  await desk.fastForward({ minutes: 1 })
  await desk.letterbox.forget()
  const names = Array.from({ length: 100 }, (_, index) => `rack-${index}`)
  await Promise.all(names.map((name) => desk.alarm(name, 'ALARM')))
  await desk.fastForward({ minutes: 1 })
  const queue = await agent.queue('desk')
  const tickets = await Promise.all(queue.map(({ number }) => agent.read(number)))
  const parents = new Set(tickets.flatMap(({ parent }) => parent ?? []))
  expect(tickets.filter(({ parent, number }) => parent === null && !parents.has(number))).toEqual([])
  expect(parents.size).toBe(1)
  const about = new RegExp(`\\[${[...parents][0]}\\] .*Alarm storm`)
  for (const role of ['network project manager', 'incident manager'] as const) {
    await (await desk.as(role)).expectMail(about)
  }
  await desk.letterbox.expectNothingElse()
  const calls = (await agent.callTasks()).filter(({ tickets }) => tickets.some((number) => parents.has(number)))
  const called = calls.map(({ to }) => to)
  expect(called.toSorted(), 'one call for a person').toEqual([...new Set(called)].toSorted())

  await desk.fastForward({ hours: 1 })
  const byPerson = Map.groupBy(await desk.mailbox(), ({ to }) => to)
  for (const [to, mails] of byPerson) expect(mails.length, `to ${to}, about the storm’s own incident`).toBeLessThan(40)
  await desk.letterbox.forget()
})
