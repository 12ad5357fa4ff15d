import { computed } from '@preact/signals'
import { language } from '../texts/texts.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const formats = computed(() => {
  const locale = language.value
  return {
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short' }),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
    printed: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }),
    full: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    bytes: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
  }
})

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString()

/** In the reader's own time zone, as short as it stays unmistakable: the time today, with weekday or date otherwise. */
export const shortTime = (instant: string, nowMs: number): string => {
  const [at, now] = [new Date(instant), new Date(nowMs)]
  const { time, weekday, day, date } = formats.value
  if (sameDay(at, now)) return time.format(at)
  if (Math.abs(Date.parse(instant) - nowMs) < 6 * DAY_MS) return `${weekday.format(at)} ${time.format(at)}`
  return `${(at.getFullYear() === now.getFullYear() ? day : date).format(at)} ${time.format(at)}`
}

/** With weekday, seconds and time zone, for tooltips. */
export const fullTime = (instant: string): string => formats.value.full.format(new Date(instant))

/** For paper, which is read some other day. */
export const printedTime = (instant: string): string => formats.value.printed.format(new Date(instant))

/** “5 minutes ago”, “in 2 hours”. */
export const relativeTime = (instant: string, nowMs: number): string => {
  const ms = Date.parse(instant) - nowMs
  const { relative } = formats.value
  if (Math.abs(ms) < HOUR_MS) return relative.format(Math.round(ms / MINUTE_MS), 'minute')
  if (Math.abs(ms) < DAY_MS) return relative.format(Math.round(ms / HOUR_MS), 'hour')
  return relative.format(Math.round(ms / DAY_MS), 'day')
}

type Unit = 'day' | 'hour' | 'minute'

const part = (value: number, unit: Unit): string =>
  new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit,
    unitDisplay: language.value === 'en' ? 'narrow' : 'short',
  }).format(value)

const amountsOf = (minutes: number): readonly (readonly [number, Unit])[] => {
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60]
  if (days > 0)
    return [
      [days, 'day'],
      [hours, 'hour'],
    ]
  if (hours > 0)
    return [
      [hours, 'hour'],
      [rest, 'minute'],
    ]
  return [[rest, 'minute']]
}

const joined = (amounts: readonly (readonly [number, Unit])[]): string =>
  amounts
    .filter(([value], index) => value > 0 || index === 0)
    .map(([value, unit]) => part(value, unit))
    .join(language.value === 'en' ? ' ' : '')

/** A length of time in its two largest units: “2h 5m”, “2小时5分钟”. */
export const duration = (minutes: number): string => joined(amountsOf(Math.round(Math.abs(minutes))))

/** For working time, whose days are not of 24 hours: “40h 30m”; from an hour on. */
export const workingHours = (minutes: number): string =>
  joined([
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ])

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB'] as const

export const fileSize = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), BYTE_UNITS.length - 1)
  return `${formats.value.bytes.format(bytes / 1_000 ** power)} ${BYTE_UNITS[power]}`
}
