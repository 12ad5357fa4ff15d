import { type Instant, latest, msOf } from '../instant.ts'
import { type ClockFacts, calendarFor, type Judged, type StepClock } from './clock.ts'
import { openSpans } from './working-time.ts'

/** One stretch of a clock's history: it ran, stood still while waiting, or the office was closed. */
export type ExplainedSpan = {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  readonly because: 'open' | 'waiting' | 'closed'
  /** The waiting code, for `waiting`. */
  readonly code: string | null
  /** Milliseconds used up by the end of this span. */
  readonly usedMs: number
}

const MAX_SPANS = 400

/** SLA-4: the clock explains itself, interval by interval, from its start to its end or `now`; the latest 400 at most. */
export const explain = (
  facts: ClockFacts,
  clock: StepClock,
  { calendar }: Judged,
  now: Instant,
): readonly ExplainedSpan[] => {
  const until = clock.endedAt ?? now
  const open = openSpans(calendarFor(clock.runsOn, calendar), clock.startedAt, until)
  const edges = new Set<Instant>([clock.startedAt, until])
  const clip = (at: Instant | null): Instant => (at === null || at > until ? until : latest(at, clock.startedAt))
  for (const { from, to } of [...open, ...facts.pauses]) {
    edges.add(clip(from))
    edges.add(clip(to))
  }
  let usedMs = 0
  return [...edges]
    .sort()
    .flatMap((from, i, cuts): readonly ExplainedSpan[] => {
      const to = cuts[i + 1]
      if (to === undefined) return []
      const pause = facts.pauses.find((p) => p.from <= from && (p.to === null || p.to >= to))
      const isOpen = open.some((span) => span.from <= from && span.to >= to)
      const counted = isOpen && !pause
      if (counted) usedMs += msOf(to) - msOf(from)
      const because = !isOpen ? 'closed' : pause ? 'waiting' : 'open'
      return [{ from, to, counted, because, code: isOpen && pause ? pause.code : null, usedMs }]
    })
    .slice(-MAX_SPANS)
}
