import type { Level } from '../escalation/level.ts'
import { type Instant, latest, plus } from '../instant.ts'
import { type ProcedureMoment, procedureMoments } from '../major-incident/due-procedure.ts'
import { majorPolicyOf } from '../major-incident/major-policy.ts'
import type { EscalationCell, Step } from '../setting/policy.ts'
import { calendarFor, clocks, type Judged, warnAt } from '../sla/clock.ts'
import { instantAfter, workingDayMs } from '../sla/working-time.ts'
import { resolvesByItselfAt } from './alarm-watching.ts'
import { judgedBy, type TicketContext } from './context.ts'
import { isImported } from './imported.ts'
import { isOpenState } from './moves.ts'
import { decisionMoments } from './screening.ts'
import type { Ticket } from './ticket.ts'
import { proposalOf } from './time-proposal.ts'

/** Something that happens to a ticket by itself, and when. */
export type DueMoment =
  | { readonly at: Instant; readonly due: 'matrix'; readonly level: Level; readonly assignToLine?: 1 | 2 }
  | { readonly at: Instant; readonly due: 'warning'; readonly step: Step; readonly dueAt: Instant }
  | { readonly at: Instant; readonly due: 'breach'; readonly step: Step; readonly dueAt: Instant }
  | { readonly at: Instant; readonly due: 'wait-overstay'; readonly code: string }
  | { readonly at: Instant; readonly due: 'alarm-recovery'; readonly alarm: string }
  | { readonly at: Instant; readonly due: 'time-unanswered'; readonly round: number; readonly restoreBy: Instant }
  | { readonly at: Instant; readonly due: 'wait-end' | 'reminder' | 'auto-close' }
  | { readonly at: Instant; readonly due: 'decision'; readonly round: number }
  | ProcedureMoment

const MINUTE_MS = 60_000

/** A promise is broken once its due time has passed, not at that very instant. */
const AFTER_MS = 1

/** ESC-1: when a cell falls due, on the clock of its row, waiting left out. */
const cellAt = (ticket: Ticket, cell: EscalationCell, { policy, calendar }: Judged): Instant | null => {
  const hours = calendarFor(policy.targets[ticket.priority].clock, calendar)
  const ms = 'minutes' in cell.after ? cell.after.minutes * MINUTE_MS : cell.after.workingDays * workingDayMs(hours)
  return instantAfter(hours, ticket.recordedAt, ms, ticket.pauses)
}

const matrixMoments = (ticket: Ticket, judged: Judged): readonly DueMoment[] =>
  judged.policy.escalation.matrix[ticket.priority].flatMap((cell) => {
    if (ticket.announced.includes(cell.level)) return []
    const at = cellAt(ticket, cell, judged)
    const move = cell.assignToLine ? { assignToLine: cell.assignToLine } : {}
    return at === null ? [] : [{ at, due: 'matrix' as const, level: cell.level, ...move }]
  })

const gradedAt = (ticket: Ticket): Instant =>
  ticket.grades.reduce((last, { at }) => latest(last, at), ticket.recordedAt)

/**
 * SLA-5, ESC-4: warning and breach of every step still to be done; neither while a pause keeps its due time from being
 * known. After a re-grade a warning comes again when its moment is another, a breach when it lies later than the one
 * already told; a warning that the re-grade itself made pointless is left out.
 */
const promiseMoments = (ticket: Ticket, judged: Judged, now: Instant): readonly DueMoment[] =>
  clocks(ticket, judged, now).flatMap((clock): readonly DueMoment[] => {
    const { step, dueAt, endedAt } = clock
    if (endedAt !== null || dueAt === null) return []
    const warning = warnAt(ticket, clock, judged, judged.policy.warnAtPercent)
    const isWarned = ticket.warned.some((warned) => warned.step === step && warned.warnAt === warning)
    const missed = ticket.missed.find((m) => m.step === step)?.dueAt
    // INT-12: nobody is told of what was past when it was written down
    const wasPast = ticket.afterTheFact ? dueAt <= ticket.afterTheFact.writtenAt : false
    const isBroken = wasPast || (missed !== undefined && missed >= dueAt)
    const isPointless = dueAt <= gradedAt(ticket)
    return [
      ...(warning && !isWarned && !isBroken && !isPointless
        ? [{ at: warning, due: 'warning' as const, step, dueAt }]
        : []),
      ...(isBroken ? [] : [{ at: plus(dueAt, AFTER_MS), due: 'breach' as const, step, dueAt }]),
    ]
  })

