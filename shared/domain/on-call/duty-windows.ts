import { type Calendar, weekdays } from '../sla/calendar.ts'
import { DAY_MS, wallMs } from '../sla/hours-of-date.ts'
import type { DutyWindow, Layer } from './rota.ts'

export type Calendars = ReadonlyMap<string, { readonly value: Calendar }>

/** '1970-01-01' is day 0. */
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

const isHoliday = ({ holidays, yearlyHolidays, makeUpDays }: Calendar, date: string): boolean =>
  !makeUpDays.some(({ on }) => on === date) &&
  (holidays.some(({ on }) => on === date) || (yearlyHolidays?.includes(date.slice(5)) ?? false))

/** Whether the layer has anybody in what begins on that day; a calendar that is not there has no holidays. */
const holdsOn = ({ holidays, calendar }: Layer, day: number, calendars: Calendars): boolean => {
  if (holidays === 'ignored') return true
  const holiday = calendars.get(calendar ?? '')?.value
  return (holiday !== undefined && isHoliday(holiday, dateOf(day))) === (holidays === 'only')
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => weekdays[(((day + 3) % 7) + 7) % 7]

/** Of the day it begins on; a window over midnight ends on the next. */
const endMs = ({ from, to }: DutyWindow): number => wallMs(to) + (wallMs(to) > wallMs(from) ? 0 : DAY_MS)

/** Whether a layer may have somebody when the clocks show `wall`. */
export const isInWindow = (layer: Layer, wall: number, calendars: Calendars): boolean => {
  const today = Math.floor(wall / DAY_MS)
  if (layer.windows.length === 0) return holdsOn(layer, today, calendars)
  return [today - 1, today].some((day) => {
    const timeMs = wall - day * DAY_MS
    const weekday = weekdayOf(day)
    return (
      layer.windows.some(
        (window) =>
          weekday !== undefined &&
          window.days.includes(weekday) &&
          wallMs(window.from) <= timeMs &&
          timeMs < endMs(window),
      ) && holdsOn(layer, day, calendars)
    )
  })
}

/** Every wall-clock time from `fromWall` to `toWall` at which the answer of `isInWindow` may become another. */
export const windowEdges = (layer: Layer, fromWall: number, toWall: number): readonly number[] => {
  if (layer.windows.length === 0 && layer.holidays === 'ignored') return []
  const times =
    layer.windows.length === 0 ? [0] : layer.windows.flatMap((window) => [wallMs(window.from), endMs(window)])
  const edges: number[] = []
  for (let day = Math.floor(fromWall / DAY_MS) - 1; day * DAY_MS <= toWall; day++)
    edges.push(...times.map((time) => day * DAY_MS + time))
  return edges
}
