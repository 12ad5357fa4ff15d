import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../shared/domain/instant.ts'
import type { Shift } from '../../../shared/domain/on-call/shifts.ts'
import { gaps, shiftsBetween } from '../../../shared/domain/on-call/shifts.ts'
import { onCallOrder, whoIsOnCall } from '../../../shared/domain/on-call/who-is-on-call.ts'
import { arbitraryRota, WALK_BEFORE_MS } from './arbitrary-rota.ts'
import { QUARTER_MS, walkRota } from './naive-rota.ts'

const RUNS = { numRuns: 150 }

/** Quarters one after the other with the same people are one shift. */
const naiveShifts = (
  steps: Iterable<{ readonly ms: number; readonly people: readonly string[] }>,
): readonly Shift[] => {
  const shifts: Shift[] = []
  for (const { ms, people } of steps) {
    const last = shifts.at(-1)
    const shift = { from: instantOf(ms), to: instantOf(ms + QUARTER_MS), people }
    if (last?.to === shift.from && last.people.join() === people.join())
      shifts[shifts.length - 1] = { ...last, to: shift.to }
    else if (people.length > 0) shifts.push(shift)
  }
  return shifts
}

type Scene = Parameters<Parameters<(typeof arbitraryRota)['map']>[0]>[0]

const stepsOf = ({ rota, calendar, fromMs, toMs }: Scene) =>
  [...walkRota(rota, new Map([['any', { value: calendar }]]), fromMs - WALK_BEFORE_MS, toMs)].filter(
    ({ ms }) => ms >= fromMs,
  )

describe('a rota against somebody who looks at the clock on the wall', () => {
  test('the same people are on duty at every moment, over every change of the clocks [ONC-1]', () => {
    fc.assert(
      fc.property(arbitraryRota, (scene) => {
        const calendars = new Map([['any', { value: scene.calendar }]])
        for (const { ms, people } of stepsOf(scene)) {
          expect({ at: instantOf(ms), people: whoIsOnCall(scene.rota, instantOf(ms), calendars) }).toEqual({
            at: instantOf(ms),
            people,
          })
        }
      }),
      RUNS,
    )
  })

  test('shifts are the stretches with the same people, gaps those with nobody [ONC-1]', () => {
    fc.assert(
      fc.property(arbitraryRota, (scene) => {
        const { rota, calendar, fromMs, toMs } = scene
        const calendars = new Map([['any', { value: calendar }]])
        const steps = stepsOf(scene)
        const span = [instantOf(fromMs), instantOf(toMs)] as const
        expect(shiftsBetween(rota, ...span, calendars)).toEqual(naiveShifts(steps))
        const nobody = steps.map(({ ms, people }) => ({ ms, people: people.length === 0 ? ['nobody'] : [] }))
        expect(gaps(rota, ...span, calendars)).toEqual(naiveShifts(nobody).map(({ from, to }) => ({ from, to })))
      }),
      RUNS,
    )
  })

  test('asked first is whoever is on duty, nobody twice, and nobody in a gap [ONC-1]', () => {
    fc.assert(
      fc.property(arbitraryRota, ({ rota, calendar, fromMs }) => {
        const calendars = new Map([['any', { value: calendar }]])
        const onDuty = whoIsOnCall(rota, instantOf(fromMs), calendars)
        const order = onCallOrder(rota, instantOf(fromMs), calendars)
        expect(order.slice(0, onDuty.length)).toEqual(onDuty)
        expect(new Set(order).size).toBe(order.length)
        expect(order.length > 0).toBe(onDuty.length > 0)
      }),
      RUNS,
    )
  })
})
