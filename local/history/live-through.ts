import type { Deps } from '../../shared/application/deps.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { ticketKey, ticketRecord } from '../../shared/application/ticket-record.ts'
import { openTicket } from '../../shared/application/tickets.ts'
import { type Instant, latest } from '../../shared/domain/instant.ts'
import { type Actor, CLOCK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { MemoryStore } from './memory-store.ts'
import type { PastCase, PastEntry } from './past-case.ts'
import type { LogWords } from './words.ts'

type Act = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

/** What a case becomes of a ticket as it is opened; its grade and its channel are told by the log's words. */
export type Declared = Omit<Parameters<typeof openTicket>[1], 'type' | 'impact' | 'urgency' | 'channel'>

/** The desk in whose memory cases go their way once more. */
export type Living = {
  readonly deps: Deps
  readonly store: MemoryStore
  readonly words: LogWords
  /** Sets the time everything happens at. */
  readonly setNow: (at: Instant) => void
  readonly declare: (past: PastCase) => Promise<Declared>
  /** Somebody of the log, in one role. */
  readonly actor: (id: string, role: 'desk' | 'engineer', groups: readonly string[]) => Actor
  /** Given wherever the desk asks for a reason the log does not give. */
  readonly reason: string
  readonly closing: { readonly code: string; readonly notObtained: string }
  /** What could not be taken over, and why. */
  readonly refused: (reason: string, past: PastCase, entry: PastEntry) => void
}

/** A ticket on its way through the log; what the desk does not allow is left out, and noted. */
export type OnItsWay = Pick<Living, 'actor' | 'reason' | 'closing'> & {
  readonly ticket: () => Ticket
  readonly act: (command: Act, actor: Actor) => Promise<void>
}

/** Whoever wrote the entry is of the desk here: it may do all that the log shows. */
export const writerOf = ({ actor }: Pick<Living, 'actor'>, { by }: PastEntry): Actor => actor(by ?? 'Desk', 'desk', [])

/** Everything that becomes due before `until` happens at its own moment, as a wake-up makes it happen. */
const passTime = async ({ deps, store, setNow }: Living, number: string, until: Instant): Promise<void> => {
  const key = ticketKey(number)
  let last: string | null = null
  for (let next = store.wakeAt(key); next !== null && next <= until && next !== last; next = store.wakeAt(key)) {
    last = next
    setNow(next)
    await executeOn(deps, ticketRecord, key, { type: 'wake' }, CLOCK)
  }
  setNow(until)
}

/** Opened when the log says so, but never after its first entry. */
const openedAt = ({ openedAt: opened }: PastCase, { at }: PastEntry): Instant =>
  opened && latest(opened, at) === at ? opened : at

const open = async (living: Living, past: PastCase, first: PastEntry): Promise<Ticket> => {
  const { deps, words, setNow, declare } = living
  setNow(openedAt(past, first))
  const grade = { impact: words.impacts[first.impact], urgency: words.urgencies[first.urgency] }
  const channel = words.channels[past.contactType ?? ''] ?? 'other'
  const declared = { type: 'record', channel, ...grade, ...(await declare(past)) } as const
  return (await openTicket(deps, declared, writerOf(living, first))).ticket
}

/** One case from its opening to its last entry; `follow` does what each entry shows. */
export const liveThrough = async (
  living: Living,
  past: PastCase,
  follow: (way: OnItsWay, at: number) => Promise<void>,
): Promise<Ticket> => {
  const [first] = past.events
  if (!first) throw new Error(`${past.id} has no entries.`)
  const { deps, store } = living
  let ticket = await open(living, past, first)
  const key = ticketKey(ticket.number)
  for (const [at, entry] of past.events.entries()) {
    await passTime(living, ticket.number, entry.at)
    ticket = (await store.load<Ticket>(key))?.state ?? ticket
    const act: OnItsWay['act'] = async (command, actor) => {
      try {
        ticket = (await executeOn(deps, ticketRecord, key, command, actor)).state
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        living.refused(`${command.type}: ${error.code} (${ticket.state})`, past, entry)
      }
    }
    await follow({ ...living, ticket: () => ticket, act }, at)
  }
  return ticket
}
