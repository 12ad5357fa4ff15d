import type { Language } from '../language.ts'
import { TEXTS } from '../notice/texts/texts.ts'
import type { Priority } from '../priority/grade.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketKind } from '../ticket/ticket.ts'
import type { CutBy } from './cuts.ts'
import type { Unit } from './figures.ts'
import { REPORT_WORDS } from './texts/report-words.ts'

const HOUR_MS = 3_600_000

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

const digits = (value: number, decimals: number, language: Language): string =>
  value.toLocaleString(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** Rounded down, so that what is just below a goal never looks like it. */
const percent = (share: number, language: Language): string => {
  const tenths = Math.floor(share * 1000 + 1e-9) / 10
  return language === 'en' ? `${digits(tenths, 1, language)} %` : `${digits(tenths, 1, language)}%`
}

/** A goal is a whole number of per cents. */
export const goalText = (share: number, language: Language): string =>
  language === 'en' ? `${Math.round(share * 100)} %` : `${Math.round(share * 100)}%`

/** A figure's value for people; null, for which nothing is known, is a dash and never 0 (REP-2). */
export const figureText = (unit: Unit, value: number | null, language: Language): string => {
  if (value === null) return '–'
  switch (unit) {
    case 'tickets':
    case 'times':
      return digits(value, 0, language)
    case 'rate':
      return percent(value, language)
    case 'score':
      return digits(value, 2, language)
    case 'ms':
      return REPORT_WORDS[language].hours(digits(value / HOUR_MS, 1, language))
  }
}

/** `2026-03` as a month people read. */
export const monthText = (month: string, language: Language): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return REPORT_WORDS[language].monthName(year, number)
}

const codeName = (codes: Desk['codes']['classes'], code: string, language: Language): string =>
  codes.find((each) => each.code === code)?.name[language] ?? code

const faultName = (fault: string, desk: Desk, language: Language): string => {
  const slash = fault.indexOf('/')
  const [category, where] = [fault.slice(0, slash), fault.slice(slash + 1)]
  const place = desk.items.get(where)?.name ?? desk.services.get(where)?.name[language] ?? where
  return `${desk.categories.get(category)?.name[language] ?? category} – ${place}`
}

/** What a line of a cut is called; what the settings do not know any more keeps its id. */
export const lineName = (by: CutBy, of: string | null, desk: Desk, language: Language): string => {
  const words = REPORT_WORDS[language]
  if (of === null) return words.unnamed
  switch (by) {
    case 'kind':
      return words.kinds[of as TicketKind]
    case 'class':
      return codeName(desk.codes.classes, of, language)
    case 'channel':
      return codeName(desk.codes.channels, of, language)
    case 'priority':
      return TEXTS[language].words.priorities[Number(of) as Priority]
    case 'service':
      return desk.services.get(of)?.name[language] ?? of
    case 'category':
      return desk.categories.get(of)?.name[language] ?? of
    case 'group':
      return desk.groups.get(of)?.name[language] ?? of
    case 'fault':
      return faultName(of, desk, language)
  }
}
