import type { Deps } from '../../shared/application/deps.ts'
import { ticketContext } from '../../shared/application/ticket-record.ts'
import { mayTell, noticesFor } from '../../shared/domain/notice/plan.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import type { RecordedEvent } from '../../shared/domain/record.ts'
import type { TicketEvent } from '../../shared/domain/ticket/event.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'

export type Line = RecordedEvent & { readonly event: TicketEvent }

/** ESC-10: one thing that would have been sent. */
export type WouldBeSent = {
  readonly at: string
  readonly case: string
  readonly medium: string
  readonly what: string
  readonly to: string
}

/** What events tell, to everybody they would have been told to; nothing is kept or sent. */
export const wouldBeSent = async (
  deps: Deps,
  lines: readonly Line[],
  ticket: Ticket,
): Promise<readonly WouldBeSent[]> => {
  const telling = lines.filter(({ event }) => mayTell(event))
  if (telling.length === 0) return []
  const context = await ticketContext({ now: deps.clock.now(), actor: DESK, newId: deps.newId }, ticket, deps)
  return telling.flatMap((line) =>
    noticesFor({ line, ticket, context, requester: null, deskAddress: deps.identity.address }).map((notice) => ({
      at: line.at,
      case: ticket.title,
      medium: notice.medium,
      what: notice.message.template,
      to: notice.recipient.name,
    })),
  )
}
