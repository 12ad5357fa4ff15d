import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { instantOf, msOf } from '../../../shared/domain/instant.ts'
import { PRIORITIES, type Priority } from '../../../shared/domain/priority/grade.ts'
import type { Policy, Step, TargetRow } from '../../../shared/domain/setting/policy.ts'
import type { Calendar } from '../../../shared/domain/sla/calendar.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import { type ClockFacts, STEPS, stepClock, warnAt } from '../../../shared/domain/sla/clock.ts'
import { explain } from '../../../shared/domain/sla/explanation.ts'
import { arbitraryScene } from './arbitrary-calendar.ts'
import { MINUTE_MS, naivelyOpen, naivelyReachedMs, naivelyWorkedMs } from './minute-by-minute.ts'

/** Half the width of a scene, in minutes; the opponent looks this far past the last of its moments for a due time. */
const REACH = 900
/** How many minutes a requester may take to confirm. */
const SILENCE = 300

type Case = {
  readonly calendar: Calendar
  readonly policy: Policy
  readonly facts: ClockFacts
  readonly nowMs: number
}

/** Whole minutes at any percent that is a multiple of five. */
const target = fc.option(
  fc.integer({ min: 1, max: 40 }).map((n) => n * 20),
  { nil: null, freq: 8 },
)
const row: fc.Arbitrary<TargetRow> = fc.record({
  clock: fc.constantFrom('around-the-clock', 'working-time'),
  assignMinutes: target,
  respondMinutes: target,
  restoreMinutes: target,
  confirmMinutes: target,
})
const policy = fc
  .record({ 1: row, 2: row, 3: row, 4: row, warnAtPercent: fc.constantFrom(5, 50, 80, 95) })
  .map(({ warnAtPercent, ...targets }): Policy => ({ ...defaultPolicy, targets, warnAtPercent }))

const minutesLater = (ms: number, max = REACH) =>
  fc.integer({ min: 0, max }).map((minutes) => instantOf(ms + minutes * MINUTE_MS))
const sometime = (ms: number) => fc.option(minutesLater(ms), { nil: null })

const factsFrom = (startMs: number, pauses: ClockFacts['pauses']): fc.Arbitrary<ClockFacts> =>
  fc
    .record({
      regrades: fc.array(fc.record({ at: minutesLater(startMs), priority: fc.constantFrom(...PRIORITIES) }), {
        maxLength: 4,
      }),
      first: fc.constantFrom(...PRIORITIES),
      assignedAt: sometime(startMs),
      respondedAt: sometime(startMs),
      resolvedAt: sometime(startMs),
      afterResolution: fc.integer({ min: 0, max: SILENCE }),
      isConfirmed: fc.boolean(),
    })
    .map(({ regrades, first, afterResolution, isConfirmed, resolvedAt, ...done }) => {
      const recordedAt = instantOf(startMs)
      const grades = [
        { at: recordedAt, priority: first },
        ...regrades.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      ]
      const confirmedAt = resolvedAt && isConfirmed ? instantOf(msOf(resolvedAt) + afterResolution * MINUTE_MS) : null
      const priority = grades.at(-1)?.priority ?? first
      return {
        ...done,
        state: 'recorded',
        priority,
        grades,
        recordedAt,
        resolvedAt,
        confirmedAt,
        closedAt: null,
        pauses,
      }
    })

const anyCase: fc.Arbitrary<Case> = arbitraryScene(MINUTE_MS, REACH).chain(({ calendar, fromMs, toMs, pauses }) => {
  const coded = pauses.map((pause, i) => ({ ...pause, code: `pause-${i}` }))
  return fc.record({
    calendar: fc.constant(calendar),
    policy,
    facts: factsFrom(fromMs, coded),
    nowMs: fc.constant(Math.max(fromMs, toMs) + (REACH + SILENCE) * MINUTE_MS),
  })
})

