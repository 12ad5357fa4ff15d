import type { Deps } from '../../shared/application/deps.ts'
import { openTicket, ticketAct } from '../../shared/application/tickets.ts'
import { type Instant, plus } from '../../shared/domain/instant.ts'
import type { Actor } from '../../shared/domain/people/actor.ts'
import type { Person } from '../../shared/domain/people/person.ts'
import type { Requester } from '../../shared/domain/ticket/ticket.ts'
import { demoPeople } from './people.ts'
import { type DemoTicket, demoTickets } from './tickets.ts'

const MINUTE_MS = 60_000

const personOf = (id: string): Person => {
  const person = demoPeople.find((each) => each.id === id)
  if (!person) throw new Error(`nobody in the demo is called ${id}`)
  return person
}

export const actorOf = (id: string): Actor => ({ kind: 'person', ...personOf(id) })

export const requesterOf = (id: string): Requester => {
  const { name, email, phone, vip, department, language } = personOf(id)
  return { personId: id, name, email, phone, vip, department, language, verified: true }
}

/** The same desk a while ago. */
export const at = (deps: Deps, now: Instant): Deps => ({ ...deps, clock: { now: () => now } })

/** Each act carries a key, so that setting up again after a crash half-way goes on where it stopped. */
const tell = async (deps: Deps, story: DemoTicket, key: string): Promise<void> => {
  const now = deps.clock.now()
  const then = (minutesAgo: number) => at(deps, plus(now, -minutesAgo * MINUTE_MS))
  const { ticket } = await openTicket(
    then(story.minutesAgo),
    { ...story.declaration, requester: requesterOf(story.requester), acknowledge: true },
    actorOf(story.by),
    { idempotency: { key, hash: key } },
  )
  for (const [index, { minutesAgo, by, act }] of story.acts.entries()) {
    const actKey = `${key}-${index}`
    await ticketAct(then(minutesAgo), ticket.number, act, actorOf(by), { idempotency: { key: actKey, hash: actKey } })
  }
}

/** Opens the demo's tickets and does on them what has been done so far, through the desk's own use cases. */
export const openDemoTickets = async (deps: Deps): Promise<void> => {
  for (const [index, story] of demoTickets.entries()) await tell(deps, story, `demo-${index}`)
}
