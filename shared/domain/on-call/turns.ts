import { DAY_MS, wallMs } from '../sla/hours-of-date.ts'
import type { Layer, TurnLength } from './rota.ts'
import { firstShown, latestWallAt } from './wall-clock.ts'

const HOUR_MS = 3_600_000

/** Wall-clock milliseconds of one turn. */
const turnMs = (turn: TurnLength): number => {
  if ('hours' in turn) return turn.hours * HOUR_MS
  return 'days' in turn ? turn.days * DAY_MS : turn.weeks * 7 * DAY_MS
}

const wallOf = (date: string, time: string): number => Date.parse(`${date}T00:00:00Z`) + wallMs(time)

const firstWall = ({ startsOn, handOverAt }: Layer): number => wallOf(startsOn, handOverAt)

/** When the layer begins and ends, in milliseconds since the epoch. */
export const lifeOf = (layer: Layer, timeZone: string): { readonly fromMs: number; readonly toMs: number } => ({
  fromMs: firstShown(timeZone, firstWall(layer)),
  toMs: layer.endsOn === null ? Number.POSITIVE_INFINITY : firstShown(timeZone, wallOf(layer.endsOn, layer.handOverAt)),
})

/** Counts the hand-overs until `ms`; the first turn is 0. */
const turnAt = (layer: Layer, timeZone: string, ms: number): number =>
  Math.floor((latestWallAt(timeZone, ms) - firstWall(layer)) / turnMs(layer.turn))

/** The participants as their turns come at `ms`, those whose turn it is first; each once. */
export const inOrderAt = (layer: Layer, timeZone: string, ms: number): readonly string[] => {
  const { participants, atOnce } = layer
  const first = (turnAt(layer, timeZone, ms) * atOnce) % participants.length
  return [...new Set([...participants.slice(first), ...participants.slice(0, first)])]
}

/** The hand-overs after `fromMs` and before `toMs`. */
export const handOvers = (layer: Layer, timeZone: string, fromMs: number, toMs: number): readonly number[] => {
  const found: number[] = []
  const lengthMs = turnMs(layer.turn)
  for (let turn = Math.max(0, turnAt(layer, timeZone, fromMs)); ; turn++) {
    const ms = firstShown(timeZone, firstWall(layer) + turn * lengthMs)
    if (ms >= toMs) return found
    if (ms > fromMs) found.push(ms)
  }
}
