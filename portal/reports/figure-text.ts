import type { ReportView } from '../../shared/contract/report-view.ts'
import { language } from '../texts/texts.ts'
import { reportTexts } from './texts.ts'

export type Figure = ReportView['figures'][number]
type Unit = Figure['unit']

const HOUR_MS = 3_600_000

const digits = (value: number, decimals: number): string =>
  value.toLocaleString(language.value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** Rounded down, as in the mail: what is just below a goal never looks like it. */
const percent = (share: number): string =>
  `${digits(Math.floor(share * 1_000 + 1e-9) / 10, 1)}${language.value === 'en' ? ' %' : '%'}`

/** A figure's value for people; what is not known is a dash and never 0 (REP-2). */
export const figureText = (unit: Unit, value: number | null): string => {
  if (value === null) return '–'
  switch (unit) {
    case 'tickets':
    case 'times':
      return digits(value, 0)
    case 'rate':
      return percent(value)
    case 'score':
      return digits(value, 2)
    case 'ms':
      return reportTexts.value.hours(digits(value / HOUR_MS, 1))
  }
}

/** A goal is a whole number of per cents. */
export const goalText = (share: number): string =>
  share.toLocaleString(language.value === 'en' ? 'en-GB' : language.value, { style: 'percent' })
