import { expect, test } from 'vitest'
import type { Colleague } from '../support/colleague.ts'
import { storyDesk } from '../support/story-desk.ts'
import { ThrottledMailer } from '../support/throttled-mailer.ts'

const THREE_AT_NIGHT = '2026-03-01T19:00:00.000Z'
const server = new ThrottledMailer()
const desk = storyDesk(THREE_AT_NIGHT, { mailer: server.inFrontOf, complains: /Maximum sending rate exceeded/ })

const ALARMS = 12
const STRANGER = 'pilot@ship.example'

type Text = { readonly id: string; readonly at: string; readonly to: string; readonly text: string }
const texts = async (): Promise<readonly Text[]> =>
  (await fetch(`${desk.url}/local/sms`, { headers: { accept: 'application/json' } })).json() as Promise<Text[]>

type Line = {
  readonly type: string
  readonly notice?: string
  readonly to?: string
  readonly channel?: string
  readonly address?: string
}
const noticeLines = async (agent: Colleague, numbers: readonly string[]): Promise<readonly Line[]> => {
  const lines = await Promise.all(numbers.map((number) => agent.timeline(number) as Promise<readonly Line[]>))
  return lines.flat().filter(({ notice }) => notice)
}

/** What was sent about the tickets, to everybody or to one address. */
const toldBy = async (agent: Colleague, numbers: readonly string[], address?: string): Promise<readonly Line[]> =>
  (await noticeLines(agent, numbers)).filter(
    (line) => line.type === 'notice-sent' && (address === undefined || line.address === address),
  )

const mobileOf = async (id: string): Promise<string> =>
  (await (await desk.as('administrator')).asks<{ value: { mobile: string } }>(`/people/${id}`)).value.mobile.replaceAll(
    ' ',
    '',
  )

const numberOf = (tickets: readonly { readonly title: string; readonly number: string }[], title: string): string =>
  tickets.find((ticket) => ticket.title === title)?.number ?? ''

/** Of every notice that failed once, some attempt arrived, or what it said was overtaken; and nobody is on the desk's list. */
const noneIsLost = async (agent: Colleague, storm: string): Promise<void> => {
  const { items } = await agent.asks<{ items: readonly Failed[] }>('/notices?view=failed&limit=100')
  expect(items.filter(({ status }) => status === 'undeliverable')).toEqual([])
  const numbers = [storm, ...(await agent.queue('desk')).map(({ number }) => number)]
  const lines = await noticeLines(agent, numbers)
  const failed = lines.filter(({ type }) => type === 'notice-failed').map(({ notice }) => notice)
  expect(failed).not.toEqual([])
  const arrived = new Set(lines.filter(({ type }) => type === 'notice-sent').map(({ notice }) => notice))
  expect(failed.filter((notice) => !arrived.has(notice))).toEqual([])
}

type Failed = { readonly id: string; readonly status: string }

const stormFrom = async (agent: Colleague): Promise<string> => {
  for (let rack = 1; rack <= ALARMS; rack += 1) await desk.alarm(`rack-${rack}`, 'ALARM')
  const tickets = await Promise.all((await agent.queue('desk')).map(({ number }) => agent.read(number)))
  const storm = tickets.find(({ flags }) => flags.major)
  if (!storm) throw new Error('no storm is a candidate')
  return storm.number
}

test('a storm at 03:00 while SES throttles: people are told by the next channel meanwhile; nothing is lost, nothing doubled, and the mails follow [MAJ-1] [NOT-1] [NOT-4] [NOT-5]', async () => {
  const [admin, agent, peng] = [
    await desk.as('administrator'),
    await desk.as('agent'),
    await desk.as('network project manager'),
  ]
  const pengs = await mobileOf('peng')
  await admin.changes('/policies/default', (policy: { readonly alarm: object }) => ({
    ...policy,
    alarm: { ...policy.alarm, stormAboveIncidents: 5 },
  }))
  await desk.fastForward({ minutes: 1 })

  server.perMinute = 0
  const rangAt = Date.parse(await desk.now())
  const storm = await stormFrom(agent)
  await desk.mail({ from: STRANGER, subject: 'No berth', text: 'Nobody answers the radio.' })
  const strangers = numberOf(await agent.queue('desk'), 'No berth')
  await desk.fastForward({ seconds: 45 })
  const [soonest] = (await texts()).filter(({ to, text }) => to === pengs && text.includes(storm))
  expect(Date.parse(soonest?.at ?? '') - rangAt).toBeLessThanOrEqual(60_000)
  const calls = await agent.callTasks()
  expect(calls.filter(({ tickets }) => tickets.includes(storm)).map(({ to }) => to)).toContain('彭丽 Peng Li')
  expect([server.taken, server.refused > 0]).toEqual([[], true])

  await desk.fastForward({ minutes: 10 })
  // whoever has a telephone knows by now; whoever has an address only waits
  const told = await toldBy(agent, [storm])
  expect(told.filter(({ channel }) => channel === 'email')).toEqual([])
  expect(new Set(told.map(({ to }) => to)).size).toBeGreaterThanOrEqual(2)
  expect(await toldBy(agent, [strangers], STRANGER)).toEqual([])

  server.perMinute = 2
  await peng.does('judge-major', storm, { confirmed: true, reason: 'The whole room is down.' })
  await desk.fastForward({ minutes: 30 })
  server.perMinute = Number.POSITIVE_INFINITY
  await agent.does('resolve', storm, { solution: 'Power is back.', cause: 'A tripped breaker.' })
  await desk.fastForward({ hours: 6 })

  expect(await toldBy(agent, [strangers], STRANGER)).toHaveLength(1)
  await noneIsLost(agent, storm)
  expect(server.taken.toSorted()).toEqual([...new Set(server.taken)].toSorted())
  const sent = (await texts()).map(({ id }) => id)
  expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted())
  await desk.letterbox.forget()
})
