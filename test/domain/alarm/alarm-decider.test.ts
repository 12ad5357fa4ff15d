import { expect, test } from 'vitest'
import { type AlarmCommand, alarmDecider } from '../../../shared/domain/alarm/alarm-decider.ts'
import { plus } from '../../../shared/domain/instant.ts'
import { MONITORING } from '../../../shared/domain/people/actor.ts'
import { MONDAY_9 } from '../../support/ticket-fixtures.ts'

const context = { now: plus(MONDAY_9, 60_000), actor: MONITORING, newId: () => '' }
const meta = { at: context.now, actor: { kind: 'system', id: 'monitoring', name: 'monitoring' } } as const
const ok = (changedAt: string): AlarmCommand => ({ type: 'note-ok', changedAt })

test('the newest OK of an alarm without an incident is remembered; older and double ones change nothing [INT-8]', () => {
  const [noted] = alarmDecider.decide(null, ok(MONDAY_9), context)
  if (!noted) throw new Error('nothing was noted')
  const memory = alarmDecider.evolve(null, noted, meta)
  expect(memory).toEqual({ okAt: MONDAY_9, updatedAt: context.now })
  expect(alarmDecider.decide(memory, ok(MONDAY_9), context)).toEqual([])
  expect(alarmDecider.decide(memory, ok(plus(MONDAY_9, -1)), context)).toEqual([])
  expect(alarmDecider.decide(memory, ok(plus(MONDAY_9, 1)), context)).toHaveLength(1)
  expect([alarmDecider.passTime(memory, context), alarmDecider.wakeAt(memory, context)]).toEqual([[], null])
})
