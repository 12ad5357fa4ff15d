import { language } from '../texts/texts.ts'

export type Times = { readonly from: string; readonly to: string }

/** The local day that many days after the day of `at`, at midnight; days are as long as the clocks make them. */
export const dayAfter = (at: Date, days: number): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate() + days)

/** The Monday of the week that `given`, a date, lies in; of this week where it says none. */
export const mondayOf = (given: string | null, nowMs: number): Date => {
  const parsed = given && /^\d{4}-\d\d-\d\d$/.test(given) ? new Date(`${given}T12:00`) : null
  const day = parsed && !Number.isNaN(parsed.getTime()) ? parsed : new Date(nowMs)
  return dayAfter(day, -((day.getDay() + 6) % 7))
}

/** 'YYYY-MM-DD' by the reader's own calendar. */
export const dateText = (day: Date): string => day.toLocaleDateString('sv')

export const dayLabel = (day: Date): string =>
  new Intl.DateTimeFormat(language.value, { weekday: 'short', day: 'numeric', month: 'short' }).format(day)

/** Each column of the drawn week is half an hour. */
const COLUMNS = 336

/** The columns that a stretch of time takes in the week from `fromMs` to `toMs`; at least one. */
export const columnsOf = ({ from, to }: Times, fromMs: number, toMs: number): readonly [from: number, to: number] => {
  const column = (at: string) => {
    const share = (Date.parse(at) - fromMs) / (toMs - fromMs)
    return Math.round(Math.min(1, Math.max(0, share)) * COLUMNS) + 1
  }
  const [first, last] = [column(from), column(to)]
  return [Math.min(first, COLUMNS), Math.max(last, Math.min(first, COLUMNS) + 1)]
}

export const touches = ({ from, to }: Times, fromMs: number, toMs: number): boolean =>
  Date.parse(from) < toMs && fromMs < Date.parse(to)
