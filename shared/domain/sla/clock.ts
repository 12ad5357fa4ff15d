import type { Instant } from '../instant.ts'
import type { Priority } from '../priority/grade.ts'
import type { Policy, Step, TargetClock } from '../setting/policy.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Calendar } from './calendar.ts'
import { aroundTheClock } from './calendar-24x7.ts'
import { instantAfter, isProvisional, workingMsBetween } from './working-time.ts'

export const STEPS: readonly Step[] = ['assign', 'respond', 'restore', 'confirm']

/** What a ticket is judged by: the policy and the calendar version it keeps (ESC-9). */
export type Judged = { readonly policy: Policy; readonly calendar: Calendar }

/** The facts of a ticket's history that its clocks are computed from (SLA-4). */
export type ClockFacts = Pick<
  Ticket,
  | 'state'
  | 'priority'
  | 'grades'
  | 'recordedAt'
  | 'assignedAt'
  | 'respondedAt'
  | 'resolvedAt'
  | 'confirmedAt'
  | 'closedAt'
  | 'pauses'
>

export type StepClock = {
  readonly step: Step
  readonly runsOn: TargetClock
  readonly targetMinutes: number
  readonly startedAt: Instant
  /** Null while a pause keeps the due time from being known. */
  readonly dueAt: Instant | null
  readonly endedAt: Instant | null
  readonly metAt: Instant | null
  /** The due time, once it has passed without the step being done. */
  readonly missedAt: Instant | null
  readonly usedMs: number
  /** Negative once missed. */
  readonly leftMs: number
  readonly paused: boolean
  /** SLA-3: reaches into a year whose holidays are not published yet. */
  readonly provisional: boolean
}

const startOf = (facts: ClockFacts, step: Step): Instant | null =>
  step === 'confirm' ? facts.resolvedAt : facts.recordedAt

const endOf = (facts: ClockFacts, step: Step): Instant | null => {
  switch (step) {
    case 'assign':
      return facts.assignedAt ?? facts.resolvedAt ?? facts.closedAt
    case 'respond':
      return facts.respondedAt ?? facts.resolvedAt ?? facts.closedAt
    case 'restore':
      return facts.resolvedAt ?? facts.closedAt
    case 'confirm':
      return facts.confirmedAt ?? facts.closedAt
  }
}

/** A step that has ended is judged by the grade it ended under; one that runs by today's, from the original start. */
const priorityFor = (facts: ClockFacts, endedAt: Instant | null): Priority => {
  if (endedAt === null) return facts.priority
  return facts.grades.findLast(({ at }) => at <= endedAt)?.priority ?? facts.priority
}

/** The calendar a row of targets or of the escalation matrix runs on. */
export const calendarFor = (runsOn: TargetClock, calendar: Calendar): Calendar =>
  runsOn === 'around-the-clock' ? aroundTheClock : calendar

/** SLA-4: one step's clock at `now`, from nothing but the ticket's history, its policy and its calendar; null without a target. */
export const stepClock = (
  facts: ClockFacts,
  step: Step,
  { policy, calendar }: Judged,
  now: Instant,
): StepClock | null => {
  const startedAt = startOf(facts, step)
  const endedAt = endOf(facts, step)
  const row = policy.targets[priorityFor(facts, endedAt)]
  const targetMinutes = row[`${step}Minutes`]
  if (targetMinutes === null || startedAt === null) return null
  const hours = calendarFor(row.clock, calendar)
  const targetMs = targetMinutes * 60_000
  const until = endedAt ?? now
  const dueAt = instantAfter(hours, startedAt, targetMs, facts.pauses)
  const usedMs = workingMsBetween(hours, startedAt, until, facts.pauses)
  const missed = dueAt !== null && until > dueAt
  return {
    step,
    runsOn: row.clock,
    targetMinutes,
    startedAt,
    dueAt,
    endedAt,
    metAt: missed ? null : endedAt,
    missedAt: missed ? dueAt : null,
    usedMs,
    leftMs: targetMs - usedMs,
    paused: endedAt === null && facts.pauses.some(({ to }) => to === null),
    provisional: dueAt !== null && isProvisional(hours, dueAt),
  }
}

/** All clocks that have a target, in the order of the steps. */
export const clocks = (facts: ClockFacts, judged: Judged, now: Instant): readonly StepClock[] =>
  STEPS.flatMap((step) => stepClock(facts, step, judged, now) ?? [])

/** SLA-5: when `percent` of a running step's target are used up; null when a pause keeps it from coming. */
export const warnAt = (facts: ClockFacts, clock: StepClock, { calendar }: Judged, percent: number): Instant | null =>
  instantAfter(
    calendarFor(clock.runsOn, calendar),
    clock.startedAt,
    (clock.targetMinutes * 60_000 * percent) / 100,
    facts.pauses,
  )

const isSooner = (a: StepClock, b: StepClock): boolean => {
  if (a.dueAt !== null && b.dueAt !== null) return a.dueAt < b.dueAt
  return a.dueAt === null && b.dueAt === null ? a.leftMs < b.leftMs : a.dueAt !== null
}

/** The next promise that is still open; where the clocks stand still, the one with the least time left. Null without any. */
export const nextClock = (facts: ClockFacts, judged: Judged, now: Instant): StepClock | null =>
  clocks(facts, judged, now).reduce<StepClock | null>(
    (next, clock) => (clock.endedAt === null && (next === null || isSooner(clock, next)) ? clock : next),
    null,
  )

/** Whole minutes left, rounded towards what the promise still allows; negative once missed. */
export const remainingMinutes = (clock: StepClock): number => Math.floor(clock.leftMs / 60_000)
