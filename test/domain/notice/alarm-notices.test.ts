import { describe, expect, test } from 'vitest'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import type { AlarmWatch } from '../../../shared/domain/ticket/alarm-watch.ts'
import { watchOf } from '../../../shared/domain/ticket/evolve-alarm.ts'
import { AGENT, BY_CLOCK, planningOf, recorded } from './desk-at-work.ts'
import { change, escalated, network, resolution, told } from './told.ts'

const alarm: AlarmWatch = watchOf(change)
const muted: AlarmWatch = { ...alarm, muted: true }

describe('alarm tickets', () => {
  const machine = { ...recorded.requester, personId: null, email: null }

  test('that resolve by themselves ask nobody to confirm [INT-8]', () => {
    const resolved = { type: 'resolved', resolution, category: 'vpn', bySystem: true, told: ['wang'] } as const
    expect(told(resolved, BY_CLOCK, { alarm })).toEqual(['wang handed-over'])
  })

  test('that flap tell nobody what the alarm does, but what was promised still escalates [INT-8]', () => {
    const quiet = { alarm: muted, requester: machine }
    const returned = { type: 'alarm-returned', change, backTo: 'assigned', mutes: true, told: ['wang'] } as const
    expect(told(returned, BY_CLOCK, quiet)).toEqual([])
    expect(told({ type: 'assigned', ...network, told: ['wang'] }, BY_CLOCK, quiet)).toEqual([])
    expect(told({ type: 'assigned', ...network, told: ['wang'] }, AGENT, quiet)).toEqual(['wang assigned'])
    expect(told(escalated, BY_CLOCK, quiet)).toContain('call zhao escalated')
    expect(told(returned, BY_CLOCK, { ...quiet, alarm })).toEqual(['wang alarm-returned'])
  })

  test('whose watch is gone still say what came back [INT-8]', () => {
    const returned = { type: 'alarm-returned', change, backTo: 'assigned', mutes: false, told: ['wang'] } as const
    expect(noticesFor(planningOf(returned, BY_CLOCK))[0]?.message).toMatchObject({ alarm: 'cpu', occurrences: 1 })
  })
})
