import type { TicketContext } from '../ticket/context.ts'
import { peopleFor } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { MajorAct } from './command.ts'
import type { MajorEvent } from './event.ts'

type Update = Extract<MajorAct, { readonly type: 'update-audience' }>

/** MAJ-4: how it stands, told to an audience; the requester of the ticket is told by the event itself. */
export const updateAudience = (
  ticket: Ticket,
  { audience, text }: Update,
  context: TicketContext,
): readonly MajorEvent[] => {
  const told = audience === 'management' ? peopleFor(context, ticket, 'management', 'PM') : []
  return [{ type: 'audience-updated', audience, text, of: null, told }]
}
