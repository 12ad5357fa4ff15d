import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import type { Priority } from '../../../shared/domain/priority/grade.ts'
import type { Policy, Step } from '../../../shared/domain/setting/policy.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import {
  type ClockFacts,
  clocks,
  nextClock,
  remainingMinutes,
  stepClock,
  warnAt,
} from '../../../shared/domain/sla/clock.ts'
import { inShanghai, MONDAY_9 } from '../../support/ticket-fixtures.ts'

const judged = { policy: defaultPolicy, calendar: chinaOfficeHours }

const facts = (priority: Priority, more: Partial<ClockFacts> = {}): ClockFacts => ({
  state: 'recorded',
  priority,
  grades: [{ at: MONDAY_9, priority }],
  recordedAt: MONDAY_9,
  assignedAt: null,
  respondedAt: null,
  resolvedAt: null,
  confirmedAt: null,
  closedAt: null,
  pauses: [],
  ...more,
})

const clockOf = (of: ClockFacts, step: Step, now: Instant, policy: Policy = defaultPolicy) => {
  const clock = stepClock(of, step, { ...judged, policy }, now)
  if (!clock) throw new Error(`no ${step} clock`)
  return clock
}

const duesOf = (priority: Priority) =>
  Object.fromEntries(clocks(facts(priority), judged, MONDAY_9).map(({ step, dueAt }) => [step, dueAt]))

const onMonday = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)

describe('promises', () => {
  test('are those of the priority, on its clock [SLA-1]', () => {
    expect(duesOf(1)).toEqual({ assign: onMonday('09:05'), respond: onMonday('09:15'), restore: onMonday('13:00') })
    expect(duesOf(2)).toEqual({ assign: onMonday('09:15'), respond: onMonday('09:30'), restore: onMonday('17:00') })
    expect(duesOf(3)).toEqual({
      assign: onMonday('09:30'),
      respond: onMonday('11:00'),
      restore: inShanghai('2026-03-04 10:00'),
    })
    expect(duesOf(4)).toEqual({
      assign: onMonday('10:00'),
      respond: onMonday('14:30'),
      restore: inShanghai('2026-03-09 11:30'),
    })
  })

  test('a priority 3 recorded at night is counted from the morning, a priority 1 at once [SLA-1]', () => {
    const recordedAt = inShanghai('2026-03-07 23:00')
    const respond = (priority: Priority) => clockOf(facts(priority, { recordedAt }), 'respond', recordedAt).dueAt
    expect(respond(1)).toBe(inShanghai('2026-03-07 23:15'))
    expect(respond(3)).toBe(inShanghai('2026-03-09 11:00'))
  })

  test('a step without a target has no clock; confirmation is counted from the resolution [SLA-1]', () => {
    expect(stepClock(facts(1, { resolvedAt: onMonday('10:00') }), 'confirm', judged, onMonday('11:00'))).toBeNull()
    const targets = { ...defaultPolicy.targets, 3: { ...defaultPolicy.targets[3], confirmMinutes: 60 } }
    const policy = { ...defaultPolicy, targets }
    expect(stepClock(facts(3), 'confirm', { ...judged, policy }, onMonday('11:00'))).toBeNull()
    const resolved = facts(3, { resolvedAt: onMonday('11:30') })
    expect(clockOf(resolved, 'confirm', onMonday('14:00'), policy)).toMatchObject({
      startedAt: onMonday('11:30'),
      dueAt: onMonday('14:00'),
      endedAt: null,
    })
    const confirmed = { ...resolved, confirmedAt: onMonday('11:40') }
    expect(clockOf(confirmed, 'confirm', onMonday('17:00'), policy).metAt).toBe(onMonday('11:40'))
    const closed = { ...resolved, closedAt: onMonday('11:50') }
    expect(clockOf(closed, 'confirm', onMonday('17:00'), policy).metAt).toBe(onMonday('11:50'))
  })

  test('a step that never came ends with the resolution, or with the ticket [SLA-2]', () => {
    const resolvedAt = onMonday('09:10')
    for (const step of ['assign', 'respond', 'restore'] as const) {
      expect(clockOf(facts(3, { resolvedAt }), step, onMonday('17:00')).endedAt).toBe(resolvedAt)
      const closedAt = onMonday('09:20')
      expect(clockOf(facts(3, { closedAt }), step, onMonday('17:00')).endedAt).toBe(closedAt)
    }
    const own = facts(3, { assignedAt: onMonday('09:01'), respondedAt: onMonday('09:02'), resolvedAt })
    expect(clockOf(own, 'assign', onMonday('17:00')).endedAt).toBe(onMonday('09:01'))
    expect(clockOf(own, 'respond', onMonday('17:00')).endedAt).toBe(onMonday('09:02'))
  })
})

