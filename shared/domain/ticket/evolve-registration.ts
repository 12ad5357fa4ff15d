import type { EventMeta } from '../record.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

const registered = (
  ticket: Ticket,
  event: Extract<TicketEvent, { readonly type: 'registered-afterwards' }>,
  { at, actor }: EventMeta,
): Partial<Ticket> => {
  const { occurredAt, reportedAt, assignedAt, respondedAt, restoredAt, reason, group, line, resolution } = event
  return {
    state: 'resolved',
    major: 'confirmed',
    group,
    line,
    recordedAt: reportedAt,
    assignedAt,
    acceptedAt: respondedAt,
    respondedAt,
    resolvedAt: restoredAt,
    grades: [{ at: reportedAt, priority: ticket.priority }],
    resolution,
    solution: resolution.solution,
    cause: resolution.cause,
    stateBeforeResolution: 'recorded',
    afterTheFact: { occurredAt, writtenAt: at, writtenBy: actor.name, reason, confirmed: null },
  }
}

/** What an event means for a ticket that was written after the fact (INT-12). */
export const evolveRegistration = (ticket: Ticket, event: TicketEvent, meta: EventMeta): Partial<Ticket> => {
  const { afterTheFact } = ticket
  switch (event.type) {
    case 'registered-afterwards':
      return registered(ticket, event, meta)
    case 'registration-confirmed':
      return afterTheFact ? { afterTheFact: { ...afterTheFact, confirmed: { at: meta.at, by: meta.actor.name } } } : {}
    case 'registration-refused':
      return { state: 'cancelled', closedAt: meta.at }
    default:
      return {}
  }
}
