import type { FigureId } from './figures.ts'
import { faultOf } from './outcome.ts'
import type { ReportRow } from './row.ts'

/** REP-2: what volumes and both rates are shown by; `fault` is for what recurs (PRB-1). */
export const CUT_BYS = ['kind', 'class', 'priority', 'service', 'category', 'group', 'channel', 'fault'] as const
export type CutBy = (typeof CUT_BYS)[number]

/** What a ticket counts under; null: under nothing in particular, such as no service; undefined: not in this cut. */
type ValueOf = (row: ReportRow) => string | null | undefined

/** In the order of the report. */
export const CUTS: ReadonlyMap<CutBy, ValueOf> = new Map<CutBy, ValueOf>([
  ['kind', ({ kind }) => kind],
  ['class', ({ class: of }) => of],
  ['priority', ({ priority }) => String(priority)],
  ['service', ({ service }) => service],
  ['category', ({ category }) => category],
  ['group', ({ group }) => group],
  ['channel', ({ channel }) => channel],
  ['fault', (row) => faultOf(row) ?? undefined],
])

export const CUT_FIGURES = ['tickets', 'responded-in-time', 'restored-in-time'] as const satisfies readonly FigureId[]
export type CutFigureId = (typeof CUT_FIGURES)[number]

/** Whether a ticket stands behind this cell; `value` '' for those under nothing in particular. */
export const isInCut = (row: ReportRow, by: CutBy, value: string): boolean => {
  const own = CUTS.get(by)?.(row)
  return own !== undefined && (own ?? '') === value
}