/** WAI-1: the end of waiting that has a date, and the reminder once it has lasted longer than its code allows. */
const waitMoments = (ticket: Ticket, { calendar }: Judged, { desk }: TicketContext): readonly DueMoment[] => {
  const { waiting } = ticket
  if (!waiting) return []
  const code = desk.codes.waitCodes.find((c) => c.code === waiting.code)
  if (!code) return []
  const endsAt = code.endedBy === 'date' ? waiting.until : null
  const overstaysAt = waiting.overstayed
    ? null
    : instantAfter(calendar, waiting.since, code.longestStayWorkingMinutes * MINUTE_MS, [])
  return [
    ...(endsAt ? [{ at: endsAt, due: 'wait-end' as const }] : []),
    ...(overstaysAt ? [{ at: overstaysAt, due: 'wait-overstay' as const, code: code.code }] : []),
  ]
}

/**
 * CLO-3: no answer: a reminder, and the close after more than the set working time. Never for major incidents (MAJ-7);
 * what the requester has confirmed is closed by the desk (CLO-1). Nobody is asked about an alarm, so nobody is reminded.
 */
const closingMoments = (ticket: Ticket, { policy, calendar }: Judged): readonly DueMoment[] => {
  const { confirmationSince, confirmedAt } = ticket
  if (confirmationSince === null || confirmedAt !== null) return []
  if (ticket.major === 'candidate' || ticket.major === 'confirmed') return []
  const { remindAfterWorkingMinutes, closeAfterWorkingMinutes } = policy.closing
  const remindAt = instantAfter(calendar, confirmationSince, remindAfterWorkingMinutes * MINUTE_MS, [])
  const closeAt = instantAfter(calendar, confirmationSince, closeAfterWorkingMinutes * MINUTE_MS + AFTER_MS, [])
  const reminds = !ticket.confirmationReminded && ticket.alarm === null
  return [
    ...(remindAt && reminds ? [{ at: remindAt, due: 'reminder' as const }] : []),
    ...(closeAt ? [{ at: closeAt, due: 'auto-close' as const }] : []),
  ]
}

/** SLA-5: the time proposed has come, and nobody has said a word. */
const proposalMoments = (ticket: Ticket): readonly DueMoment[] => {
  const proposal = proposalOf(ticket)
  if (proposal?.outcome !== 'open') return []
  const { round, restoreBy } = proposal
  return [{ at: plus(restoreBy, AFTER_MS), due: 'time-unanswered', round, restoreBy }]
}

const alarmMoments = ({ alarm }: Ticket, { policy }: Judged): readonly DueMoment[] => {
  const at = alarm && resolvesByItselfAt(alarm, policy.alarm.resolveAfterOkMinutes)
  return at ? [{ at, due: 'alarm-recovery', alarm: alarm.name }] : []
}

/** Everything that will happen to the ticket by itself if nobody does anything, earliest first. */
export const dueMoments = (ticket: Ticket, context: TicketContext): readonly DueMoment[] => {
  if (isImported(ticket)) return []
  const judged = judgedBy(ticket, context)
  const open = isOpenState(ticket.state)
  return [
    ...(open ? matrixMoments(ticket, judged) : []),
    ...(open || ticket.state === 'resolved' ? promiseMoments(ticket, judged, context.now) : []),
    ...(open ? proposalMoments(ticket) : []),
    ...(open ? waitMoments(ticket, judged, context) : []),
    ...(open ? alarmMoments(ticket, judged) : []),
    ...(ticket.state === 'resolved' ? closingMoments(ticket, judged) : []),
    ...decisionMoments(ticket, judged),
    ...procedureMoments(ticket, majorPolicyOf(judged.policy)),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
