import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { proposalOf } from '../../../shared/domain/ticket/time-proposal.ts'

/** SLA-5: the newest later time proposed. `nameOf`: how much of a name this reader may see. */
export const proposalView = (ticket: Ticket, nameOf: (name: string) => string): TicketForRequester['proposal'] => {
  const proposal = proposalOf(ticket)
  return proposal && { ...proposal, by: proposal.by && nameOf(proposal.by.name) }
}
