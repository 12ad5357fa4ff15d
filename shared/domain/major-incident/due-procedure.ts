import { type Instant, latest, plus } from '../instant.ts'
import type { MajorPolicy } from '../setting/policy.ts'
import { aroundTheClock } from '../sla/calendar-24x7.ts'
import { instantAfter } from '../sla/working-time.ts'
import { isOpenState } from '../ticket/moves.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { AUDIENCES, type Audience, type Procedure, type Stage } from './procedure.ts'
import { procedureOf, stageOf } from './stage.ts'

/** What the procedure does by itself, and when. */
export type ProcedureMoment =
  | { readonly at: Instant; readonly due: 'step-overdue'; readonly stage: Stage; readonly round: number }
  | { readonly at: Instant; readonly due: 'update-missed'; readonly audience: Audience; readonly round: number }
  | { readonly at: Instant; readonly due: 'second-line' | 'vendor' }

const MINUTE_MS = 60_000

/**
 * Silence is told of again each time twice as much of it has passed: 30 minutes, one hour, two, four … Whoever has not
 * answered after so many tellings is not reached by another, and every record comes to rest in the end.
 */
const MOST_TELLINGS = 8

const afterRound = (since: Instant, minutes: number, round: number): Instant =>
  plus(since, minutes * 2 ** round * MINUTE_MS)

/** MAJ-7: a contact after the solution is the call-back. */
export const isCalledBack = ({ contacts, resolvedAt }: Pick<Ticket, 'contacts' | 'resolvedAt'>): boolean =>
  resolvedAt !== null && contacts.some(({ at }) => at >= resolvedAt)

type Silence = { readonly since: Instant; readonly minutes: number }

/** From when, and for how long, a step may be silent; null for one that has nobody to wait for. */
const silenceOf = (stage: Stage, ticket: Ticket, procedure: Procedure, policy: MajorPolicy): Silence | null => {
  const { startedAt, judgement, review, report } = procedure
  switch (stage) {
    case 'candidate':
      return { since: startedAt, minutes: policy.silenceMinutes }
    case 'mobilising':
      return { since: judgement?.at ?? startedAt, minutes: policy.mobiliseMinutes }
    case 'review':
      return {
        since: latest(ticket.resolvedAt ?? startedAt, judgement?.at ?? startedAt),
        minutes: policy.reviewMinutes,
      }
    case 'report':
      return { since: review?.at ?? startedAt, minutes: policy.reportMinutes }
    case 'call-back':
      return isCalledBack(ticket) ? null : { since: report?.sentAt ?? startedAt, minutes: policy.callBackMinutes }
    default:
      return null
  }
}

const stepMoments = (
  ticket: Ticket,
  procedure: Procedure,
  stage: Stage,
  policy: MajorPolicy,
): readonly ProcedureMoment[] => {
  const silence = silenceOf(stage, ticket, procedure, policy)
  const round = procedure.silencesTold
  if (!silence || round >= MOST_TELLINGS) return []
  return [{ at: afterRound(silence.since, silence.minutes, round), due: 'step-overdue', stage, round }]
}

/** MAJ-3: counted round the clock from the candidate moment [MAJ-1], waiting that stops the clocks left out. */
const lineMoments = (ticket: Ticket, procedure: Procedure, policy: MajorPolicy): readonly ProcedureMoment[] => {
  const { startedAt, secondLine, vendor } = procedure
  if (vendor) return []
  const [since, minutes, due] = secondLine
    ? ([secondLine.at, policy.secondLineMinutes, 'vendor'] as const)
    : ([startedAt, policy.firstLineMinutes, 'second-line'] as const)
  const at = instantAfter(aroundTheClock, since, minutes * MINUTE_MS, ticket.pauses)
  return at ? [{ at, due }] : []
}

/** MAJ-4: the first telling is a reminder when the update is due; the further ones escalate. */
const updateMoments = ({ rhythm }: Procedure, { updates }: MajorPolicy): readonly ProcedureMoment[] =>
  AUDIENCES.flatMap((audience) => {
    const { since, told: round } = rhythm[audience]
    const { everyMinutes, graceMinutes } = updates[audience]
    if (round >= MOST_TELLINGS) return []
    const dueAt = plus(since, everyMinutes * MINUTE_MS)
    const at = round === 0 ? dueAt : afterRound(dueAt, graceMinutes, round - 1)
    return [{ at, due: 'update-missed' as const, audience, round }]
  })

/** Everything the procedure will do by itself, in no order; empty for a ticket that has none, and once it has ended. */
export const procedureMoments = (ticket: Ticket, policy: MajorPolicy): readonly ProcedureMoment[] => {
  const procedure = procedureOf(ticket)
  const stage = stageOf(ticket)
  if (!procedure || !stage) return []
  const isWorkedOn = ticket.major === 'confirmed' && isOpenState(ticket.state)
  return [
    ...stepMoments(ticket, procedure, stage, policy),
    ...(isWorkedOn ? [...lineMoments(ticket, procedure, policy), ...updateMoments(procedure, policy)] : []),
  ]
}
