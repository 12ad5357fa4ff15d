import type { Level } from '../escalation/level.ts'
import { type Instant, plus } from '../instant.ts'
import type { EscalationCell, Step } from '../setting/policy.ts'
import { calendarFor, clocks, type Judged, warnAt } from '../sla/clock.ts'
import { instantAfter, workingDayMs } from '../sla/working-time.ts'
import { resolvesByItselfAt } from './alarm-watching.ts'
import { judgedBy, type TicketContext } from './context.ts'
import { isOpenState } from './moves.ts'
import type { Ticket } from './ticket.ts'

/** Something that happens to a ticket by itself, and when. */
export type DueMoment =
  | { readonly at: Instant; readonly due: 'matrix'; readonly level: Level; readonly assignToLine?: 1 | 2 }
  | { readonly at: Instant; readonly due: 'warning'; readonly step: Step; readonly dueAt: Instant }
  | { readonly at: Instant; readonly due: 'breach'; readonly step: Step; readonly dueAt: Instant }
  | { readonly at: Instant; readonly due: 'wait-end' | 'wait-overstay' }
  | { readonly at: Instant; readonly due: 'alarm-recovery' | 'reminder' | 'auto-close' }

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

const regradedAt = (ticket: Ticket): Instant => ticket.grades.at(-1)?.at ?? ticket.recordedAt

/**
 * SLA-5, ESC-4: warning and breach of every step still to be done. After a re-grade both may come again, when they now
 * lie later than the one already told; a warning that the re-grade itself made pointless is left out.
 */
const promiseMoments = (ticket: Ticket, judged: Judged, now: Instant): readonly DueMoment[] =>
  clocks(ticket, judged, now).flatMap((clock): readonly DueMoment[] => {
    const { step, dueAt, endedAt } = clock
    if (endedAt !== null) return []
    const warning = warnAt(ticket, clock, judged, judged.policy.warnAtPercent)
    const warned = ticket.warned.find((w) => w.step === step)?.warnAt
    const missed = ticket.missed.find((m) => m.step === step)?.dueAt
    const broken = dueAt !== null && missed !== undefined && missed >= dueAt
    const pointless = dueAt !== null && dueAt <= regradedAt(ticket)
    return [
      ...(warning && warning !== warned && !broken && !pointless
        ? [{ at: warning, due: 'warning' as const, step, dueAt: dueAt ?? warning }]
        : []),
      ...(dueAt && !broken ? [{ at: plus(dueAt, AFTER_MS), due: 'breach' as const, step, dueAt }] : []),
    ]
  })

const waitMoments = (ticket: Ticket, { calendar }: Judged, { desk }: TicketContext): readonly DueMoment[] => {
  const { waiting } = ticket
  if (!waiting) return []
  const code = desk.codes.waitCodes.find((c) => c.code === waiting.code)
  if (code?.endedBy === 'date' && waiting.until) return [{ at: waiting.until, due: 'wait-end' }]
  const overstays = code && !waiting.overstayed
  const at = overstays ? instantAfter(calendar, waiting.since, code.longestStayWorkingMinutes * MINUTE_MS, []) : null
  return at === null ? [] : [{ at, due: 'wait-overstay' }]
}

/** CLO-3: a reminder, and the close after more than the set working time; never for major incidents (MAJ-7). */
const closingMoments = (ticket: Ticket, { policy, calendar }: Judged): readonly DueMoment[] => {
  const { confirmationSince } = ticket
  if (ticket.state !== 'resolved' || confirmationSince === null) return []
  if (ticket.major === 'candidate' || ticket.major === 'confirmed') return []
  const { remindAfterWorkingMinutes, closeAfterWorkingMinutes } = policy.closing
  const remindAt = instantAfter(calendar, confirmationSince, remindAfterWorkingMinutes * MINUTE_MS, [])
  const closeAt = instantAfter(calendar, confirmationSince, closeAfterWorkingMinutes * MINUTE_MS + AFTER_MS, [])
  const asked = ticket.confirmationReminded || ticket.confirmedAt !== null || ticket.alarm !== null
  return [
    ...(remindAt && !asked ? [{ at: remindAt, due: 'reminder' as const }] : []),
    ...(closeAt ? [{ at: closeAt, due: 'auto-close' as const }] : []),
  ]
}

/** Everything that will happen to the ticket by itself if nobody does anything, earliest first. */
export const dueMoments = (ticket: Ticket, context: TicketContext): readonly DueMoment[] => {
  const judged = judgedBy(ticket, context)
  const open = isOpenState(ticket.state)
  const recovery = resolvesByItselfAt(ticket, judged.policy.alarm.resolveAfterOkMinutes)
  return [
    ...(open ? matrixMoments(ticket, judged) : []),
    ...(open || ticket.state === 'resolved' ? promiseMoments(ticket, judged, context.now) : []),
    ...(open ? waitMoments(ticket, judged, context) : []),
    ...(open && recovery ? [{ at: recovery, due: 'alarm-recovery' as const }] : []),
    ...closingMoments(ticket, judged),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
