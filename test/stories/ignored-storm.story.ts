import { expect, test } from 'vitest'
import type { DeliveredMail } from '../../local/mailbox.ts'
import { storyDesk } from '../support/story-desk.ts'

const THREE_AT_NIGHT = '2026-03-01T19:00:00.000Z'
const desk = storyDesk(THREE_AT_NIGHT)

const ALARMS = 100
/** What a person can bear in an hour of a major incident: news as they happen, and a reminder every few minutes. */
const MOST_MAILS_AN_HOUR = 12
const MOST_TEXTS_AN_HOUR = 10

type Sent = { readonly id: string; readonly at: string; readonly to: string }

/** How many each got, hour by hour, the busiest of all: who, in which hour, how many. */
const busiest = (sent: readonly Sent[], since: number): number => {
  const hours = Map.groupBy(sent, ({ to, at }) => `${to} ${Math.floor((Date.parse(at) - since) / 3_600_000)}`)
  return Math.max(...[...hours.values()].map((each) => each.length))
}

const texts = async (): Promise<readonly Sent[]> =>
  (await fetch(`${desk.url}/local/sms`, { headers: { accept: 'application/json' } })).json() as Promise<Sent[]>

test('a storm of 100 alarms that nobody answers tells each of its news at once, and reminds in one message a step [NOT-3] [NOT-4] [NOT-5] [INT-8]', async () => {
  const since = Date.parse(await desk.now())
  for (let rack = 1; rack <= ALARMS; rack += 1) await desk.alarm(`rack-${rack}`, 'ALARM')
  await desk.fastForward({ hours: 3 })

  const mails = await desk.mailbox()
  // before anything of it is late, whoever is told has one message, whatever number of alarms there are
  const first = mails.filter(({ at }) => Date.parse(at) < since + 3 * 60_000)
  expect(first.map(({ to }) => to).toSorted()).toEqual(['ivan@harbour.example', 'peng@harbour.example'])
  const toIvan = mails.filter(({ to }) => to === 'ivan@harbour.example').toReversed()
  const saying = (pattern: RegExp) => toIvan.filter(({ subject }) => pattern.test(subject))
  const news = saying(/^\S+ (Escalated|Warning|Overdue)/)
  expect(news.map(({ subject }: DeliveredMail) => /\] (\w+[^:]*)/.exec(subject)?.[1])).toEqual([
    'Escalated to the project manager',
    'Warning',
    'Escalated to management',
    'Warning',
    'Escalated again',
    'Overdue',
    'Overdue',
    'Overdue',
  ])
  // that nobody answers is told at once, and what else nobody answers in one message 25 minutes later
  const inTheFirstHour = ({ at }: Sent): boolean => Date.parse(at) < since + 3_600_000
  const silence = toIvan.filter(({ id, at }) => id.includes('.silence.') && inTheFirstHour({ id, at, to: '' }))
  expect(silence.map(({ subject }) => subject.replace(/^\S+ /, ''))).toEqual([
    'Nobody has acknowledged: Alarm storm',
    expect.stringMatching(/^\d notices: Alarm storm$/),
  ])
  expect(saying(/Reminder \d: [3-9] notices/)).not.toEqual([])
  expect(busiest(mails, since)).toBeLessThanOrEqual(MOST_MAILS_AN_HOUR)
  expect(busiest(await texts(), since)).toBeLessThanOrEqual(MOST_TEXTS_AN_HOUR)
  await desk.letterbox.forget()
})
