import type { Instant } from '../instant.ts'
import type { PersonRef, Ticket } from './ticket.ts'

/** Why a later time is proposed: in a person's words, or by the desk itself, depending on whether anybody has begun. */
export type ProposalCause = 'person' | 'in-work' | 'not-begun'

/**
 * What became of a proposal. `unanswered`: its time came without an answer; `replaced`: by a later proposal; `overtaken`: the
 * ticket was solved or ended first.
 */
export const PROPOSAL_OUTCOMES = ['open', 'agreed', 'objected', 'unanswered', 'replaced', 'overtaken'] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/** SLA-5: a later time for the solution, which the requester agrees or objects to; no target moves by it. */
export type TimeProposal = {
  /** Counts the proposals of its ticket from 1; an answer names the one it is to. */
  readonly round: number
  readonly restoreBy: Instant
  /** The promise it goes beyond; null: none was running. */
  readonly dueAt: Instant | null
  readonly cause: ProposalCause
  /** For the requester; null when the desk itself proposes. */
  readonly reason: string | null
  readonly by: PersonRef | null
  readonly proposedAt: Instant
  readonly outcome: ProposalOutcome
  readonly answeredAt: Instant | null
  /** The requester's own words. */
  readonly text: string | null
}

/** The newest one; null when none was ever made. */
export const proposalOf = ({ proposals = [] }: Pick<Ticket, 'proposals'>): TimeProposal | null =>
  proposals.at(-1) ?? null

/** Whoever has answered may think again, until the time proposed has come. */
export const isAnswerable = (proposal: TimeProposal | null): proposal is TimeProposal =>
  proposal !== null && ['open', 'agreed', 'objected'].includes(proposal.outcome)

/** SLA-5, LIF-10: the latest time the requester has agreed to, by a proposal or on the phone; null: none. */
export const agreedUntil = ({ proposals = [], contacts }: Pick<Ticket, 'proposals' | 'contacts'>): Instant | null => {
  const agreed = [
    ...proposals.filter(({ outcome }) => outcome === 'agreed').map(({ restoreBy }) => restoreBy),
    ...contacts.flatMap(({ reached, handlingTimeAgreedAt }) => (reached ? (handlingTimeAgreedAt ?? []) : [])),
  ]
  return agreed.reduce<Instant | null>((latest, at) => (latest === null || at > latest ? at : latest), null)
}
