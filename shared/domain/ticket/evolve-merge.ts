import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import { duplicatesOf, MERGED_CODE } from './merge.ts'
import type { Satisfaction, Ticket } from './ticket.ts'

const isForMerge = (satisfaction: Satisfaction | null): boolean =>
  satisfaction !== null && 'notObtained' in satisfaction && satisfaction.notObtained === MERGED_CODE

/** INT-13: what a merge and its undoing mean for the duplicate and for the ticket that goes on; waiting is left as it is. */
export const evolveMerge = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  switch (event.type) {
    case 'duplicates-merged': {
      const added = event.duplicates.map((number) => ({ number, merge: event.merge }))
      return { duplicates: [...duplicatesOf(ticket), ...added] }
    }
    case 'duplicate-released':
      return { duplicates: duplicatesOf(ticket).filter(({ number }) => number !== event.duplicate) }
    case 'merged':
      return {
        state: 'merged',
        merge: { id: event.merge, into: event.into, by: event.by, at, stateBefore: ticket.state },
        closedAt: at,
        closeCode: event.code,
        satisfaction: ticket.satisfaction ?? { notObtained: event.code },
      }
    case 'unmerged':
      return {
        state: event.backTo,
        merge: null,
        undoneMerges: [...(ticket.undoneMerges ?? []), event.merge],
        closedAt: null,
        closeCode: null,
        satisfaction: isForMerge(ticket.satisfaction) ? null : ticket.satisfaction,
      }
    default:
      return {}
  }
}
