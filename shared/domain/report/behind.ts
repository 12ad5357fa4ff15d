import type { Instant } from '../instant.ts'
import type { CutBy } from './cuts.ts'
import { isInCut } from './cuts.ts'
import { type FigureId, figure } from './figures.ts'
import type { ReportRow } from './row.ts'

/** `numerator`: the tickets that make the figure, such as those in time; `rest`: those that it lacks. */
export const PARTS = ['all', 'numerator', 'rest'] as const
export type Part = (typeof PARTS)[number]

export type Behind = {
  readonly id: FigureId
  readonly part: Part
  /** One line of a cut alone. */
  readonly cut: { readonly by: CutBy; readonly of: string } | null
}

/** REP-1: whether a ticket stands behind a figure, or behind one part of it. */
export const isBehind = (row: ReportRow, { id, part, cut }: Behind, asOf: Instant): boolean => {
  const { among, value } = figure(id)
  if (!among(row, asOf) || (cut && !isInCut(row, cut.by, cut.of))) return false
  return part === 'all' || value(row, asOf) > 0 === (part === 'numerator')
}
