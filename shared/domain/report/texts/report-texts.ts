import type { Language } from '../../language.ts'
import type { CutBy } from '../cuts.ts'
import type { ReportFigure } from '../month-report.ts'
import { REPORT_TEXTS_EN } from './en.ts'
import { REPORT_TEXTS_ZH_CN } from './zh-cn.ts'

/** What a figure is called, and what exactly it counts. */
export type FigureText = { readonly name: string; readonly definition: string }

/** Every name and rule of the report; a language is complete when it has all of these. */
export type ReportTexts = {
  readonly figures: Readonly<Record<ReportFigure['id'], FigureText>>
  readonly cuts: Readonly<Record<CutBy, string>>
  /** What holds for all figures; stands under every report. */
  readonly rules: readonly string[]
}

export const REPORT_TEXTS: Readonly<Record<Language, ReportTexts>> = {
  en: REPORT_TEXTS_EN,
  'zh-CN': REPORT_TEXTS_ZH_CN,
}
