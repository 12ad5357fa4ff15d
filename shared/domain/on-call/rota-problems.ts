import { msOf } from '../instant.ts'
import { wallMs } from '../sla/hours-of-date.ts'
import { isTimeZone } from '../sla/zone-offsets.ts'
import type { Layer, Override, Rota } from './rota.ts'

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return /^[12]\d{3}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`)
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const isEndOfWindow = (text: string): boolean => isTime(text) || text === '24:00'

const layerProblems = (layer: Layer, index: number): readonly string[] => {
  const { startsOn, endsOn, handOverAt, windows, holidays, calendar, atOnce, participants } = layer
  const where = `layer ${index + 1}`
  const broken = windows.filter(({ from, to }) => !isTime(from) || !isEndOfWindow(to) || wallMs(to) === wallMs(from))
  return [
    ...[startsOn, ...(endsOn === null ? [] : [endsOn])]
      .filter((date) => !isDate(date))
      .map((date) => `"${date}" is not a date (YYYY-MM-DD)`),
    ...(isTime(handOverAt) ? [] : [`"${handOverAt}" is not a time of day (HH:MM)`]),
    ...(endsOn !== null && endsOn <= startsOn ? [`it must end after ${startsOn}, the day it starts on`] : []),
    ...broken.map(({ from, to }) => `"${from}"–"${to}" is no window: HH:MM to another HH:MM, or to 24:00`),
    ...(holidays !== 'ignored' && calendar === null ? ['name the calendar whose holidays count'] : []),
    ...(new Set(participants).size === participants.length ? [] : ['somebody is in it twice']),
    ...(participants.length > 0 && atOnce > participants.length
      ? [`${atOnce} are to be on duty at once, of ${participants.length}`]
      : []),
  ].map((problem) => `${where}: ${problem}`)
}

/** What keeps the override from meaning anything, as a readable sentence; null when it is fine [ONC-1]. */
export const overrideProblem = ({ id, from, to, person, replaces }: Override): string | null => {
  if (msOf(to) <= msOf(from)) return `override ${id} must end after it begins`
  return person === replaces ? `override ${id} replaces ${person} by ${person}` : null
}

/** What keeps the rota from being used, one readable sentence each; none when it is fine [ONC-1]. */
export const rotaProblems = ({ timeZone, layers, overrides }: Rota): readonly string[] => [
  ...(isTimeZone(timeZone) ? [] : [`"${timeZone}" is not a time zone`]),
  ...layers.flatMap(layerProblems),
  ...overrides.map(overrideProblem).filter((problem) => problem !== null),
  ...(new Set(overrides.map(({ id }) => id)).size === overrides.length ? [] : ['two overrides have the same id']),
]
