import { type Instant, latest, plus } from '../../shared/domain/instant.ts'
import { type Actor, actorRef, CLOCK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import type { TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { TicketContext } from '../../shared/domain/ticket/context.ts'
import { ticketDecider } from '../../shared/domain/ticket/decide.ts'
import type { TicketEvent } from '../../shared/domain/ticket/event.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { asActor, MONDAY_9, personNamed, smallDesk } from './ticket-fixtures.ts'

type Line = { readonly at: Instant; readonly by: string; readonly event: TicketEvent }

type For = { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly ms?: number }

const msIn = ({ days = 0, hours = 0, minutes = 0, ms = 0 }: For): number =>
  ((days * 24 + hours) * 60 + minutes) * 60_000 + ms

type Start = { readonly desk?: Desk; readonly at?: Instant; readonly ticket?: Ticket }

const actorNamed = (who: string | Actor): Actor => (typeof who === 'string' ? asActor(personNamed(who)) : who)

/** `earlier`: the settings as they were before; a ticket finds the versions it keeps there. */
export const contextOf = (desk: Desk, actor: Actor, now: Instant, earlier: readonly Desk[] = []): TicketContext => {
  const settings = [desk, ...earlier]
  return {
    now,
    actor,
    newId: () => `id-at-${now}`,
    desk,
    policyOf: (version) => {
      const found = settings.find(({ policy }) => policy.version === version)
      if (!found) throw new Error(`policy ${version} is not at hand`)
      return found.policy.value
    },
    calendarOf: ({ id, version }) => {
      const found = settings.map(({ calendars }) => calendars.get(id)).find((one) => one?.version === version)
      if (!found) throw new Error(`calendar ${id}@${version} is not at hand`)
      return found.value
    },
  }
}

/**
 * One ticket and a clock that stands still until it is told otherwise. Acts run as in production: what is due, the act,
 * what the act made due; a refused act changes nothing.
 */
export const deskAtWork = ({ desk: first = smallDesk, at = MONDAY_9, ticket: given }: Start = {}) => {
  let desk = first
  let now = at
  let ticket = given ?? null
  const log: Line[] = []
  const earlier: Desk[] = []
  const context = (actor: Actor = CLOCK) => contextOf(desk, actor, now, earlier)

  const current = (): Ticket => {
    if (ticket === null) throw new Error('nothing is recorded yet')
    return ticket
  }
  const act = (who: string | Actor, command: TicketCommand): readonly TicketEvent[] => {
    const actor = actorNamed(who)
    let state = ticket
    const lines: Line[] = []
    const take = (by: Actor, events: readonly TicketEvent[]): void => {
      for (const event of events) {
        state = ticketDecider.evolve(state, event, { at: now, actor: actorRef(by) })
        lines.push({ at: now, by: actorRef(by).id, event })
      }
    }
    if (state) take(CLOCK, ticketDecider.passTime(state, context()))
    take(actor, ticketDecider.decide(state, command, context(actor)))
    if (state) take(CLOCK, ticketDecider.passTime(state, context()))
    ticket = state
    log.push(...lines)
    return lines.map(({ event }) => event)
  }
  const wake = (): readonly TicketEvent[] => act(CLOCK, { type: 'wake' })
  const wakeAt = (): Instant | null => ticketDecider.wakeAt(current(), context())
  const moveTo = (instant: Instant): void => {
    now = instant
  }
  /** Wakes the ticket at each of its moments up to and including `instant`. */
  const fastForwardTo = (instant: Instant): void => {
    for (let next = wakeAt(); next !== null && next <= instant; next = wakeAt()) {
      now = latest(next, now)
      if (wake().length === 0) throw new Error(`woken at ${now} for nothing`)
    }
    now = instant
  }
  return {
    act,
    wake,
    wakeAt,
    moveTo,
    fastForwardTo,
    fastForward: (time: For): void => fastForwardTo(plus(now, msIn(time))),
    context,
    current,
    now: () => now,
    log,
    events: (): readonly TicketEvent[] => log.map(({ event }) => event),
    /** Everything of one kind that has happened, in order. */
    all: <Type extends TicketEvent['type']>(type: Type) =>
      log
        .map(({ event }) => event)
        .filter((event): event is Extract<TicketEvent, { readonly type: Type }> => event.type === type),
    /** The administrator changes the settings; past versions stay at hand. */
    setUp: (changed: Desk): void => {
      earlier.unshift(desk)
      desk = changed
    },
  }
}

export type DeskAtWork = ReturnType<typeof deskAtWork>

/** What an act is refused with, as `problem code`; fails when it is not. */
export const refusalOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return `${error.problem} ${error.code}`
    throw error
  }
  throw new Error('the act was not refused')
}
