import type { Measure } from '../improvement/measure.ts'
import type { Instant } from '../instant.ts'
import {
  BACKLOG_FIGURE_IDS,
  type BacklogCount,
  type BacklogFigureId,
  type BacklogRow,
  backlogFigure,
} from './backlog.ts'
import type { Count, Tally } from './count.ts'
import { CUT_BYS, CUT_FIGURES, type CutBy, type CutFigureId } from './cuts.ts'
import { FIGURE_IDS, type FigureId, figure, type Unit } from './figures.ts'
import { endOfMonth, type Month } from './month.ts'
import { RECURS_FROM } from './outcome.ts'
import type { ReportRow } from './row.ts'

/** A figure and what it was a month and a year ago; null: nothing is known of then, or there was nothing to divide by. */
export type Figured = Tally & {
  readonly value: number | null
  readonly lastMonth: number | null
  readonly lastYear: number | null
}

export type ReportFigure = Figured & {
  readonly id: FigureId | BacklogFigureId
  readonly requirement: string
  readonly unit: Unit
  readonly goal: number | null
}

/** One line of a cut, the most tickets first; `of` null: under nothing in particular, such as no service. */
export type CutLine = { readonly of: string | null; readonly figures: Readonly<Record<CutFigureId, Figured>> }

/** REP-5: a measure of the improvement plan that is still open. */
export type ReportMeasure = Pick<
  Measure,
  'number' | 'title' | 'owner' | 'dueOn' | 'overdue' | 'review' | 'ticket' | 'progress'
>

/** REP-2, REP-3: a month's report; numbers and the tickets it names, in no language. */
export type MonthReport = {
  readonly month: Month
  readonly timeZone: string
  /** What was still running was judged as of this moment. */
  readonly asOf: Instant
  /** The month has not ended yet. */
  readonly provisional: boolean
  /** Whether there is anything to compare with (REP-2): missing history is never shown as 0. */
  readonly history: { readonly lastMonth: boolean; readonly lastYear: boolean }
  readonly figures: readonly ReportFigure[]
  readonly cuts: readonly { readonly by: CutBy; readonly lines: readonly CutLine[] }[]
  readonly badRatings: readonly ReportRow[]
  /** CLO-6: of whatever month, until they are done. */
  readonly openReviews: readonly BacklogRow[]
  readonly majors: readonly ReportRow[]
  readonly postRegistered: readonly ReportRow[]
  /** REP-5: of whatever review, until they are done; the first due first. */
  readonly measures: readonly ReportMeasure[]
}

/** What was counted for a report. */
export type Counted = {
  readonly month: Month
  readonly timeZone: string
  readonly asOf: Instant
  readonly count: Count
  readonly backlog: BacklogCount
  readonly openReviews: readonly BacklogRow[]
  readonly measures?: readonly ReportMeasure[]
}

/** The reports to set it beside; null where there is no history. */
export type Past = { readonly lastMonth: MonthReport | null; readonly lastYear: MonthReport | null }

const NONE: Tally = { numerator: 0, denominator: 0 }

const resultOf = (unit: Unit, { numerator, denominator }: Tally): number | null => {
  if (unit === 'tickets' || unit === 'times') return numerator
  return denominator === 0 ? null : numerator / denominator
}

const pastValue = (past: MonthReport | null, id: string): number | null =>
  past?.figures.find((each) => each.id === id)?.value ?? null

const figured = (id: ReportFigure['id'], unit: Unit, tally: Tally, past: Past): Figured => ({
  ...tally,
  value: resultOf(unit, tally),
  lastMonth: pastValue(past.lastMonth, id),
  lastYear: pastValue(past.lastYear, id),
})

const figuresOf = ({ count, backlog }: Counted, past: Past): readonly ReportFigure[] => [
  ...FIGURE_IDS.map((id) => {
    const { requirement, unit, goal } = figure(id)
    return { id, requirement, unit, goal: goal ?? null, ...figured(id, unit, count.figures.get(id) ?? NONE, past) }
  }),
  ...BACKLOG_FIGURE_IDS.map((id) => {
    const { requirement } = backlogFigure(id)
    const [unit, tickets] = ['tickets' as const, backlog.get(id) ?? 0]
    const tally = { numerator: tickets, denominator: tickets }
    return { id, requirement, unit, goal: null, ...figured(id, unit, tally, past) }
  }),
]

/** A month with history that knows nothing of the line had no tickets in it. */
const pastOfLine = (past: MonthReport | null, by: CutBy, of: string | null, id: CutFigureId): number | null => {
  const lines = past?.cuts.find((cut) => cut.by === by)?.lines
  if (!lines) return null
  const value = lines.find((line) => line.of === of)?.figures[id].value
  return value ?? resultOf(figure(id).unit, NONE)
}

const linesOf = ({ count }: Counted, by: CutBy, past: Past): readonly CutLine[] => {
  const cells = [...(count.cuts.get(by) ?? [])].map(([name, tallies]) => {
    const of = name === '' ? null : name
    const figures = CUT_FIGURES.map((id) => {
      const tally = tallies.get(id) ?? NONE
      const lastMonth = pastOfLine(past.lastMonth, by, of, id)
      const lastYear = pastOfLine(past.lastYear, by, of, id)
      return [id, { ...tally, value: resultOf(figure(id).unit, tally), lastMonth, lastYear }] as const
    })
    return { of, figures: Object.fromEntries(figures) as CutLine['figures'] }
  })
  return cells
    .filter(({ figures }) => by !== 'fault' || figures.tickets.numerator >= RECURS_FROM)
    .toSorted(
      (a, b) => b.figures.tickets.numerator - a.figures.tickets.numerator || ((a.of ?? '') < (b.of ?? '') ? -1 : 1),
    )
}

const namedBy = ({ count, asOf }: Counted, id: FigureId): readonly ReportRow[] =>
  count.named.filter((row) => figure(id).among(row, asOf)).toSorted((a, b) => (a.number < b.number ? -1 : 1))

/** The report of what was counted, beside what is known of last month and of the same month last year. */
export const monthReport = (counted: Counted, past: Past): MonthReport => ({
  month: counted.month,
  timeZone: counted.timeZone,
  asOf: counted.asOf,
  provisional: counted.asOf < endOfMonth(counted.month, counted.timeZone),
  history: { lastMonth: past.lastMonth !== null, lastYear: past.lastYear !== null },
  figures: figuresOf(counted, past),
  cuts: CUT_BYS.map((by) => ({ by, lines: linesOf(counted, by, past) })),
  badRatings: namedBy(counted, 'bad-ratings'),
  openReviews: counted.openReviews,
  majors: namedBy(counted, 'majors'),
  postRegistered: namedBy(counted, 'post-registered'),
  measures: counted.measures ?? [],
})

/** Whether nothing at all was there: a month before the desk began. */
export const isEmpty = ({ figures }: Count): boolean =>
  [...figures.values()].every(({ denominator }) => denominator === 0)
