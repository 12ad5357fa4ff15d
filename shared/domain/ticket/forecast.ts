import { type Instant, latest } from '../instant.ts'
import { actorRef, CLOCK } from '../people/actor.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { passTime, wakeAt } from './pass-time.ts'
import type { Ticket } from './ticket.ts'

/** ESC-2: who will be told next, when, and why. */
export type Forecast = {
  readonly at: Instant
  readonly role: string
  readonly because:
    | 'matrix'
    | 'missed-target'
    | 'warning'
    | 'waiting'
    | 'reminder'
    | 'auto-close'
    | 'recovery'
    | 'later-time'
  readonly step: string | null
}

const foreseen = (event: TicketEvent, at: Instant): readonly Forecast[] => {
  switch (event.type) {
    case 'escalated':
      return [
        {
          at,
          role: event.level ?? 'IM',
          because: event.trigger === 'matrix' ? 'matrix' : 'missed-target',
          step: event.trigger === 'matrix' ? null : event.reason,
        },
      ]
    case 'target-warned':
      return [{ at, role: 'assignee', because: 'warning', step: event.step }]
    case 'time-proposed':
      return [{ at, role: 'requester', because: 'later-time', step: 'restore' }]
    case 'waiting-overstayed':
      return [{ at, role: 'assignee', because: 'waiting', step: null }]
    case 'confirmation-reminded':
      return [{ at, role: 'requester', because: 'reminder', step: null }]
    case 'decision-overdue':
      return [{ at, role: event.round > 1 ? 'management' : 'PM', because: 'reminder', step: null }]
    case 'closed':
      return [{ at, role: 'requester', because: 'auto-close', step: null }]
    case 'resolved':
      return [{ at, role: 'desk', because: 'recovery', step: null }]
    default:
      return []
  }
}

const MOST_WAKE_UPS = 20

/** ESC-2: what happens if nobody does anything, found by letting the time pass; at most the next 20 wake-ups. */
export const forecast = (ticket: Ticket, context: TicketContext): readonly Forecast[] => {
  const lines: Forecast[] = []
  let current = ticket
  for (let wakeUps = 0; wakeUps < MOST_WAKE_UPS; wakeUps += 1) {
    const next = wakeAt(current, context)
    if (next === null) break
    const at = latest(next, context.now)
    const events = passTime(current, { ...context, now: at })
    current = events.reduce((state, event) => evolve(state, event, { at, actor: actorRef(CLOCK) }), current)
    lines.push(...events.flatMap((event) => foreseen(event, at)))
  }
  return lines
}