describe('a clock', () => {
  test('is met at its due time and missed just after [SLA-4]', () => {
    const dueAt = onMonday('09:15')
    const at = (respondedAt: Instant) => clockOf(facts(1, { respondedAt }), 'respond', onMonday('17:00'))
    expect(at(dueAt)).toMatchObject({ metAt: dueAt, missedAt: null, leftMs: 0 })
    expect(at(plus(dueAt, 1))).toMatchObject({ metAt: null, missedAt: dueAt, leftMs: -1 })
    expect(clockOf(facts(1), 'respond', dueAt)).toMatchObject({ metAt: null, missedAt: null, endedAt: null })
    expect(clockOf(facts(1), 'respond', plus(dueAt, 1))).toMatchObject({ missedAt: dueAt, endedAt: null })
  })

  test('tells what is used and what is left, and goes no further once the step is done [SLA-4]', () => {
    const now = onMonday('10:00')
    expect(clockOf(facts(3), 'restore', now)).toMatchObject({ usedMs: 3_600_000, leftMs: 15 * 3_600_000 })
    expect(remainingMinutes(clockOf(facts(3), 'restore', plus(now, 1)))).toBe(15 * 60 - 1)
    expect(remainingMinutes(clockOf(facts(1), 'respond', onMonday('09:15')))).toBe(0)
    expect(remainingMinutes(clockOf(facts(1), 'respond', plus(onMonday('09:15'), 1)))).toBe(-1)
    const done = facts(3, { respondedAt: onMonday('09:10') })
    expect(clockOf(done, 'respond', onMonday('17:00'))).toMatchObject({ usedMs: 600_000, metAt: onMonday('09:10') })
  })

  test('stands still while the ticket waits, and its due time is not known until it goes on [WAI-3]', () => {
    const open = facts(3, { pauses: [{ from: onMonday('10:00'), to: null, code: 'vendor' }] })
    expect(clockOf(open, 'respond', onMonday('17:00'))).toMatchObject({
      dueAt: null,
      missedAt: null,
      paused: true,
      usedMs: 3_600_000,
      provisional: false,
    })
    expect(nextClock(open, judged, onMonday('17:00'))?.dueAt).toBe(onMonday('09:30'))
    const over = facts(3, { pauses: [{ from: onMonday('10:00'), to: onMonday('11:00'), code: 'vendor' }] })
    expect(clockOf(over, 'respond', onMonday('17:00'))).toMatchObject({ dueAt: onMonday('12:00'), paused: false })
    const finished = { ...open, respondedAt: onMonday('09:50') }
    expect(clockOf(finished, 'respond', onMonday('17:00')).paused).toBe(false)
  })

  test('a pause outside working time changes nothing [WAI-3]', () => {
    const lunch = { from: onMonday('12:00'), to: onMonday('13:30'), code: 'vendor' }
    const night = { from: onMonday('18:00'), to: inShanghai('2026-03-03 09:00'), code: 'vendor' }
    const paused = clockOf(facts(3, { pauses: [lunch, night] }), 'restore', inShanghai('2026-03-05 09:00'))
    expect(paused).toEqual(clockOf(facts(3), 'restore', inShanghai('2026-03-05 09:00')))
  })

  test('a re-grade re-targets what runs from the original start and keeps all waiting time [SLA-4] [PRI-6]', () => {
    const pauses = [{ from: onMonday('09:10'), to: onMonday('09:20'), code: 'vendor' }]
    const grades = [
      { at: MONDAY_9, priority: 3 },
      { at: onMonday('09:30'), priority: 1 },
    ] as const
    const regraded = facts(1, { grades, pauses, respondedAt: onMonday('09:25') })
    expect(clockOf(regraded, 'restore', onMonday('09:40'))).toMatchObject({
      targetMinutes: 240,
      startedAt: MONDAY_9,
      dueAt: onMonday('13:10'),
    })
  })

  test('a step that was done is judged by the grade of that moment [SLA-4]', () => {
    const grades = [
      { at: MONDAY_9, priority: 3 },
      { at: onMonday('09:30'), priority: 1 },
    ] as const
    const respond = (respondedAt: Instant) => clockOf(facts(1, { grades, respondedAt }), 'respond', onMonday('17:00'))
    expect(respond(onMonday('09:29'))).toMatchObject({ targetMinutes: 120, missedAt: null })
    expect(respond(onMonday('09:30'))).toMatchObject({ targetMinutes: 15, missedAt: onMonday('09:15') })
    const unknown = facts(2, { grades: [], respondedAt: onMonday('09:01') })
    expect(clockOf(unknown, 'respond', onMonday('17:00')).targetMinutes).toBe(30)
  })

  test('warns when so much of the target is used up, waiting left out [SLA-5] [WAI-3]', () => {
    const warning = (of: ClockFacts, percent = 80) =>
      warnAt(of, clockOf(of, 'respond', onMonday('09:00')), judged, percent)
    expect(warning(facts(1))).toBe(onMonday('09:12'))
    expect(warning(facts(3))).toBe(onMonday('10:36'))
    expect(warning(facts(1), 50)).toBe(plus(onMonday('09:07'), 30_000))
    const pauses = [{ from: onMonday('09:10'), to: onMonday('09:40'), code: 'vendor' }]
    expect(warning(facts(3, { pauses }))).toBe(onMonday('11:06'))
    expect(warning(facts(3, { pauses: [{ from: onMonday('09:10'), to: null, code: 'vendor' }] }))).toBeNull()
  })

  test('past the published holidays the result is marked provisional [SLA-3]', () => {
    const late = (recordedAt: Instant) => clockOf(facts(3, { recordedAt }), 'restore', recordedAt).provisional
    expect(late(inShanghai('2026-12-31 09:00'))).toBe(true)
    expect(late(inShanghai('2026-12-28 09:00'))).toBe(false)
    expect(clockOf(facts(1, { recordedAt: inShanghai('2027-06-01 09:00') }), 'restore', MONDAY_9).provisional).toBe(
      false,
    )
  })

  test('the next promise is the earliest that is still open [PRI-8]', () => {
    expect(nextClock(facts(3), judged, onMonday('17:00'))?.dueAt).toBe(onMonday('09:30'))
    expect(nextClock(facts(3, { assignedAt: onMonday('09:05') }), judged, onMonday('09:10'))?.dueAt).toBe(
      onMonday('11:00'),
    )
    expect(nextClock(facts(3, { resolvedAt: onMonday('09:05') }), judged, onMonday('09:10'))).toBeNull()
    const row = { ...defaultPolicy.targets[3], assignMinutes: 120, respondMinutes: 30 }
    const policy = { ...defaultPolicy, targets: { ...defaultPolicy.targets, 3: row } }
    expect(nextClock(facts(3), { ...judged, policy }, MONDAY_9)?.dueAt).toBe(onMonday('09:30'))
  })
})
