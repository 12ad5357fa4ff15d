import { type Calendar, type TimeWindow, type Weekday, weekdays } from './calendar.ts'
import { type MsInterval, union, without } from './ms-interval.ts'

export const DAY_MS = 86_400_000

/** Milliseconds from the start of the date to a wall-clock time 'HH:MM'. */
export const wallMs = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

const toIntervals = (windows: readonly TimeWindow[]): readonly MsInterval[] =>
  windows.map(([open, close]) => ({ fromMs: wallMs(open), toMs: wallMs(close) }))

/** The weekdays' ordinary hours in wall-clock milliseconds of the day, overlapping and adjoining windows joined. */
export const ordinaryHours = (calendar: Calendar): ReadonlyMap<Weekday, readonly MsInterval[]> =>
  new Map(weekdays.map((weekday) => [weekday, union(toIntervals(calendar.weekly[weekday] ?? []))]))

const weekdayOf = (date: string): Weekday | undefined => weekdays[(new Date(date).getUTCDay() + 6) % 7]

/**
 * A function from a date 'YYYY-MM-DD' to its open hours in wall-clock milliseconds of the day, sorted and disjoint.
 * The precedence of the calendar's parts is the one stated at `Calendar` [SLA-3].
 */
export const hoursOfDate = (calendar: Calendar): ((date: string) => readonly MsInterval[]) => {
  const ordinary = ordinaryHours(calendar)
  const daysOff = new Set(calendar.holidays.map(({ on }) => on))
  const yearlyDaysOff = new Set(calendar.yearlyHolidays)
  const workedLike = new Map(calendar.makeUpDays.map(({ on, like }) => [on, like ?? 'mon']))

  const planned = (date: string): readonly MsInterval[] => {
    const exception = calendar.exceptions?.[date]
    if (exception) return union(toIntervals(exception))
    const off = daysOff.has(date) || yearlyDaysOff.has(date.slice(5))
    const weekday = workedLike.get(date) ?? (off ? undefined : weekdayOf(date))
    return (weekday && ordinary.get(weekday)) ?? []
  }
  return (date) => {
    const breaks = calendar.breaks?.[date]
    return breaks ? planned(date).flatMap((hours) => without(hours, toIntervals(breaks))) : planned(date)
  }
}
