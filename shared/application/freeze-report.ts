import type { Language } from '../domain/language.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Month } from '../domain/report/month.ts'
import type { MonthReport } from '../domain/report/month-report.ts'
import type { EditionFiles, Report } from '../domain/report/report.ts'
import type { ReportRow } from '../domain/report/row.ts'
import type { Desk } from '../domain/setting/desk.ts'
import { countReport, type Keep } from './count-report.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { keepFile, keptFile, packing, unpacked } from './report-files.ts'
import { reportKey, reportRecord } from './report-record.ts'

/** Makes the spreadsheet of a report; a package of its own, which only the reporting function carries. */
export type WriteSpreadsheet = (given: {
  readonly report: MonthReport
  /** The first of the month; `moreRows` says how many were too many. */
  readonly rows: readonly ReportRow[]
  readonly moreRows: number
  readonly desk: Desk
  readonly language: Language
}) => Promise<Uint8Array>

export const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const PACKED_LINES = 'application/gzip'

/** As many rows as the spreadsheet shows: with more it would neither fit into the memory of the function nor into a mail. */
const MOST_SHEET_ROWS = 10_000

/** Packs the rows of each date, and what is open, as they pass; they are not held. */
const keeping = (deps: Deps, month: Month) => {
  const files: EditionFiles['rows'][number][] = []
  const open = packing()
  let passed = 0
  const rowsOf: Keep['rows'] = async function* (date, pages) {
    const file = packing()
    let ofDate = 0
    for await (const rows of pages) {
      ofDate += rows.length
      await file.add(rows)
      yield rows
    }
    const content = await file.end()
    if (ofDate > 0) {
      passed += ofDate
      files.push({ date, ...(await keepFile(deps, month, `rows-${date}.ndjson.gz`, content, PACKED_LINES)) })
    }
  }
  const backlog: Keep['backlog'] = async function* (pages) {
    for await (const rows of pages) {
      await open.add(rows)
      yield rows
    }
  }
  return {
    keep: { rows: rowsOf, backlog },
    passed: () => passed,
    files: () => files.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    backlog: async () => keepFile(deps, month, 'backlog.ndjson.gz', await open.end(), PACKED_LINES),
  }
}

/** The first rows of a month, in the order they were recorded. */
const firstRows = async (deps: Deps, files: EditionFiles['rows'], most: number): Promise<readonly ReportRow[]> => {
  const rows: ReportRow[] = []
  for (const file of files) {
    if (rows.length >= most) break
    rows.push(...(await unpacked<ReportRow>(await keptFile(deps, file))))
  }
  return rows.slice(0, most)
}

const jsonOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/**
 * REP-3: counts the month, keeps what was counted, and freezes both as an edition. A month that is frozen already stays as it
 * is, unless a correction has been asked for; of two that freeze at once the second finds the first's.
 */
export const freezeReport = async (deps: Deps, month: Month, write: WriteSpreadsheet): Promise<Report> => {
  const kept = keeping(deps, month)
  const { report, empty } = await countReport(deps, month, kept.keep)
  const desk = await deps.settings.desk()
  const rows = await firstRows(deps, kept.files(), MOST_SHEET_ROWS)
  const spreadsheet = async (language: Language) => {
    const content = await write({ report, rows, moreRows: kept.passed() - rows.length, desk, language })
    return keepFile(deps, month, `report-${language}.xlsx`, content, SPREADSHEET_TYPE)
  }
  const files: EditionFiles = {
    report: await keepFile(deps, month, 'report.json', jsonOf(report), 'application/json'),
    rows: kept.files(),
    backlog: await kept.backlog(),
    spreadsheets: { en: await spreadsheet('en'), 'zh-CN': await spreadsheet('zh-CN') },
  }
  const command = { type: 'freeze' as const, month, edition: { asOf: report.asOf, files, empty } }
  const { state } = await executeOn(deps, reportRecord, reportKey(month), command, DESK)
  deps.log.info('A month is frozen', { month, edition: state.editions.length, files: files.rows.length + 4 })
  return state
}
