import type { Calendar, TimeWindow, Weekday } from '../../../shared/domain/sla/calendar.ts'
import type { Span } from '../../../shared/domain/sla/working-time.ts'

/**
 * The engine's opponent: walks step by step and asks of each step only whether the zone's wall clock, as Intl shows it,
 * stands inside a window of the date it shows. Instants and durations are milliseconds on whole steps.
 */
export const MINUTE_MS = 60_000

type WallMinute = { readonly date: string; readonly time: string; readonly weekday: Weekday }

/** Swedish is written like ISO 8601; no zone changes its clocks within a minute, so a minute is looked at once. */
const reader = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const dayName = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' })
  const seen = new Map<number, WallMinute>()
  return (ms: number): WallMinute => {
    const minute = Math.floor(ms / MINUTE_MS)
    const known = seen.get(minute)
    if (known) return known
    const [date = '', time = ''] = format.format(ms).split(' ')
    const wall = { date, time, weekday: dayName.format(ms).toLowerCase() as Weekday }
    seen.set(minute, wall)
    return wall
  }
}
const readers = new Map<string, ReturnType<typeof reader>>()

export const wallMinute = (timeZone: string, ms: number): WallMinute => {
  const read = readers.get(timeZone) ?? reader(timeZone)
  readers.set(timeZone, read)
  return read(ms)
}

const inside = (time: string, windows: readonly TimeWindow[] | undefined): boolean =>
  (windows ?? []).some(([open, close]) => open <= time && time < close)

const windowsOn = (calendar: Calendar, { date, weekday }: WallMinute): readonly TimeWindow[] | undefined => {
  const exception = calendar.exceptions?.[date]
  if (exception) return exception
  const makeUp = calendar.makeUpDays.find(({ on }) => on === date)
  if (makeUp) return calendar.weekly[makeUp.like ?? 'mon']
  if (calendar.holidays.some(({ on }) => on === date)) return []
  if (calendar.yearlyHolidays?.some((day) => date.endsWith(day))) return []
  return calendar.weekly[weekday]
}

export const naivelyOpen = (calendar: Calendar, ms: number): boolean => {
  const wall = wallMinute(calendar.timeZone, ms)
  return inside(wall.time, windowsOn(calendar, wall)) && !inside(wall.time, calendar.breaks?.[wall.date])
}

const paused = (pauses: readonly Span[], ms: number): boolean =>
  pauses.some(({ from, to }) => Date.parse(from) <= ms && (to === null || ms < Date.parse(to)))

/** Each step of [fromMs, toMs) and whether it counts. */
export function* walk(calendar: Calendar, fromMs: number, toMs: number, pauses: readonly Span[], stepMs = MINUTE_MS) {
  for (let ms = fromMs; ms < toMs; ms += stepMs) yield { ms, counts: naivelyOpen(calendar, ms) && !paused(pauses, ms) }
}

export const naivelyWorkedMs = (...steps: Parameters<typeof walk>): number => {
  let workedMs = 0
  for (const { counts } of walk(...steps)) if (counts) workedMs += steps[4] ?? MINUTE_MS
  return workedMs
}

/** The end of the step that uses up `workingMs`, null when they are not used up by `toMs`. */
export const naivelyReachedMs = (workingMs: number, ...steps: Parameters<typeof walk>): number | null => {
  const stepMs = steps[4] ?? MINUTE_MS
  let leftMs = workingMs
  for (const { ms, counts } of walk(...steps)) {
    if (counts) leftMs -= stepMs
    if (leftMs <= 0) return ms + stepMs
  }
  return null
}

export const naiveSpans = (...steps: Parameters<typeof walk>): readonly (readonly [fromMs: number, toMs: number])[] => {
  const spans: [number, number][] = []
  const stepMs = steps[4] ?? MINUTE_MS
  for (const { ms, counts } of walk(...steps)) {
    const last = spans.at(-1)
    if (counts && last?.[1] === ms) last[1] += stepMs
    else if (counts) spans.push([ms, ms + stepMs])
  }
  return spans
}
