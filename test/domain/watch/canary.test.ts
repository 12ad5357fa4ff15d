import { describe, expect, test } from 'vitest'
import { DESK } from '../../../shared/domain/people/actor.ts'
import {
  type Canary,
  type CanaryCommand,
  canaryDecider,
  canaryInReason,
  canaryNumber,
  canaryReason,
  isCanaryAlarm,
  isCanaryNumber,
  slotOf,
} from '../../../shared/domain/watch/canary.ts'

const AT = '2026-03-02T01:00:20.000Z'
const context = (now: string) => ({ now, actor: DESK, newId: () => 'id' })

const after = (canary: Canary | null, command: CanaryCommand, now = AT): Canary | null =>
  canaryDecider
    .decide(canary, command, context(now))
    .reduce<Canary | null>(
      (state, event) =>
        canaryDecider.evolve(state, event, { at: now, actor: { kind: 'system', id: 'desk', name: 'desk' } }),
      canary,
    )

const release = { type: 'release', road: 'mail', number: 'CAN-2026-1' } as const
const released = after(null, release) as Canary
const arrived = after(released, { type: 'note-arrival' }) as Canary

describe('a canary', () => {
  test('is released once, arrives once, and was released before it arrives', () => {
    expect(canaryDecider.decide(released, release, context(AT))).toEqual([])
    expect(canaryDecider.decide(arrived, { type: 'note-arrival' }, context(AT))).toEqual([])
    expect(canaryDecider.decide(null, { type: 'note-arrival' }, context(AT))).toEqual([])
    expect(canaryDecider.decide(arrived, { type: 'wake' }, context(AT))).toEqual([])
  })

  test('wants to be woken when a minute that is more than one away ends: that is for the scheduler', () => {
    expect(canaryDecider.wakeAt(released, context(AT))).toBeNull()
    expect(canaryDecider.wakeAt(arrived, context(AT))).toBe('2026-03-02T01:02:00.000Z')
  })

  test('is woken when it is time, and then at rest', () => {
    expect(canaryDecider.passTime(arrived, context('2026-03-02T01:01:59.000Z'))).toEqual([])
    const [woken] = canaryDecider.passTime(arrived, context('2026-03-02T01:02:00.000Z'))
    const meta = { at: '2026-03-02T01:02:00.000Z', actor: { kind: 'system', id: 'clock', name: 'clock' } } as const
    const done = woken && canaryDecider.evolve(arrived, woken, meta)
    expect(done).toMatchObject({ arrivedAt: AT, wokenAt: '2026-03-02T01:02:00.000Z' })
    expect(done && canaryDecider.wakeAt(done, context(AT))).toBeNull()
    expect(done && canaryDecider.passTime(done, context('2026-03-03T00:00:00.000Z'))).toEqual([])
  })
})

test('its number is one of ten minutes, and none of a ticket', () => {
  expect(canaryNumber(slotOf('2026-03-02T01:09:59.000Z'))).toBe(canaryNumber(slotOf('2026-03-02T01:00:00.000Z')))
  expect(canaryNumber(slotOf(AT))).toMatch(/^CAN-2026-\d{7}$/)
  expect([canaryNumber(slotOf(AT)), 'INC-2026-000001'].map(isCanaryNumber)).toEqual([true, false])
})

test('it is read from the reason of an alarm of this desk only', () => {
  const reason = canaryReason('CAN-2026-2954166', 'desk@desk.test')
  expect(canaryInReason(reason, 'desk@desk.test')).toBe('CAN-2026-2954166')
  expect(canaryInReason(reason, 'desk@other.test')).toBeNull()
  expect(canaryInReason('Threshold Crossed', 'desk@desk.test')).toBeNull()
  expect(['firstline-live-canary', 'firstline-live-Mail', 'my-canary'].map(isCanaryAlarm)).toEqual([true, false, false])
})
