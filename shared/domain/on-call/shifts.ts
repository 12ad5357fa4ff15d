import { type Instant, instantOf, msOf } from '../instant.ts'
import { aroundTheClock } from '../sla/calendar-24x7.ts'
import { type MsInterval, union, without } from '../sla/ms-interval.ts'
import { openTimeOf } from '../sla/open-time.ts'
import { type Calendars, windowEdges } from './duty-windows.ts'
import type { Rota } from './rota.ts'
import { handOvers, lifeOf } from './turns.ts'
import { clockPeriods } from './wall-clock.ts'
import { whoIsOnCall } from './who-is-on-call.ts'

/** The same people, from `from` until just before `to`. */
export type Shift = { readonly from: Instant; readonly to: Instant; readonly people: readonly string[] }

export type Gap = Pick<Shift, 'from' | 'to'>

/** Every instant of the span at which other people may be on duty than just before. */
const changesIn = (rota: Rota, { fromMs, toMs }: MsInterval): readonly number[] => {
  const { timeZone, layers, overrides } = rota
  const periods = clockPeriods(timeZone, fromMs, toMs)
  const edges = layers.flatMap((layer) =>
    periods.flatMap((period) =>
      windowEdges(layer, Math.max(fromMs, period.fromMs) + period.offsetMs, period.toMs + period.offsetMs)
        .map((wall) => wall - period.offsetMs)
        .filter((ms) => period.fromMs <= ms && ms < period.toMs),
    ),
  )
  const turns = layers.flatMap((layer) => {
    const life = lifeOf(layer, timeZone)
    const span = [Math.max(fromMs, life.fromMs), Math.min(toMs, life.toMs)] as const
    return [life.fromMs, life.toMs, ...(span[0] < span[1] ? handOvers(layer, timeZone, ...span) : [])]
  })
  const all = [
    ...periods.map((period) => period.fromMs),
    ...edges,
    ...turns,
    ...overrides.flatMap(({ from, to }) => [msOf(from), msOf(to)]),
  ].filter((ms) => fromMs < ms && ms < toMs)
  return [fromMs, ...new Set(all.toSorted((a, b) => a - b))]
}

/** ONC-1: who is on duty from `from` to `to`, in order; in between two of them that do not touch there is a gap. */
export const shiftsBetween = (rota: Rota, from: Instant, to: Instant, calendars: Calendars): readonly Shift[] => {
  if (msOf(from) >= msOf(to)) return []
  const changes = changesIn(rota, { fromMs: msOf(from), toMs: msOf(to) })
  const shifts: Shift[] = []
  for (const [index, ms] of changes.entries()) {
    const people = whoIsOnCall(rota, instantOf(ms), calendars)
    const next = { from: instantOf(ms), to: instantOf(changes[index + 1] ?? msOf(to)), people }
    const last = shifts.at(-1)
    if (last?.to === next.from && last.people.join() === people.join())
      shifts[shifts.length - 1] = { ...last, to: next.to }
    else if (people.length > 0) shifts.push(next)
  }
  return shifts
}

/**
 * ONC-1: when from `from` to `to` somebody has to be on duty and nobody is.
 * @param isThere whether a person can be on duty at all; whoever has left cannot
 */
export const gaps = (
  rota: Rota,
  from: Instant,
  to: Instant,
  calendars: Calendars,
  isThere: (person: string) => boolean = () => true,
): readonly Gap[] => {
  const staffed = shiftsBetween(rota, from, to, calendars)
    .filter(({ people }) => people.some(isThere))
    .map((shift) => ({ fromMs: msOf(shift.from), toMs: msOf(shift.to) }))
  const calendar = calendars.get(rota.neededDuring ?? '')?.value ?? aroundTheClock
  return openTimeOf(calendar)
    .spans({ fromMs: msOf(from), toMs: msOf(to) })
    .flatMap((needed) => without(needed, union(staffed)))
    .map(({ fromMs, toMs }) => ({ from: instantOf(fromMs), to: instantOf(toMs) }))
}
