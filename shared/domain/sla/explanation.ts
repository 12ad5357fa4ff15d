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
  const cuts = [...edges].sort()
  let usedMs = 0
  return cuts
    .slice(1)
    .map((to, i) => {
      const from = cuts[i] ?? clock.startedAt
      const pause = facts.pauses.find((p) => p.from <= from && (p.to === null || p.to >= to))
      const isOpen = open.some((span) => span.from <= from && span.to >= to)
      const counted = isOpen && !pause
      if (counted) usedMs += msOf(to) - msOf(from)
      const because = !isOpen ? ('closed' as const) : pause ? ('waiting' as const) : ('open' as const)
      return { from, to, counted, because, code: pause?.code ?? null, usedMs }
    })
    .slice(-MAX_SPANS)
}
