import { countReport, frozenReport } from '../../../shared/application/count-report.ts'
import type { Deps } from '../../../shared/application/deps.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { SPREADSHEET_TYPE } from '../../../shared/application/freeze-report.ts'
import {
  listReports,
  loadReport,
  reportKey,
  reportRecord,
  summaryOfReport,
} from '../../../shared/application/report-record.ts'
import {
  backlogPage,
  frozenRows,
  liveRows,
  type RowSource,
  rowPage,
} from '../../../shared/application/report-tickets.ts'
import type { reportEndpoints } from '../../../shared/contract/report-endpoints.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { backlogFigure, isBacklogFigureId } from '../../../shared/domain/report/backlog.ts'
import { isBehind } from '../../../shared/domain/report/behind.ts'
import { isFigureId } from '../../../shared/domain/report/figures.ts'
import { type Month, monthOf } from '../../../shared/domain/report/month.ts'
import { type Edition, newestEdition, type ReportCommand } from '../../../shared/domain/report/report.ts'
import { zoneOf } from '../../../shared/domain/setting/desk.ts'
import { download } from '../handlers/download.ts'
import type { Call, Handler } from '../route.ts'
import { backlogView, reportView, rowView } from './report-view.ts'
import { sendingsView } from './sendings-view.ts'

type Reports = typeof reportEndpoints

type Answers = { readonly [Operation in keyof Reports]: Handler<Reports[Operation]> }

const unknownEdition = (month: Month): never =>
  refuse('not-found', 'unknown-edition', `There is no such edition of ${month}; GET /reports lists what there is.`)

/** The edition asked for; null for a month that is counted now. @throws DomainError not-found */
const editionOf = async (deps: Deps, month: Month, number: number | undefined): Promise<Edition | null> => {
  const report = await loadReport(deps, month)
  if (number !== undefined) return report?.editions.find(({ edition }) => edition === number) ?? unknownEdition(month)
  if (report) return newestEdition(report)
  const running = monthOf(deps.clock.now(), zoneOf(await deps.settings.desk()))
  if (month > running) refuse('not-found', 'not-begun', `${month} has not begun yet.`)
  return null
}

const sourceOf = async (deps: Deps, month: Month, number: number | undefined): Promise<RowSource> => {
  const edition = await editionOf(deps, month, number)
  return edition ? frozenRows(deps, edition) : liveRows(deps, month, zoneOf(await deps.settings.desk()))
}

const getReport: Answers['getReport'] = async ({ deps, params: { month }, query, caller: { actor } }) => {
  const edition = await editionOf(deps, month, query.edition)
  const desk = await deps.settings.desk()
  const frozen = edition && (await frozenReport(deps, month, edition.edition))
  const report = frozen ?? (await countReport(deps, month)).report
  return { body: reportView(report, edition, actor, desk) }
}

const listReportTickets: Answers['listReportTickets'] = async ({ deps, params, query, caller: { actor } }) => {
  const { month, id } = params
  const source = await sourceOf(deps, month, query.edition)
  if (isBacklogFigureId(id)) {
    const page = await backlogPage(source, (row) => backlogFigure(id).among(row, source.asOf), actor, query)
    return { body: { ...page, items: page.items.map(backlogView) } }
  }
  if (!isFigureId(id)) return refuse('not-found', 'unknown-figure', `There is no figure ${id}; the report names them.`)
  const cut = query.by === undefined ? null : { by: query.by, of: query.of ?? '' }
  const behind = { id, part: query.part, cut }
  const page = await rowPage(source, (row) => isBehind(row, behind, source.asOf), actor, query)
  return { body: { ...page, items: page.items.map((row) => rowView(row, source.asOf)) } }
}

const listReportRows: Answers['listReportRows'] = async ({ deps, params: { month }, query, caller: { actor } }) => {
  const source = await sourceOf(deps, month, query.edition)
  const page = await rowPage(source, () => true, actor, query)
  return { body: { ...page, items: page.items.map((row) => rowView(row, source.asOf)) } }
}

const getReportSpreadsheet: Answers['getReportSpreadsheet'] = async ({ deps, params: { month }, query }) => {
  const edition = await editionOf(deps, month, query.edition)
  if (!edition) return refuse('not-found', 'not-reported', `${month} is not frozen yet; its rows are there as CSV.`)
  const { key } = edition.files.spreadsheets[query.language]
  return download(deps, { key, filename: `${month}.xlsx`, mimeType: SPREADSHEET_TYPE })
}

type Asked = Pick<Call<Reports['resendReport']>, 'deps' | 'params' | 'caller' | 'idempotency'>

const ask = async ({ deps, params: { month }, caller: { actor }, idempotency }: Asked, command: ReportCommand) => {
  const { state } = await executeOn(deps, reportRecord, reportKey(month), command, actor, { idempotency })
  return { body: summaryOfReport(state) }
}

/** Only people who work here can be sent a report. @throws DomainError unknown-person */
const checkStaff = async (deps: Deps, ids: readonly string[]): Promise<void> => {
  const { staff } = await deps.settings.desk()
  const unknown = ids.filter((id) => !staff.has(id))
  if (unknown.length > 0)
    refuse('invalid', 'unknown-person', `to: nobody on the staff is called ${unknown.join(', ')}.`)
}

/** What the API answers about reports (REP-1 to REP-3, REP-7). */
export const reportAnswers: Answers = {
  listReports: async ({ deps }) => {
    const running = monthOf(deps.clock.now(), zoneOf(await deps.settings.desk()))
    const reported = await listReports(deps)
    const now = { month: running, editions: [], correction: null, outstanding: false }
    return { body: { items: [...(reported.some(({ month }) => month === running) ? [] : [now]), ...reported] } }
  },
  getReport,
  listReportTickets,
  listReportRows,
  getReportSpreadsheet,
  getReportSendings: async ({ deps, params: { month } }) => ({
    body: sendingsView(month, await loadReport(deps, month), await deps.settings.desk()),
  }),
  resendReport: async (call) => {
    await checkStaff(call.deps, call.body.to ?? [])
    return ask(call, { type: 'request-sending', to: call.body.to })
  },
  correctReport: (call) => ask(call, { type: 'request-correction', why: call.body.why }),
}
