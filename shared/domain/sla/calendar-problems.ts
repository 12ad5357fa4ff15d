import { type Calendar, type TimeWindow, weekdays } from './calendar.ts'
import { wallMs } from './hours-of-date.ts'
import { isTimeZone } from './zone-offsets.ts'

const openTime = /^([01]\d|2[0-3]):[0-5]\d$/
const closeTime = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`)
}

const windowProblem = ([open, close]: TimeWindow): string | null => {
  if (!openTime.test(open)) return `"${open}" is not a time of day (HH:MM)`
  if (!closeTime.test(close)) return `"${close}" is not a closing time (HH:MM, or 24:00)`
  if (wallMs(close) <= wallMs(open)) return `${open}–${close} must close after it opens; split a night at 24:00`
  return null
}

const windowsProblems = (where: string, windows: readonly TimeWindow[]): readonly string[] => {
  const broken = windows.map(windowProblem).filter((problem) => problem !== null)
  if (broken.length > 0) return broken.map((problem) => `${where}: ${problem}`)
  const sorted = [...windows].sort(([a], [b]) => wallMs(a) - wallMs(b))
  return sorted.flatMap(([open, close], index) => {
    const next = sorted[index + 1]
    return next && wallMs(next[0]) < wallMs(close) ? [`${where}: ${open}–${close} overlaps ${next[0]}–${next[1]}`] : []
  })
}

const datedWindowsProblems = (
  where: string,
  dated: Readonly<Record<string, readonly TimeWindow[]>>,
): readonly string[] =>
  Object.entries(dated).flatMap(([date, windows]) => [
    ...(isDate(date) ? [] : [`${where}: "${date}" is not a date (YYYY-MM-DD)`]),
    ...windowsProblems(`${where} ${date}`, windows),
  ])

const datesProblems = (calendar: Calendar): readonly string[] => {
  const named = [...calendar.holidays, ...calendar.makeUpDays].map(({ on }) => on)
  const repeated = new Set(named.filter((date, index) => named.indexOf(date) !== index))
  return [
    ...named.filter((date) => !isDate(date)).map((date) => `"${date}" is not a date (YYYY-MM-DD)`),
    ...[...repeated].map((date) => `${date} is listed more than once among holidays and make-up days`),
    // 2000 was a leap year, so 02-29 is accepted
    ...(calendar.yearlyHolidays ?? [])
      .filter((day) => !isDate(`2000-${day}`))
      .map((day) => `yearly holiday "${day}" is not a day of the year (MM-DD)`),
  ]
}

const makeUpProblems = (calendar: Calendar): readonly string[] =>
  calendar.makeUpDays
    .filter(({ like }) => !calendar.weekly[like ?? 'mon']?.length)
    .map(({ on, like }) => `make-up day ${on} is worked like ${like ?? 'mon'}, which has no hours`)

/** What keeps `calendar` from being used, one readable sentence each; none when it is fine [SLA-3]. */
export const validateCalendar = (calendar: Calendar): readonly string[] => {
  const allWindows = [...Object.values(calendar.weekly), ...Object.values(calendar.exceptions ?? {})]
  return [
    ...(isTimeZone(calendar.timeZone) ? [] : [`"${calendar.timeZone}" is not a time zone`]),
    ...weekdays.flatMap((weekday) => windowsProblems(weekday, calendar.weekly[weekday] ?? [])),
    ...(allWindows.some((windows) => windows.length > 0) ? [] : ['the calendar never opens']),
    ...datesProblems(calendar),
    ...makeUpProblems(calendar),
    ...datedWindowsProblems('exception', calendar.exceptions ?? {}),
    ...datedWindowsProblems('break', calendar.breaks ?? {}),
  ]
}
