import type { Instant } from '../instant.ts'
import { refuse } from '../refusal.ts'
import type { Judged } from '../sla/clock.ts'
import { instantAfter } from '../sla/working-time.ts'
import type { TicketCommand } from './command.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { peopleFor } from './recipients.ts'
import type { Ticket } from './ticket.ts'

/** INT-11: why it is not served here; the last two are redirected to where changes and new requirements are decided. */
export const RETURNED_AS = ['out-of-scope', 'change', 'new-requirement'] as const
export type ReturnedAs = (typeof RETURNED_AS)[number]

/** INT-11: what screening came to, by whom; absent or null: nobody has looked at it yet. */
export type Screening = {
  readonly outcome: 'accepted' | ReturnedAs
  readonly at: Instant
  readonly by: string
  readonly reason: string | null
}

/** INT-11: the customer wants it served all the same, and what the project manager decided; null: not yet. */
export type Insistence = {
  readonly at: Instant
  readonly text: string | null
  /** How often it was told that nobody decides; absent: never. */
  readonly reminded?: number
  readonly decision: {
    readonly serve: boolean
    readonly reason: string
    readonly by: string
    readonly at: Instant
  } | null
}

const MINUTE_MS = 60_000

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>

/** In scope, and an incident or a request; dispatching or accepting it says the same. */
export const screen = ({ screening }: Ticket): readonly TicketEvent[] =>
  screening
    ? refuse('conflict', 'already-screened', 'It is accepted already; dispatch it, or return it with a reason.')
    : [{ type: 'screened' }]

export const returnIt = ({ reason, as }: Command<'return'>): readonly TicketEvent[] => [
  { type: 'returned', reason, as: as ?? 'out-of-scope' },
]

/** Said again it is said once; what the project manager has decided stands. */
export const insist = (
  { insistence, ...ticket }: Ticket,
  { text }: Command<'insist'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (!insistence) return [{ type: 'insisted', text: text ?? null, told: peopleFor(context, ticket, 'PM') }]
  return insistence.decision
    ? refuse(
        'conflict',
        'service-decided',
        'The project manager has decided on it; open a new ticket if things changed.',
      )
    : []
}

type Overdue = { readonly at: Instant; readonly due: 'decision'; readonly round: number }

/** CLO-3: the customer waits for an answer no longer than the desk waits for one of theirs, in working time. */
export const decisionMoments = (
  { state, insistence }: Pick<Ticket, 'state' | 'insistence'>,
  { policy, calendar }: Judged,
): readonly Overdue[] => {
  if (state !== 'returned' || !insistence || insistence.decision) return []
  const { remindAfterWorkingMinutes, closeAfterWorkingMinutes } = policy.closing
  const { at: since, reminded = 0 } = insistence
  return [remindAfterWorkingMinutes, closeAfterWorkingMinutes].flatMap((minutes, index): readonly Overdue[] => {
    const at = index < reminded ? null : instantAfter(calendar, since, minutes * MINUTE_MS, [])
    return at === null ? [] : [{ at, due: 'decision', round: index + 1 }]
  })
}

/** INT-11: first whoever has to decide is reminded, then management is told as well. */
export const remindToDecide = (
  ticket: Ticket,
  { round, at: dueAt }: Overdue,
  context: TicketContext,
): readonly TicketEvent[] => {
  const told = peopleFor(context, ticket, 'PM', ...(round > 1 ? (['management'] as const) : []))
  return [{ type: 'decision-overdue', round, dueAt, told }]
}

/** Served: back to the desk as if newly recorded. Declined: it stays returned. */
export const decideService = (
  ticket: Ticket,
  { serve, reason }: Command<'decide-service'>,
  context: TicketContext,
): readonly TicketEvent[] =>
  ticket.insistence && ticket.insistence.decision === null
    ? [{ type: 'service-decided', serve, reason, told: serve ? peopleFor(context, ticket, 'desk') : [] }]
    : refuse('conflict', 'nobody-insists', 'The customer does not insist on it, so there is nothing to decide.')
