import { evolveMajor, withStep } from '../major-incident/evolve-procedure.ts'
import type { EventMeta } from '../record.ts'
import type { TicketEvent } from './event.ts'
import { evolveAlarm } from './evolve-alarm.ts'
import { evolveFinish } from './evolve-finish.ts'
import { evolveGrade } from './evolve-grade.ts'
import { evolveMerge } from './evolve-merge.ts'
import { evolvePromises } from './evolve-promises.ts'
import { evolveProposals } from './evolve-proposals.ts'
import { evolveRegistration } from './evolve-registration.ts'
import { evolveScreening } from './evolve-screening.ts'
import { evolveWaiting } from './evolve-waiting.ts'
import { evolveWork } from './evolve-work.ts'
import { recordedTicket } from './recorded-ticket.ts'
import type { Ticket } from './ticket.ts'

/**
 * The ticket after an event; pure, and total over every event ever written. Each side of the ticket says what the event
 * means for it; all look at the ticket as it was before. @throws Error when history does not start with `recorded`
 */
export const evolve = (ticket: Ticket | null, event: TicketEvent, meta: EventMeta): Ticket => {
  if (event.type === 'recorded') return recordedTicket(event, meta)
  if (ticket === null) throw new Error(`history starts with "${event.type}"`)
  const { at, actor } = meta
  const after: Ticket = {
    ...ticket,
    ...evolveGrade(ticket, event, at),
    ...evolveWork(ticket, event, at),
    ...evolveWaiting(ticket, event, at),
    ...evolvePromises(ticket, event, at),
    ...evolveProposals(ticket, event, at),
    ...evolveScreening(ticket, event, meta),
    ...evolveRegistration(ticket, event, meta),
    ...evolveFinish(ticket, event, at),
    ...evolveMerge(ticket, event, at),
    ...evolveMajor(ticket, event, { at, by: actor }),
    alarm: evolveAlarm(ticket.alarm, event, at, actor.kind),
    updatedAt: at,
  }
  return withStep(after, at)
}
