import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, msOf } from '../../../shared/domain/instant.ts'
import { instantAfter, isOpen, nextOpen, openSpans, workingMsBetween } from '../../../shared/domain/sla/working-time.ts'
import { arbitraryScene } from './arbitrary-calendar.ts'
import { MINUTE_MS, naivelyOpen, naivelyReachedMs, naivelyWorkedMs, naiveSpans } from './minute-by-minute.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const byMinutes = arbitraryScene(MINUTE_MS, 3 * 24 * 60)
const bySeconds = arbitraryScene(1_000, 90 * 60)
const byMilliseconds = arbitraryScene(1, 4 * DAY_MS)

test('working time agrees with counting minute by minute, across clock changes and pauses [SLA-4] [WAI-3]', () => {
  fc.assert(
    fc.property(byMinutes, ({ calendar, fromMs, toMs, pauses }) => {
      expect(workingMsBetween(calendar, instantOf(fromMs), instantOf(toMs), pauses)).toBe(
        naivelyWorkedMs(calendar, fromMs, toMs, pauses),
      )
    }),
    { numRuns: 300 },
  )
})

test('working time agrees with counting second by second [SLA-4] [WAI-3]', () => {
  fc.assert(
    fc.property(bySeconds, ({ calendar, fromMs, toMs, pauses }) => {
      expect(workingMsBetween(calendar, instantOf(fromMs), instantOf(toMs), pauses)).toBe(
        naivelyWorkedMs(calendar, fromMs, toMs, pauses, 1_000),
      )
    }),
    { numRuns: 200 },
  )
})

test('due times agree with counting minute by minute until the target is used up [SLA-4] [WAI-3]', () => {
  fc.assert(
    fc.property(byMinutes, fc.integer({ min: 1, max: 2_000 }), ({ calendar, fromMs, pauses }, targetMinutes) => {
      const horizonMs = fromMs + 4 * DAY_MS
      const reached = instantAfter(calendar, instantOf(fromMs), targetMinutes * MINUTE_MS, pauses)
      const naive = naivelyReachedMs(targetMinutes * MINUTE_MS, calendar, fromMs, horizonMs, pauses)
      if (naive !== null || (reached !== null && msOf(reached) <= horizonMs))
        expect(reached && msOf(reached)).toBe(naive)
    }),
    { numRuns: 300 },
  )
})

test('open spans and openings agree with looking at the wall clock each minute [SLA-3]', () => {
  fc.assert(
    fc.property(byMinutes, ({ calendar, fromMs, toMs }) => {
      const spans = openSpans(calendar, instantOf(fromMs), instantOf(toMs))
      const naive = naiveSpans(calendar, fromMs, toMs, [])
      expect(spans.map(({ from, to }) => [msOf(from), msOf(to)])).toEqual(naive)
      expect(isOpen(calendar, instantOf(fromMs))).toBe(naivelyOpen(calendar, fromMs))
      const first = naive[0]?.[0]
      if (first !== undefined) expect(nextOpen(calendar, instantOf(fromMs))).toBe(instantOf(first))
    }),
    { numRuns: 300 },
  )
})

test('to the millisecond, a due time is the first moment with the target used up [SLA-4] [WAI-3]', () => {
  fc.assert(
    fc.property(byMilliseconds, fc.integer({ min: 1, max: DAY_MS }), ({ calendar, fromMs, pauses }, targetMs) => {
      const start = instantOf(fromMs)
      const dueAt = instantAfter(calendar, start, targetMs, pauses)
      fc.pre(dueAt !== null)
      if (dueAt === null) return
      expect(workingMsBetween(calendar, start, dueAt, pauses)).toBe(targetMs)
      expect(workingMsBetween(calendar, start, instantOf(msOf(dueAt) - 1), pauses)).toBe(targetMs - 1)
    }),
    { numRuns: 500 },
  )
})

test('a span counts as much as its parts, wherever it is cut [SLA-4]', () => {
  const farInstant = fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2029, 0) }).map(instantOf)
  fc.assert(
    fc.property(byMilliseconds, fc.array(farInstant, { minLength: 3, maxLength: 3 }), ({ calendar, pauses }, cuts) => {
      const [from = '', middle = '', to = ''] = cuts.sort()
      expect(workingMsBetween(calendar, from, middle, pauses) + workingMsBetween(calendar, middle, to, pauses)).toBe(
        workingMsBetween(calendar, from, to, pauses),
      )
    }),
    { numRuns: 200 },
  )
})
