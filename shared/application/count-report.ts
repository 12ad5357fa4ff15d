import { type BacklogRow, NO_BACKLOG } from '../domain/report/backlog.ts'
import { endOfMonth, type Month, monthAfter } from '../domain/report/month.ts'
import { isEmpty, type MonthReport, monthReport, type Past, type ReportMeasure } from '../domain/report/month-report.ts'
import { newestEdition } from '../domain/report/report.ts'
import { zoneOf } from '../domain/setting/desk.ts'
import type { Deps } from './deps.ts'
import { type MeasureSummary, openMeasures } from './measures.ts'
import { countMonth, type KeepRows } from './month-rows.ts'
import { backlogPages, countOpen, openReviews } from './open-rows.ts'
import { keptFile } from './report-files.ts'
import { loadReport } from './report-record.ts'

const NO_PAST: Past = { lastMonth: null, lastYear: null }

/** A frozen edition's figures, byte for byte what was sent; the newest unless one is named. Null when there is none. */
export const frozenReport = async (deps: Deps, month: Month, edition?: number): Promise<MonthReport | null> => {
  const report = await loadReport(deps, month)
  const wanted =
    edition === undefined ? report && newestEdition(report) : report?.editions.find((e) => e.edition === edition)
  if (!wanted) return null
  const kept = JSON.parse(new TextDecoder().decode(await keptFile(deps, wanted.files.report))) as MonthReport
  // what was frozen before there was an improvement plan says nothing of it
  return { ...kept, measures: (kept as Partial<MonthReport>).measures ?? [] }
}

/** As reported then, or else as its tickets say now; null when there are none, which is no history. */
const pastReport = async (deps: Deps, month: Month, timeZone: string): Promise<MonthReport | null> => {
  const record = await loadReport(deps, month)
  const edition = record && newestEdition(record)
  if (edition) return edition.empty ? null : frozenReport(deps, month, edition.edition)
  const asOf = deps.clock.now()
  const count = await countMonth(deps, month, asOf)
  if (isEmpty(count)) return null
  const counted = monthReport({ month, timeZone, asOf, count, backlog: NO_BACKLOG, openReviews: [] }, NO_PAST)
  // what was open then is not known any more
  return { ...counted, figures: counted.figures.filter(({ id }) => !id.startsWith('backlog')) }
}

const measureLine = (measure: MeasureSummary): ReportMeasure => {
  const { number, title, owner, dueOn, overdue, review, ticket, progress } = measure
  return { number, title, owner, dueOn, overdue, review, ticket, progress }
}

export type CountedReport = { readonly report: MonthReport; readonly empty: boolean }

/** Sees every row on its way, page by page. */
export type Keep = {
  readonly rows: KeepRows
  readonly backlog: (pages: AsyncIterable<readonly BacklogRow[]>) => AsyncIterable<readonly BacklogRow[]>
}

const KEEP_NOTHING: Keep = { rows: (_, pages) => pages, backlog: (pages) => pages }

/**
 * REP-2: the month's report as of now, beside its past: a query for each date and what is open, more where these are long,
 * and two requests and a file for each past month.
 */
export const countReport = async (deps: Deps, month: Month, keep = KEEP_NOTHING): Promise<CountedReport> => {
  const timeZone = zoneOf(await deps.settings.desk())
  const asOf = deps.clock.now()
  const open = keep.backlog(backlogPages(deps, endOfMonth(month, timeZone)))
  const [count, backlog, reviews, plan, lastMonth, lastYear] = await Promise.all([
    countMonth(deps, month, asOf, keep.rows),
    countOpen(open, asOf),
    openReviews(deps),
    openMeasures(deps),
    pastReport(deps, monthAfter(month, -1), timeZone),
    pastReport(deps, monthAfter(month, -12), timeZone),
  ])
  const measures = plan.map(measureLine)
  const counted = { month, timeZone, asOf, count, backlog, openReviews: reviews, measures }
  return { report: monthReport(counted, { lastMonth, lastYear }), empty: isEmpty(count) }
}
