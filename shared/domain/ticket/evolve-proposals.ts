import type { Instant } from '../instant.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'
import type { ProposalOutcome, TimeProposal } from './time-proposal.ts'

/** Only the newest can be open. */
const settled = (proposals: readonly TimeProposal[], outcome: ProposalOutcome): readonly TimeProposal[] =>
  proposals.map((proposal) => (proposal.outcome === 'open' ? { ...proposal, outcome } : proposal))

const answered = (
  proposals: readonly TimeProposal[],
  { round, agreed, text }: Extract<TicketEvent, { readonly type: 'time-answered' }>,
  at: Instant,
): readonly TimeProposal[] => {
  const answer = { outcome: agreed ? 'agreed' : 'objected', answeredAt: at, text } as const
  return proposals.map((proposal) => (proposal.round === round ? { ...proposal, ...answer } : proposal))
}

/** What an event means for the later times that were proposed (SLA-5). */
export const evolveProposals = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  const { proposals = [] } = ticket
  switch (event.type) {
    case 'time-proposed': {
      const { round, restoreBy, dueAt, cause, reason, by } = event
      const proposed = { round, restoreBy, dueAt, cause, reason, by, proposedAt: at } as const
      const unanswered = { outcome: 'open', answeredAt: null, text: null } as const
      return { proposals: [...settled(proposals, 'replaced'), { ...proposed, ...unanswered }] }
    }
    case 'time-answered':
      return { proposals: answered(proposals, event, at) }
    case 'time-unanswered':
      return { proposals: settled(proposals, 'unanswered') }
    case 'resolved':
    case 'cancelled':
    case 'returned':
    case 'merged':
      return { proposals: settled(proposals, 'overtaken') }
    default:
      return {}
  }
}
