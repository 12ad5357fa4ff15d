import { type Instant, msOf } from '../instant.ts'
import { type Calendars, isInWindow } from './duty-windows.ts'
import type { Layer, Override, Rota } from './rota.ts'
import { inOrderAt, lifeOf } from './turns.ts'
import { wallAt } from './wall-clock.ts'

const hasSomebody = (layer: Layer, timeZone: string, ms: number, calendars: Calendars): boolean => {
  if (layer.participants.length === 0) return false
  const { fromMs, toMs } = lifeOf(layer, timeZone)
  return fromMs <= ms && ms < toMs && isInWindow(layer, wallAt(timeZone, ms), calendars)
}

const onDutyIn = ({ atOnce }: Layer, inOrder: readonly string[]): readonly string[] => inOrder.slice(0, atOnce)

/** Whoever is on duty already, or replaces nobody who is, is not there twice. */
const overridden = (onDuty: readonly string[], { person, replaces }: Override): readonly string[] => {
  if (replaces !== null && !onDuty.includes(replaces)) return onDuty
  const changed = replaces === null ? [...onDuty, person] : onDuty.map((each) => (each === replaces ? person : each))
  return [...new Set(changed)]
}

const overridesAt = ({ overrides }: Rota, ms: number): readonly Override[] =>
  overrides.filter(({ from, to }) => msOf(from) <= ms && ms < msOf(to))

const holdingAt = ({ layers, timeZone }: Rota, ms: number, calendars: Calendars): readonly Layer[] =>
  layers.filter((layer) => hasSomebody(layer, timeZone, ms, calendars)).toReversed()

/**
 * ONC-1: ids of the people on duty at the instant, empty in a gap: the turn of the last layer that has somebody, changed
 * by the overrides. Whether they still work here is not looked at.
 * @throws RangeError for an unknown zone
 */
export const whoIsOnCall = (rota: Rota, at: Instant, calendars: Calendars): readonly string[] => {
  const ms = msOf(at)
  const [top] = holdingAt(rota, ms, calendars)
  const planned = top ? onDutyIn(top, inOrderAt(top, rota.timeZone, ms)) : []
  return overridesAt(rota, ms).reduce(overridden, planned)
}

/**
 * ONC-1: in which order people are asked at the instant: those on duty, then those whose turns come next, layer by layer
 * from the one that holds. Somebody who is replaced then is not asked. Empty in a gap.
 */
export const onCallOrder = (rota: Rota, at: Instant, calendars: Calendars): readonly string[] => {
  const onDuty = whoIsOnCall(rota, at, calendars)
  if (onDuty.length === 0) return []
  const ms = msOf(at)
  const replaced = overridesAt(rota, ms).map(({ replaces }) => replaces)
  const turns = holdingAt(rota, ms, calendars).flatMap((layer) => inOrderAt(layer, rota.timeZone, ms))
  return [...new Set([...onDuty, ...turns.filter((person) => !replaced.includes(person))])]
}
