import type { Person } from '../people/person.ts'
import type { RecordedEvent } from '../record.ts'
import type { TicketContext } from '../ticket/context.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** What happened to a ticket, and all that deciding whom to tell needs. */
export type Planning = {
  readonly line: RecordedEvent<TicketEvent>
  /** As it is now; it may have moved on since the event. */
  readonly ticket: Ticket
  readonly context: TicketContext
  /** The requester as the desk knows them; null for strangers. */
  readonly requester: Person | null
  /** INT-8: it is one of the alarms of a storm that rages, though it may not hang under its incident yet. */
  readonly inStorm?: boolean
  /** The desk's own mail address: whatever comes from it, nothing is mailed to it. */
  readonly deskAddress: string
}
