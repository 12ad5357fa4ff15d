import { expect, test } from 'vitest'
import { storyDesk } from '../support/story-desk.ts'

/** Sunday, 25 October 2026, 02:30 in Berlin: in half an hour the clocks there go back to 02:00. */
const CLOCKS_GO_BACK = '2026-10-25T00:30:00.000Z'
const desk = storyDesk(CLOCKS_GO_BACK)

type Posted = { readonly at: string; readonly message: unknown }
const posted = async (path: string): Promise<readonly Posted[]> =>
  (await fetch(desk.url + path, { headers: { accept: 'application/json' } })).json() as Promise<Posted[]>

/** The project managers take turns at 02:30 by the clock on the wall, which shows it twice tonight: the first time counts. */
const ROTA = {
  id: 'pm',
  name: { 'zh-CN': '项目经理值班', en: 'Project managers on call' },
  subject: { kind: 'project-managers' },
  timeZone: 'Europe/Berlin',
  neededDuring: null,
  layers: [
    {
      participants: ['peng', 'paula'],
      atOnce: 1,
      turn: { days: 1 },
      startsOn: '2026-10-24',
      handOverAt: '02:30',
      endsOn: null,
      windows: [],
      holidays: 'ignored',
      calendar: null,
    },
  ],
  overrides: [],
}

test('an alarm storm on the night the clocks go back: the PM on call is told by chat, SMS and a call within 60 s; silence goes to management after 30 minutes [MAJ-1] [MAJ-2] [ONC-1] [NOT-1] [INT-8]', async () => {
  const [admin, agent, paula] = await Promise.all(
    (['administrator', 'agent', 'project manager'] as const).map((part) => desk.as(part)),
  )
  if (!admin || !agent || !paula) throw new Error('somebody is missing')
  await admin.puts('/rotas/pm', ROTA)
  await admin.changes('/people/paula', (person) => ({ ...person, channels: ['chat:wecom', 'sms', 'email'] }))
  await admin.changes('/policies/default', (policy: { readonly alarm: object }) => ({
    ...policy,
    alarm: { ...policy.alarm, stormAboveIncidents: 1 },
  }))
  // what the desk reads its settings through is at most this old
  await desk.fastForward({ minutes: 1 })
  const rangAt = await desk.now()

  for (let index = 1; index <= 2; index += 1) await desk.alarm(`rack-${index}`, 'ALARM')
  const queue = await agent.queue('desk')
  const [storm] = (await Promise.all(queue.map(({ number }) => agent.read(number)))).filter(({ flags }) => flags.major)
  if (!storm) throw new Error('no storm is a candidate')
  expect(storm).toMatchObject({ priority: 1, parent: null, service: 'infrastructure' })
  expect(await agent.procedure(storm.number)).toMatchObject({
    stage: 'candidate',
    ball: { holder: 'PM', people: ['Paula Reyes'] },
  })

  // long enough for the desk to see that it is a storm, which it tells once
  await desk.fastForward({ seconds: 30 })
  const [chats, texts] = [await posted('/local/chat'), await posted('/local/sms')]
  const isAbout = (message: object) => JSON.stringify(message).includes(storm.number)
  for (const told of [chats.filter(isAbout), texts.filter(isAbout)]) {
    expect(told).not.toEqual([])
    const soonest = Math.min(...told.map(({ at }) => Date.parse(at)))
    expect(soonest - Date.parse(rangAt)).toBeLessThanOrEqual(60_000)
  }
  const tasks = (await agent.callTasks()).filter(({ tickets }) => tickets.includes(storm.number))
  expect(tasks.filter(({ to }) => to === 'Paula Reyes')).toHaveLength(1)

  await desk.fastForward({ minutes: 31 })
  const silence = await (await desk.as('management')).expectMail(/Overdue: judgement/)
  const { startedAt } = await agent.procedure(storm.number)
  expect(Date.parse(silence.at) - Date.parse(startedAt)).toBeLessThanOrEqual(31 * 60_000)

  await paula.does('judge-major', storm.number, { confirmed: true, reason: 'The whole room is down.' })
  expect((await agent.procedure(storm.number)).children.length).toBe(2)
  await admin.changes('/people/paula', (person) => ({ ...person, language: 'zh-CN', channels: ['email'] }))
  await desk.fastForward({ minutes: 1 })
  await agent.does('resolve', storm.number, { solution: 'Power is back.', cause: 'A tripped breaker.' })
  await paula.expectMail(/重大事件已解决，请审核/)
  await desk.letterbox.forget()
})
