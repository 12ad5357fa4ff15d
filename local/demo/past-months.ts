import type { Instant } from '../../shared/domain/instant.ts'
import { datesOf, type Month } from '../../shared/domain/report/month.ts'
import { startOfDate } from '../../shared/domain/sla/local-date.ts'
import type { DemoTicket } from './tickets.ts'

/** What people of the demo customer keep asking for; the engineer works in the category's group. */
const ASKED = [
  ['Printer on the third floor prints blank pages', 'printing', 'workplace', 'leo', 'anna', 'portal'],
  ['邮件发送失败，提示超过大小限制', 'email', 'email', 'xia', 'lin', 'email'],
  ['Remote access drops every hour', 'vpn', 'network', 'noor', 'tom', 'hotline'],
  ['会议室无线网络信号很弱', 'network', 'network', 'hao', 'mei', 'portal'],
  ['Account locked after the holidays', 'account', 'workplace', 'leo', 'victor', 'hotline'],
  ['Laptop does not wake up from its dock', 'hardware', 'workplace', 'xia', 'tom', 'walk-in'],
  ['Printer on the third floor jams on thick paper', 'printing', 'workplace', 'leo', 'anna', 'portal'],
  ['Shared mailbox is missing in the list', 'email', 'email', 'xia', 'victor', 'portal'],
] as const

/** Minutes until accepted and until solved, and the rating; what is late is missed. */
const WENT = [
  [12, 95, 5],
  [40, 210, 4],
  [25, 160, null],
  [185, 900, 2],
  [15, 70, 5],
  [55, 330, 4],
  [20, 1_500, 1],
  [35, 120, null],
  [150, 260, 3],
] as const

const COMMENTS: Readonly<Record<number, string>> = {
  1: 'It came back three times, and nobody called.',
  2: '处理时间太长。',
  3: 'In the end it works.',
  5: 'Quick and friendly, thank you!',
}

const MINUTE_MS = 60_000
const FIRST_CALL_MINUTES = 9 * 60 + 5

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** Weekdays of the month that leave time for everything to be done before it ends. */
const daysOf = (month: Month): readonly string[] => datesOf(month).filter(isWeekday).slice(0, -2)

const solved = {
  type: 'resolve',
  outcome: 'cure',
  solution: 'Set right and tried together with the requester.',
  cause: null,
  environmentChanged: false,
  leftToFindOut: null,
} as const

const reviewed = {
  type: 'review-rating',
  finding: 'The ticket waited over a weekend without a word to the requester.',
  cause: 'Nobody took it over at the change of shifts.',
  measure: 'Open tickets are gone through at every change of shifts.',
  conversation: 'Spoken to by phone; content with what we change.',
} as const

const storyOf = (index: number): Omit<DemoTicket, 'minutesAgo'> => {
  const [title, category, service, engineer, requester, channel] = ASKED[index % ASKED.length] ?? ASKED[0]
  const [accepted, resolved, score] = WENT[index % WENT.length] ?? WENT[0]
  const byDesk = channel === 'hotline' || channel === 'walk-in'
  const rating =
    score === null ? ({ notObtained: 'no-answer' } as const) : ({ score, comment: COMMENTS[score] ?? null } as const)
  return {
    requester,
    by: byDesk ? 'grace' : requester,
    declaration: {
      type: byDesk ? 'record' : 'submit',
      channel,
      title,
      description: title,
      category,
      service,
    },
    // counted from when it was declared
    acts: [
      { minutesAgo: 6, by: 'grace', act: { type: 'assign' } },
      { minutesAgo: accepted, by: engineer, act: { type: 'accept' } },
      { minutesAgo: resolved, by: engineer, act: solved },
      { minutesAgo: resolved + 20, by: 'grace', act: { type: 'close', code: 'solved', satisfaction: rating } },
      ...(score !== null && score <= 2 && index % 2 > 0
        ? [{ minutesAgo: resolved + 1_440, by: 'diana', act: reviewed }]
        : []),
    ],
  }
}

export type PastTicket = { readonly at: Instant; readonly story: Omit<DemoTicket, 'minutesAgo'> }

/** So many tickets spread over a month that has ended, all of them closed in it. */
export const ticketsOf = (month: Month, count: number, timeZone: string): readonly PastTicket[] => {
  const days = daysOf(month)
  return Array.from({ length: count }, (_, index) => {
    const day = days[Math.floor((index * days.length) / count)] ?? `${month}-01`
    const minutes = FIRST_CALL_MINUTES + (index % 5) * 47
    const at = new Date(Date.parse(startOfDate(day, timeZone)) + minutes * MINUTE_MS).toISOString()
    return { at, story: storyOf(index + count) }
  })
}
