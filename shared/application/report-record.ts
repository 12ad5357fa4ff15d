import type { Context } from '../domain/record.ts'
import type { Month } from '../domain/report/month.ts'
import { isOutstanding, type Report, type ReportCommand, type ReportEvent } from '../domain/report/report.ts'
import { reportDecider } from '../domain/report/report-decider.ts'
import type { Deps } from './deps.ts'
import type { RecordType } from './record-type.ts'

const REPORTS_LIST = 'REPORT'

export const reportKey = (month: Month) => ({ kind: 'report' as const, id: month })

/** What a list of months shows. */
export type ReportSummary = Pick<Report, 'month' | 'correction'> & {
  readonly editions: readonly {
    readonly edition: number
    readonly asOf: string
    readonly correction: Report['correction']
    readonly empty: boolean
  }[]
  readonly outstanding: boolean
}

export const summaryOfReport = (report: Report): ReportSummary => ({
  month: report.month,
  editions: report.editions.map(({ edition, asOf, correction, empty }) => ({ edition, asOf, correction, empty })),
  correction: report.correction,
  outstanding: isOutstanding(report),
})

export const reportRecord: RecordType<Report, ReportCommand, ReportEvent, Context> = {
  kind: 'report',
  decider: reportDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: (report) => ({
    places: { kind: { key: REPORTS_LIST, sort: report.month } },
    summary: summaryOfReport(report),
  }),
}

/** The newest months first; two years of them, one request. */
export const listReports = async (deps: Deps): Promise<readonly ReportSummary[]> => {
  const page = await deps.store.list<ReportSummary>('kind', REPORTS_LIST, { limit: 24, order: 'descending' })
  return page.items.map(({ summary }) => summary)
}

export const loadReport = async (deps: Deps, month: Month): Promise<Report | null> =>
  (await deps.store.load<Report>(reportKey(month)))?.state ?? null
