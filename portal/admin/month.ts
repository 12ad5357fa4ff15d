import { isObject, type Json } from './document.ts'
import { asHours, type Hours, WEEKDAYS } from './hours.ts'

export type DayPreview = {
  /** YYYY-MM-DD */
  readonly on: string
  readonly hours: Hours
  readonly why: 'exception' | 'make-up' | 'holiday' | 'weekly'
  /** Of the holiday or the make-up day. */
  readonly name: string | null
}

type Named = { readonly on?: string; readonly name?: string; readonly like?: string }

const DAY_MS = 86_400_000

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** What is left of a window when a closure is taken out of it. */
const without = ([open, close]: Hours[number], [from, to]: Hours[number]): Hours => {
  const [opens, closes, begins, ends] = [minuteOf(open), minuteOf(close), minuteOf(from), minuteOf(to)]
  if (ends <= opens || begins >= closes) return [[open, close]]
  const left = [
    [opens, Math.min(begins, closes)],
    [Math.max(ends, opens), closes],
  ] as const
  return left.flatMap(([a, b]) => (a < b ? [[timeOf(a), timeOf(b)] as const] : []))
}

export const minutesOf = (hours: Hours): number =>
  hours.reduce((sum, [open, close]) => sum + minuteOf(close) - minuteOf(open), 0)

const listOf = (value: Json | undefined): readonly Named[] => (Array.isArray(value) ? (value as readonly Named[]) : [])

/** SLA-3: the first of the date's exception, its make-up day, a holiday, its weekday; then its closures are taken out. */
const ruleOf = (calendar: Json, on: string): Omit<DayPreview, 'on'> => {
  if (!isObject(calendar)) return { hours: [], why: 'weekly', name: null }
  const { weekly, exceptions, makeUpDays, holidays, yearlyHolidays } = calendar
  const hoursOf = (day: string) => asHours(isObject(weekly) ? weekly[day] : undefined)
  if (isObject(exceptions) && on in exceptions) return { hours: asHours(exceptions[on]), why: 'exception', name: null }
  const makeUp = listOf(makeUpDays).find((day) => day.on === on)
  if (makeUp) return { hours: hoursOf(makeUp.like ?? 'mon'), why: 'make-up', name: makeUp.name ?? null }
  const holiday = listOf(holidays).find((day) => day.on === on)
  const isYearly = Array.isArray(yearlyHolidays) && yearlyHolidays.includes(on.slice(5))
  if (holiday || isYearly) return { hours: [], why: 'holiday', name: holiday?.name ?? null }
  const weekday = WEEKDAYS[(new Date(on).getUTCDay() + 6) % 7] ?? 'mon'
  return { hours: hoursOf(weekday), why: 'weekly', name: null }
}

const previewOf = (calendar: Json, on: string): DayPreview => {
  const rule = ruleOf(calendar, on)
  const breaks = isObject(calendar) && isObject(calendar['breaks']) ? asHours(calendar['breaks'][on]) : []
  const hours = breaks.reduce<Hours>((open, closure) => open.flatMap((one) => without(one, closure)), rule.hours)
  return { on, ...rule, hours }
}

/** Every date of a month, YYYY-MM, with its open hours by the calendar's own wall clock. */
export const monthPreview = (calendar: Json, month: string): readonly DayPreview[] => {
  const first = Date.parse(`${month}-01`)
  const dates = Array.from({ length: 31 }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10))
  return dates.filter((on) => on.startsWith(month)).map((on) => previewOf(calendar, on))
}
