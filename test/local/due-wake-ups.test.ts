import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openClock } from '../../local/clock.ts'
import { dueWakeUps } from '../../local/due-wake-ups.ts'
import { memoryShelf } from '../../local/shelf.ts'
import { DUE_SHARDS } from '../../shared/application/ports.ts'
import { type Instant, msOf, plus } from '../../shared/domain/instant.ts'

const START = '2026-03-02T01:00:00.000Z'
const MINUTE_MS = 60_000

/** Records by id with the time they want to be woken at, spread over the shards. */
const rig = async (
  wishes: Record<string, Instant>,
  onWake: (id: string, now: Instant) => Instant | null,
  awake: Promise<void> = Promise.resolve(),
) => {
  const wakeAt = new Map(Object.entries(wishes))
  const shardOf = (id: string) => (id.codePointAt(0) ?? 0) % DUE_SHARDS
  const clock = await openClock(memoryShelf(), START, () => 0)
  const woken: { id: string; lateMs: number; wished: Instant }[] = []
  const errors: string[] = []
  let settlings = 0
  const wakeUps = dueWakeUps({
    store: {
      due: async (shard, now, limit) =>
        [...wakeAt]
          .filter(([id, at]) => shardOf(id) === shard && at <= now)
          .sort(([, a], [, b]) => (a < b ? -1 : 1))
          .slice(0, limit)
          .map(([id, at]) => ({ key: { kind: 'ticket' as const, id }, wakeAt: at })),
    },
    clock,
    wake: async ({ id }, at) => {
      woken.push({ id, wished: at, lateMs: msOf(clock.now()) - msOf(at) })
      await awake
      const next = onWake(id, clock.now())
      if (next === null) wakeAt.delete(id)
      else wakeAt.set(id, next)
    },
    settled: async () => {
      settlings += 1
    },
    log: {
      info: () => undefined,
      error: (message, _error, { record = '' } = {}) => errors.push(`${message} ${record}`),
    },
  })
  return { wakeUps, clock, woken, errors, wakeAt, settlings: () => settlings }
}

test('the clock stops at every wake-up on the way, in order, also at those that only come up there [SLA-6]', async () => {
  const at = (minutes: number) => plus(START, minutes * MINUTE_MS)
  const { wakeUps, clock, woken, settlings } = await rig({ b: at(20), a: at(10), z: at(300) }, (id) =>
    id === 'a' ? at(15) : null,
  )
  await wakeUps.advance(60 * 60)
  expect(woken.map(({ id, wished }) => [id, wished])).toEqual([
    ['a', at(10)],
    ['a', at(15)],
    ['b', at(20)],
  ])
  for (const { lateMs } of woken) expect(lateMs).toBe(0)
  expect(clock.now()).toBe(at(60))
  expect(settlings()).toBe(4)
})

test('a record that stays due is passed over, logged once, and holds up nobody', async () => {
  const stuckAt = plus(START, -MINUTE_MS)
  const { wakeUps, woken, errors } = await rig({ i: stuckAt, a: plus(START, MINUTE_MS) }, (id) =>
    id === 'i' ? stuckAt : null,
  )
  await wakeUps.advance(3600)
  expect(woken.map(({ id }) => id)).toEqual(['i', 'a'])
  expect(errors).toEqual(['stays due after its wake-up ticket i'])
})

test('a record that asks for ever is stopped', async () => {
  const { wakeUps, woken, errors } = await rig({ a: START }, (_, now) => plus(now, 1))
  await wakeUps.advance(3600)
  expect(woken).toHaveLength(2_000)
  expect(errors).toHaveLength(1)
})

test('more than a page of stuck records in a shard does not hide the one behind them', async () => {
  const stuck = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a${index}`, plus(START, index)]))
  const { wakeUps, woken } = await rig({ ...stuck, ab: plus(START, MINUTE_MS) }, (id) =>
    id === 'ab' ? null : (stuck[id] ?? null),
  )
  await wakeUps.advance(3600)
  expect(woken.at(-1)?.id).toBe('ab')
})

test('a failing wake-up fails nobody else', async () => {
  const { wakeUps, woken, errors } = await rig({ a: START, b: plus(START, 1) }, (id) => {
    if (id === 'a') throw new Error('broken')
    return null
  })
  await wakeUps.catchUp()
  await wakeUps.advance(1)
  expect(woken.map(({ id }) => id)).toContain('b')
  expect(errors[0]).toBe('a wake-up failed ')
})

test('two who move the clock at once move it one after the other, never back', async () => {
  const { wakeUps, clock } = await rig({}, () => null)
  await Promise.all([wakeUps.advance(3600), wakeUps.advance(60), wakeUps.catchUp()])
  const aheadMs = msOf(clock.now()) - msOf(START)
  expect(aheadMs).toBeGreaterThanOrEqual(3_660_000)
  await clock.moveTo(START)
  expect(msOf(clock.now())).toBeGreaterThanOrEqual(msOf(START) + aheadMs)
})

test('nothing is at rest while somebody is being woken', async () => {
  const awake = Promise.withResolvers<void>()
  const { wakeUps } = await rig({ a: START }, () => null, awake.promise)
  expect(await wakeUps.ended()).toBe(false)
  const sweep = wakeUps.catchUp()
  let hasEnded = false
  const ended = wakeUps.ended().finally(() => {
    hasEnded = true
  })
  await nextTurn()
  expect(hasEnded).toBe(false)
  awake.resolve()
  await sweep
  expect([await ended, await wakeUps.ended()]).toEqual([true, false])
})

test('the clock keeps its offset for the next desk', async () => {
  const shelf = memoryShelf()
  const clock = await openClock(shelf)
  await clock.moveTo(plus(clock.now(), 7_200_000))
  const next = await openClock(shelf)
  expect(Math.abs(next.offsetSeconds() - 7_200)).toBeLessThanOrEqual(1)
})
