import type { Frozen } from '../../../shared/contract/endpoint.ts'
import type { ValueOf } from '../../../shared/contract/schema.ts'
import type { clock, explainedClock, sla } from '../../../shared/contract/sla-view.ts'
import {
  type ClockFacts,
  clocks,
  type Judged,
  remainingMinutes,
  type StepClock,
} from '../../../shared/domain/sla/clock.ts'
import { explain } from '../../../shared/domain/sla/explanation.ts'

const clockView = (step: StepClock): Frozen<ValueOf<typeof clock>> => ({
  target: step.targetMinutes,
  runsOn: step.runsOn,
  startedAt: step.startedAt,
  dueAt: step.dueAt,
  metAt: step.metAt,
  missedAt: step.missedAt,
  remainingMinutes: remainingMinutes(step),
  paused: step.paused,
  provisional: step.provisional,
})

/** The promises of a ticket as they stand at `now` (SLA-1, SLA-4). */
export const slaView = (facts: ClockFacts, judged: Judged, now: string): Frozen<ValueOf<typeof sla>> => ({
  assign: null,
  respond: null,
  restore: null,
  confirm: null,
  ...Object.fromEntries(clocks(facts, judged, now).map((step) => [step.step, clockView(step)])),
})

/** SLA-4: every clock with the stretches it ran and stood still. */
export const explainedClocks = (
  facts: ClockFacts,
  judged: Judged,
  now: string,
): readonly Frozen<ValueOf<typeof explainedClock>>[] =>
  clocks(facts, judged, now).map((step) => ({
    step: step.step,
    ...clockView(step),
    spans: explain(facts, step, judged, now).map(({ usedMs, ...span }) => ({ ...span, usedMinutes: usedMs / 60_000 })),
  }))
