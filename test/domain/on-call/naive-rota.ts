import type { Calendars } from '../../../shared/domain/on-call/duty-windows.ts'
import type { Layer, Rota } from '../../../shared/domain/on-call/rota.ts'
import { weekdays } from '../../../shared/domain/sla/calendar.ts'
import { wallMinute } from '../sla/minute-by-minute.ts'

/**
 * The rota's opponent: walks step by step, looks at the clock on the wall as Intl shows it, and hands over when it reads a
 * hand-over's time or more. Everything it knows of time zones is what that clock shows. Steps and wall-clock times are
 * whole quarters of an hour.
 */
export const QUARTER_MS = 15 * 60_000
const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

const turnMs = (turn: Layer['turn']): number =>
  'hours' in turn ? turn.hours * HOUR_MS : 'days' in turn ? turn.days * DAY_MS : turn.weeks * 7 * DAY_MS

/** '2026-03-29 02:00', and so many milliseconds later on a clock that nobody sets. */
const later = (wall: string, ms: number): string =>
  new Date(Date.parse(`${wall.replace(' ', 'T')}Z`) + ms).toISOString().slice(0, 16).replace('T', ' ')

const dayBefore = (date: string): string => later(`${date} 00:00`, -DAY_MS).slice(0, 10)
const weekdayOf = (date: string) => weekdays[(new Date(date).getUTCDay() + 6) % 7]

const isWorked = ({ holidays, calendar }: Layer, date: string, calendars: Calendars): boolean => {
  const known = calendars.get(calendar ?? '')?.value
  const isMadeUp = known?.makeUpDays.some(({ on }) => on === date)
  const isOff = known?.holidays.some(({ on }) => on === date) || known?.yearlyHolidays?.includes(date.slice(5))
  const isHoliday = Boolean(isOff) && !isMadeUp
  return holidays === 'ignored' || (holidays === 'off' ? !isHoliday : isHoliday)
}

const isOpen = (layer: Layer, date: string, time: string, calendars: Calendars): boolean => {
  if (layer.windows.length === 0) return isWorked(layer, date, calendars)
  return layer.windows.some(({ days, from, to }) => {
    const beganOn = (day: string) => days.some((each) => each === weekdayOf(day)) && isWorked(layer, day, calendars)
    const yesterday = dayBefore(date)
    const isOvernight = to <= from
    const today = beganOn(date) && from <= time && (isOvernight || time < to)
    return today || (isOvernight && beganOn(yesterday) && time < to)
  })
}

const walkLayer = (layer: Layer) => {
  let turn = -1
  let isOver = false
  const first = `${layer.startsOn} ${layer.handOverAt}`
  return (date: string, time: string, calendars: Calendars): readonly string[] => {
    const shown = `${date} ${time}`
    while (shown >= later(first, (turn + 1) * turnMs(layer.turn))) turn += 1
    if (layer.endsOn && shown >= `${layer.endsOn} ${layer.handOverAt}`) isOver = true
    if (turn < 0 || isOver || layer.participants.length === 0 || !isOpen(layer, date, time, calendars)) return []
    return Array.from(
      { length: layer.atOnce },
      (_, place) => layer.participants[(turn * layer.atOnce + place) % layer.participants.length] ?? '',
    )
  }
}

const overridden = (rota: Rota, planned: readonly string[], ms: number): readonly string[] => {
  let people = [...planned]
  for (const { from, to, person, replaces } of rota.overrides) {
    if (ms < Date.parse(from) || ms >= Date.parse(to)) continue
    if (replaces === null) people.push(person)
    else if (people.includes(replaces)) people = people.map((each) => (each === replaces ? person : each))
    people = people.filter((each, index) => people.indexOf(each) === index)
  }
  return people
}

/** Each quarter of an hour of [fromMs, toMs) and who is on duty; `fromMs` must lie before the first layer begins. */
export function* walkRota(rota: Rota, calendars: Calendars, fromMs: number, toMs: number) {
  const walks = rota.layers.map(walkLayer)
  for (let ms = fromMs; ms < toMs; ms += QUARTER_MS) {
    const { date, time } = wallMinute(rota.timeZone, ms)
    const people = walks.map((walk) => walk(date, time, calendars)).filter((found) => found.length > 0)
    yield { ms, people: overridden(rota, people.at(-1) ?? [], ms) }
  }
}
