import { proceed } from '../major-incident/overdue.ts'
import { actorRef, CLOCK } from '../people/actor.ts'
import { resolveByItself } from './alarm-watching.ts'
import type { TicketContext } from './context.ts'
import { type DueMoment, dueMoments } from './due-moments.ts'
import { escalateByMatrix, escalateByTrigger } from './escalating.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { proposeByItself } from './proposing.ts'
import { peopleFor, workers } from './recipients.ts'
import { renewClocks } from './renewing.ts'
import { closeBySystem } from './resolving.ts'
import { remindToDecide } from './screening.ts'
import type { Ticket } from './ticket.ts'
import { overstay } from './working.ts'

/** SLA-5: those who can still keep the promise are warned, and the requester is asked for a later time. */
const warn = (
  ticket: Ticket,
  { step, at: warnAt, dueAt }: Extract<DueMoment, { readonly due: 'warning' }>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const told = [...new Set([...workers(context, ticket), ...peopleFor(context, ticket, 'lead', 'IM')])]
  const proposal = step === 'restore' ? proposeByItself(ticket, dueAt, context) : null
  const warned: TicketEvent = { type: 'target-warned', step, warnAt, dueAt, told }
  return proposal ? [{ ...warned, proposed: proposal.restoreBy }, proposal] : [warned]
}

/** One moment's events, as decided at `context.now`. */
const happen = (ticket: Ticket, moment: DueMoment, context: TicketContext): readonly TicketEvent[] => {
  switch (moment.due) {
    case 'matrix':
      return escalateByMatrix(ticket, { ...moment, dueAt: moment.at }, context)
    case 'warning':
      return warn(ticket, moment, context)
    case 'time-unanswered':
      return [{ type: 'time-unanswered', round: moment.round, restoreBy: moment.restoreBy }]
    case 'breach': {
      const missed: TicketEvent = { type: 'target-missed', step: moment.step, dueAt: moment.dueAt }
      if (moment.step === 'confirm') return [missed]
      return [missed, ...escalateByTrigger(ticket, 'missed-target', moment.step, moment.dueAt, context)]
    }
    case 'wait-end':
      return [{ type: 'resumed', cause: 'date' }]
    case 'wait-overstay':
      return overstay(ticket, moment, context)
    case 'alarm-recovery':
      return resolveByItself(ticket, moment.alarm)
    case 'reminder':
      return [{ type: 'confirmation-reminded', dueAt: moment.at }]
    case 'decision':
      return remindToDecide(ticket, moment, context)
    case 'auto-close':
      return closeBySystem(ticket, context)
    default:
      return proceed(ticket, moment, context)
  }
}

/** More moments than one ticket can have due at once; reaching it means a rule feeds itself. */
const MOST_MOMENTS = 50

/**
 * SLA-3, SLA-6, ESC-8: everything that has become due by `context.now`, in the order of its instants, each judged by the state
 * the one before left; nothing when a wake-up is early, stale or double. @throws Error when a rule never comes to rest
 */
export const passTime = (ticket: Ticket, context: TicketContext): readonly TicketEvent[] => {
  const meta = { at: context.now, actor: actorRef(CLOCK) }
  const events = [...renewClocks(ticket, context)]
  let current = events.reduce((state, event) => evolve(state, event, meta), ticket)
  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    const [next] = dueMoments(current, context)
    if (!next || next.at > context.now) return events
    const happened = happen(current, next, context)
    current = happened.reduce((state, event) => evolve(state, event, meta), current)
    events.push(...happened)
  }
  throw new Error(`${ticket.number}: what is due never ends`)
}

/** When the ticket next wants to be woken; null when nothing will happen by itself. */
export const wakeAt = (ticket: Ticket, context: TicketContext): string | null =>
  dueMoments(ticket, context)[0]?.at ?? null
