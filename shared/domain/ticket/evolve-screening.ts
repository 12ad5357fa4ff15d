import type { EventMeta } from '../record.ts'
import type { TicketEvent } from './event.ts'
import type { Screening } from './screening.ts'
import type { Ticket } from './ticket.ts'

/** Until the project manager had it served, nobody was to work on it: that time is in no promise. */
export const RETURNED_PAUSE = 'returned'

/** The desk's queue, as a new ticket stands there. */
const BACK_AT_THE_DESK = { state: 'recorded', group: 'desk', line: 'desk', assignee: null, closedAt: null } as const

const decided = (
  { insistence, closedAt, pauses }: Ticket,
  { serve, reason }: Extract<TicketEvent, { readonly type: 'service-decided' }>,
  { at, actor: { name: by } }: EventMeta,
): Partial<Ticket> => ({
  insistence: insistence ? { ...insistence, decision: { serve, reason, by, at } } : null,
  ...(serve && {
    ...BACK_AT_THE_DESK,
    pauses: [...pauses, { from: closedAt ?? at, to: at, code: RETURNED_PAUSE }],
    screening: { outcome: 'accepted', at, by, reason } satisfies Screening,
  }),
})

/** What an event means for whether it is served at all (INT-11). */
export const evolveScreening = (ticket: Ticket, event: TicketEvent, meta: EventMeta): Partial<Ticket> => {
  const { at, actor } = meta
  switch (event.type) {
    case 'screened':
    case 'assigned':
    case 'accepted':
      return ticket.screening ? {} : { screening: { outcome: 'accepted', at, by: actor.name, reason: null } }
    case 'returned':
      return { screening: { outcome: event.as ?? 'out-of-scope', at, by: actor.name, reason: event.reason } }
    case 'insisted':
      return { insistence: { at, text: event.text, decision: null } }
    case 'decision-overdue':
      return { insistence: ticket.insistence ? { ...ticket.insistence, reminded: event.round } : null }
    case 'service-decided':
      return decided(ticket, event, meta)
    default:
      return {}
  }
}
