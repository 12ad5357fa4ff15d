import type { Language } from '../../language.ts'
import { REPORT_WORDS_EN } from './words-en.ts'
import { REPORT_WORDS_ZH_CN } from './words-zh-cn.ts'

/** What stands around the figures in the mail and in the spreadsheet; a language is complete when it has all of these. */
export type ReportWords = {
  readonly monthName: (year: number, month: number) => string
  readonly subject: (month: string) => string
  readonly corrected: (edition: number, who: string, why: string) => string
  readonly asOf: (when: string) => string
  readonly greeting: (name: string) => string
  readonly headings: {
    readonly goals: string
    readonly headline: string
    readonly byPriority: string
    readonly worstQueues: string
    readonly badRatings: string
    readonly openReviews: string
    readonly majors: string
    readonly postRegistered: string
    readonly recurring: string
    readonly measures: string
    readonly rules: string
  }
  readonly columns: {
    readonly figure: string
    readonly now: string
    readonly lastMonth: string
    readonly lastYear: string
  }
  readonly sheets: { readonly figures: string; readonly measures: string; readonly tickets: string }
  readonly goal: (percent: string) => string
  readonly met: string
  readonly missed: string
  readonly nothingToRate: string
  readonly of: (numerator: string, denominator: string) => string
  readonly arrows: string
  readonly none: string
  readonly more: (count: number) => string
  readonly withheld: (count: number) => string
  readonly unnamed: string
  readonly hours: (hours: string) => string
  readonly tickets: (count: string) => string
  readonly score: (score: number) => string
  readonly reviewOpen: string
  readonly reviewDone: string
  readonly majorCandidate: string
  readonly unconfirmed: string
  readonly measure: (owner: string, dueOn: string) => string
  readonly overdue: string
  readonly fromReview: (month: string) => string
  /** Headings of the sheet of measures. */
  readonly measures: Readonly<Record<MeasureColumn, string>>
  readonly open: string
  readonly moreRows: (count: number) => string
  readonly footer: (deskName: string) => string
  readonly kinds: Readonly<Record<'incident' | 'service-request', string>>
  /** Headings of the raw rows. */
  readonly rows: Readonly<Record<RowColumn, string>>
  readonly registered: Readonly<Record<'confirmed' | 'unconfirmed', string>>
  readonly outcomes: Readonly<Record<'met' | 'missed' | 'running' | 'none', string>>
}

export const MEASURE_COLUMNS = ['number', 'title', 'owner', 'dueOn', 'overdue', 'review', 'ticket', 'progress'] as const
export type MeasureColumn = (typeof MEASURE_COLUMNS)[number]

export const ROW_COLUMNS = [
  'number',
  'title',
  'kind',
  'class',
  'state',
  'priority',
  'service',
  'item',
  'category',
  'group',
  'channel',
  'department',
  'recordedAt',
  'respondedAt',
  'resolvedAt',
  'closedAt',
  'responded',
  'restored',
  'restoreDueAt',
  'waitedHours',
  'reassignments',
  'escalations',
  'major',
  'postRegistered',
  'rating',
  'problem',
] as const
export type RowColumn = (typeof ROW_COLUMNS)[number]

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: REPORT_WORDS_EN,
  'zh-CN': REPORT_WORDS_ZH_CN,
}