/** The step's clock as somebody would count it on their fingers. */
const naively = ({ calendar, policy: { targets, warnAtPercent }, facts, nowMs }: Case, step: Step) => {
  const { recordedAt, assignedAt, respondedAt, resolvedAt, confirmedAt } = facts
  const startedAt = step === 'confirm' ? resolvedAt : recordedAt
  const done = { assign: assignedAt ?? resolvedAt, respond: respondedAt ?? resolvedAt, restore: resolvedAt }
  const endedAt = step === 'confirm' ? confirmedAt : done[step]
  let priority: Priority = facts.grades[0]?.priority ?? facts.priority
  for (const grade of facts.grades) if (endedAt === null || grade.at <= endedAt) priority = grade.priority
  const targetMinutes = targets[priority][`${step}Minutes`]
  if (startedAt === null || targetMinutes === null) return null
  const hours = targets[priority].clock === 'working-time' ? calendar : aroundTheClock
  const [startMs, untilMs] = [msOf(startedAt), endedAt === null ? nowMs : msOf(endedAt)]
  const reached = (ms: number) => {
    const found = naivelyReachedMs(ms, hours, startMs, nowMs, facts.pauses)
    return found === null ? 'later than looked for' : instantOf(found)
  }
  const dueAt = reached(targetMinutes * MINUTE_MS)
  const usedMs = naivelyWorkedMs(hours, startMs, untilMs, facts.pauses)
  const missed = dueAt < instantOf(untilMs)
  return {
    dueAt,
    warnAt: reached((targetMinutes * MINUTE_MS * warnAtPercent) / 100),
    usedMs,
    leftMs: targetMinutes * MINUTE_MS - usedMs,
    metAt: missed ? null : endedAt,
    missedAt: missed ? dueAt : null,
  }
}

const beyond = (at: string | null, nowMs: number): string =>
  at === null || at > instantOf(nowMs) ? 'later than looked for' : at

describe('the clock', () => {
  test('agrees with one that counts the minutes, whatever the calendar, the waiting and the grades [SLA-4]', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...STEPS), (given, step) => {
        const { facts, nowMs } = given
        const judged = { policy: given.policy, calendar: given.calendar }
        const clock = stepClock(facts, step, judged, instantOf(nowMs))
        const expected = naively(given, step)
        const { dueAt, usedMs, leftMs, metAt, missedAt } = clock ?? {}
        const actual = clock && {
          dueAt: beyond(dueAt ?? null, nowMs),
          warnAt: beyond(warnAt(facts, clock, judged, given.policy.warnAtPercent), nowMs),
          usedMs,
          leftMs,
          metAt,
          missedAt,
        }
        expect(actual).toEqual(expected)
      }),
      { numRuns: 120 },
    )
  })

  test('explains itself without a gap, and what it counted is what it used [SLA-4]', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...STEPS), (given, step) => {
        const { facts, nowMs } = given
        const judged = { policy: given.policy, calendar: given.calendar }
        const clock = stepClock(facts, step, judged, instantOf(nowMs))
        if (!clock) return
        const spans = explain(facts, clock, judged, instantOf(nowMs))
        const until = clock.endedAt ?? instantOf(nowMs)
        const edges = [...spans.map(({ from }) => from), ...(spans.length > 0 ? [until] : [])]
        expect(edges).toEqual(spans.length > 0 ? [clock.startedAt, ...spans.map(({ to }) => to)] : [])
        if (clock.startedAt < until) expect(spans.length).toBeGreaterThan(0)
        expect(spans.at(-1)?.usedMs ?? 0).toBe(clock.usedMs)
        const hours = clock.runsOn === 'working-time' ? given.calendar : aroundTheClock
        for (const { from, because, code, counted } of spans) {
          const waits = facts.pauses.filter((p) => p.from <= from && (p.to === null || p.to > from)).map((p) => p.code)
          const isOpen = naivelyOpen(hours, msOf(from))
          expect(because).toBe(isOpen ? (waits.length > 0 ? 'waiting' : 'open') : 'closed')
          expect(counted).toBe(because === 'open')
          expect([null, ...waits]).toContain(code)
          expect(code === null).toBe(because !== 'waiting')
        }
      }),
      { numRuns: 100 },
    )
  })
})
