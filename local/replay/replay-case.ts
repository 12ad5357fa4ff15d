import type { Deps } from '../../shared/application/deps.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { ticketKey, ticketRecord } from '../../shared/application/ticket-record.ts'
import { openTicket } from '../../shared/application/tickets.ts'
import { latest } from '../../shared/domain/instant.ts'
import { type Actor, CLOCK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { MemoryStore } from './memory-store.ts'
import type { PastCase, PastEntry } from './past-case.ts'
import { actorAs, categoryOf } from './replay-desk.ts'
import type { ReplayPolicy } from './replay-policy.ts'

type Act = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

export type Replaying = {
  readonly deps: Deps
  readonly store: MemoryStore
  readonly policy: ReplayPolicy
  /** Sets the time everything happens at. */
  readonly setNow: (at: string) => void
  /** What could not be taken over, and why. */
  readonly refused: (reason: string, past: PastCase, entry: PastEntry) => void
}

/** A ticket on its way through the log; `act` is false when the desk does not allow it. */
export type OnItsWay = {
  readonly ticket: () => Ticket
  readonly act: (command: Act, actor: Actor) => Promise<boolean>
}

const REQUESTER: Ticket['requester'] = {
  ...{ personId: null, name: 'Caller', email: null, phone: null, vip: false, department: null },
  ...{ language: 'en', verified: false },
}

const instantOfEntry = (at: string, { utcOffset }: ReplayPolicy): string => new Date(`${at}${utcOffset}`).toISOString()

/** Whoever wrote the entry is of the desk here: it may do all that the log shows. */
export const writerOf = ({ by }: PastEntry): Actor => actorAs(by ?? 'Desk', 'desk', [])

/** Everything that becomes due before `until` happens at its own moment, as a wake-up makes it happen. */
const passTime = async ({ deps, store, setNow }: Replaying, number: string, until: string): Promise<void> => {
  const key = ticketKey(number)
  let last: string | null = null
  for (let next = store.wakeAt(key); next !== null && next <= until && next !== last; next = store.wakeAt(key)) {
    last = next
    setNow(next)
    await executeOn(deps, ticketRecord, key, { type: 'wake' }, CLOCK)
  }
  setNow(until)
}

const open = async (replaying: Replaying, past: PastCase, first: PastEntry, at: string): Promise<Ticket> => {
  const { deps, policy, setNow } = replaying
  setNow(at)
  const { ticket } = await openTicket(
    deps,
    {
      ...{ type: 'record', title: past.id, description: past.id, acknowledge: false },
      channel: policy.channels[past.contactType ?? ''] ?? 'other',
      requester: REQUESTER,
      category: categoryOf(past),
      impact: policy.impacts[first.impact],
      urgency: policy.urgencies[first.urgency],
    },
    writerOf(first),
  )
  return ticket
}

/** Opened when the log says so, but never after its first entry. */
const openedAt = ({ openedAt: opened, events: [first] }: PastCase, policy: ReplayPolicy): string => {
  const at = instantOfEntry(first?.at ?? '', policy)
  const said = opened ? instantOfEntry(opened, policy) : at
  return latest(said, at) === at ? said : at
}

/** One case from its opening to its last entry; `follow` does what each entry shows. */
export const replayCase = async (
  replaying: Replaying,
  past: PastCase,
  follow: (way: OnItsWay, at: number) => Promise<void>,
): Promise<Ticket> => {
  const [first] = past.events
  if (!first) throw new Error(`${past.id} has no entries.`)
  const { deps, store, policy } = replaying
  let ticket = await open(replaying, past, first, openedAt(past, policy))
  const key = ticketKey(ticket.number)
  const current = async (): Promise<void> => {
    ticket = (await store.load<Ticket>(key))?.state ?? ticket
  }
  for (const [at, entry] of past.events.entries()) {
    await passTime(replaying, ticket.number, instantOfEntry(entry.at, policy))
    await current()
    const act: OnItsWay['act'] = async (command, actor) => {
      try {
        ticket = (await executeOn(deps, ticketRecord, key, command, actor)).state
        return true
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        replaying.refused(`${command.type}: ${error.code} (${ticket.state})`, past, entry)
        return false
      }
    }
    await follow({ ticket: () => ticket, act }, at)
  }
  return ticket
}
