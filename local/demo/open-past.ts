import type { Deps } from '../../shared/application/deps.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { measureKey, measureRecord } from '../../shared/application/measures.ts'
import { nextInSeries } from '../../shared/application/number-series.ts'
import { openTicket, ticketAct } from '../../shared/application/tickets.ts'
import { type Instant, plus } from '../../shared/domain/instant.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { endOfMonth, monthAfter, monthOf } from '../../shared/domain/report/month.ts'
import { zoneOf } from '../../shared/domain/setting/desk.ts'
import { actorOf, at, requesterOf } from './open-tickets.ts'
import { type PastTicket, ticketsOf } from './past-months.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Enough for a report worth looking at, and not so many that one waits for them. */
const TICKETS = { lastMonth: 20, before: 12 } as const

/** Tickets acted on at the same time; the database does one thing at a time anyway. */
const AT_ONCE = 12

const opened = async (deps: Deps, { at: then, story }: PastTicket, key: string): Promise<string> => {
  const said = { ...story.declaration, requester: requesterOf(story.requester), acknowledge: false }
  const { ticket } = await openTicket(at(deps, then), said, actorOf(story.by), { idempotency: { key, hash: key } })
  return ticket.number
}

const worked = async (deps: Deps, number: string, { at: then, story }: PastTicket, key: string): Promise<void> => {
  for (const [index, { minutesAgo: minutesLater, by, act }] of story.acts.entries()) {
    const idempotency = { key: `${key}-${index}`, hash: key }
    await ticketAct(at(deps, plus(then, minutesLater * MINUTE_MS)), number, act, actorOf(by), { idempotency })
  }
}

/** One that is still going on, and one that should have been done. */
const planMeasures = async (deps: Deps, review: string, then: Instant): Promise<void> => {
  const measures = [
    ['A second printer on the third floor', 'leo', 20],
    ['Call back within an hour, or say when', 'grace', 75],
  ] as const
  for (const [title, owner, days] of measures) {
    const past = at(deps, then)
    const number = await nextInSeries(past, 'SIP')
    const dueOn = plus(then, days * DAY_MS).slice(0, 10)
    const command = { type: 'plan', number, title, detail: '', owner, dueOn, review, ticket: null } as const
    const idempotency = { key: `demo-measure-${owner}`, hash: '' }
    await executeOn(past, measureRecord, measureKey(number), command, actorOf('ivan'), { idempotency, isNew: true })
    await executeOn(past, measureRecord, measureKey(number), { type: 'note-told' }, DESK)
  }
}

/**
 * REP-3: two months of tickets that are over, so that there is a report to look at from the first minute on.
 * @returns until when it is the past, which nobody is told of any more
 */
export const openPast = async (deps: Deps): Promise<Instant> => {
  const zone = zoneOf(await deps.settings.desk())
  const running = monthOf(deps.clock.now(), zone)
  const [lastMonth, before] = [monthAfter(running, -1), monthAfter(running, -2)]
  const tickets = [...ticketsOf(before, TICKETS.before, zone), ...ticketsOf(lastMonth, TICKETS.lastMonth, zone)]
  const todo: (() => Promise<void>)[] = []
  for (const [index, ticket] of tickets.entries()) {
    const key = `demo-past-${index}`
    const number = await opened(deps, ticket, key)
    todo.push(() => worked(deps, number, ticket, key))
  }
  const queue = todo.values()
  const work = async (): Promise<void> => {
    for (const act of queue) await act()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await planMeasures(deps, before, endOfMonth(before, zone))
  return endOfMonth(lastMonth, zone)
}
