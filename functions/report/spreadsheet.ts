import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import type { WriteSpreadsheet } from '../../shared/application/freeze-report.ts'
import { type Instant, msOf } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import { manyLines } from '../../shared/domain/notice/rendering/safe-text.ts'
import { TEXTS } from '../../shared/domain/notice/texts/texts.ts'
import { CUT_FIGURES } from '../../shared/domain/report/cuts.ts'
import type { Unit } from '../../shared/domain/report/figures.ts'
import type { CutLine, MonthReport } from '../../shared/domain/report/month-report.ts'
import { outcomeOf, waitedMsOf } from '../../shared/domain/report/outcome.ts'
import type { ReportRow } from '../../shared/domain/report/row.ts'
import { REPORT_TEXTS } from '../../shared/domain/report/texts/report-texts.ts'
import {
  MEASURE_COLUMNS,
  REPORT_WORDS,
  ROW_COLUMNS,
  type RowColumn,
} from '../../shared/domain/report/texts/report-words.ts'
import { lineName, monthText } from '../../shared/domain/report/wording.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import { offsetPeriodAt } from '../../shared/domain/sla/zone-offsets.ts'
import { safeText } from '../api/csv.ts'

type Given = Parameters<WriteSpreadsheet>[0]

const HOUR_MS = 3_600_000

/** What a cell of Excel takes. */
const LONGEST = 32_000

const text = (value: string | null): Cell =>
  value === null ? null : { type: String, value: safeText(manyLines(value)).slice(0, LONGEST) }

const head = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })

const number = (value: number | null, format?: string): Cell =>
  value === null ? null : { type: Number, value, ...(format !== undefined && { format }) }

/** A cell knows no zone: it shows the wall clock of the desk's. */
const moment = (at: Instant | null, timeZone: string): Cell =>
  at === null
    ? null
    : {
        type: Date,
        value: new Date(msOf(at) + offsetPeriodAt(timeZone, msOf(at)).offsetMs),
        format: 'yyyy-mm-dd hh:mm',
      }

const FORMATS: Readonly<Record<Unit, string>> = { tickets: '0', times: '0', rate: '0.0%', score: '0.00', ms: '0.0' }

/** Means of time in hours, which a spreadsheet can go on computing with. */
const figureCell = (unit: Unit, value: number | null): Cell =>
  number(value !== null && unit === 'ms' ? value / HOUR_MS : value, FORMATS[unit])

const figuresSheet = ({ report, language }: Given): Sheet<never> => {
  const { sheets, columns } = REPORT_WORDS[language]
  const { figures: names, rules } = REPORT_TEXTS[language]
  const rows = report.figures.map(
    ({ id, unit, value, numerator, denominator, goal, lastMonth, lastYear }): Row => [
      text(names[id].name),
      figureCell(unit, value),
      figureCell(unit, lastMonth),
      figureCell(unit, lastYear),
      number(numerator),
      number(denominator),
      number(goal, '0%'),
      text(names[id].definition),
    ],
  )
  const headings = [columns.figure, columns.now, columns.lastMonth, columns.lastYear, 'Σ', 'n', '≥', '']
  return {
    sheet: sheets.figures,
    stickyRowsCount: 2,
    columns: [{ width: 32 }, ...Array.from({ length: 6 }, () => ({ width: 14 })), { width: 90 }],
    data: [
      [head(monthText(report.month, language)), moment(report.asOf, report.timeZone), text(report.timeZone)],
      headings.map(head),
      ...rows,
      [],
      ...rules.map((rule): Row => [text(rule)]),
    ],
  }
}

const cutRow = (line: CutLine, name: string): Row => {
  const { tickets, 'responded-in-time': responded, 'restored-in-time': restored } = line.figures
  const three = ({ value, lastMonth, lastYear }: CutLine['figures']['tickets'], unit: Unit): Row =>
    [value, lastMonth, lastYear].map((each) => figureCell(unit, each))
  return [text(name), ...three(tickets, 'tickets'), ...three(responded, 'rate'), ...three(restored, 'rate')]
}

const cutSheets = ({ report, desk, language }: Given): readonly Sheet<never>[] => {
  const { columns } = REPORT_WORDS[language]
  const { cuts, figures } = REPORT_TEXTS[language]
  const times = [columns.now, columns.lastMonth, columns.lastYear]
  return report.cuts.map(({ by, lines }) => ({
    sheet: cuts[by],
    stickyRowsCount: 1,
    columns: [{ width: 32 }, ...Array.from({ length: 9 }, () => ({ width: 20 }))],
    data: [
      [head(cuts[by]), ...CUT_FIGURES.flatMap((id) => times.map((time) => head(`${figures[id].name}: ${time}`)))],
      ...lines.map((line) => cutRow(line, lineName(by, line.of, desk, language))),
    ],
  }))
}

type CellOf = (
  row: ReportRow,
  of: { readonly report: MonthReport; readonly desk: Desk; readonly language: Language },
) => Cell

const named =
  (by: 'kind' | 'class' | 'priority' | 'service' | 'category' | 'group' | 'channel'): CellOf =>
  (row, { desk, language }) =>
    text(row[by] === null ? null : lineName(by, String(row[by]), desk, language))

const when =
  (field: 'recordedAt' | 'respondedAt' | 'resolvedAt' | 'closedAt'): CellOf =>
  (row, { report }) =>
    moment(row[field], report.timeZone)

const outcome =
  (step: 'respond' | 'restore'): CellOf =>
  (row, { report, language }) =>
    text(REPORT_WORDS[language].outcomes[outcomeOf(row[step], report.asOf)])

const CELLS: Readonly<Record<RowColumn, CellOf>> = {
  number: (row) => text(row.number),
  title: (row) => text(row.title),
  kind: named('kind'),
  class: named('class'),
  state: (row, { language }) => text(TEXTS[language].words.states[row.state]),
  priority: (row) => number(row.priority),
  service: named('service'),
  item: (row, { desk }) => text(row.item === null ? null : (desk.items.get(row.item)?.name ?? row.item)),
  category: named('category'),
  group: named('group'),
  channel: named('channel'),
  department: (row, { desk, language }) =>
    text(row.department === null ? null : (desk.departments.get(row.department)?.name[language] ?? row.department)),
  recordedAt: when('recordedAt'),
  respondedAt: when('respondedAt'),
  resolvedAt: when('resolvedAt'),
  closedAt: when('closedAt'),
  responded: outcome('respond'),
  restored: outcome('restore'),
  restoreDueAt: (row, { report }) => moment(row.restore?.dueAt ?? null, report.timeZone),
  waitedHours: (row, { report }) => number(waitedMsOf(row, report.asOf) / HOUR_MS, '0.0'),
  reassignments: (row) => number(row.reassignments),
  escalations: (row) => number(Object.values(row.escalations).reduce((sum, times) => sum + times, 0)),
  major: (row) => text(row.major === 'none' ? null : row.major),
  postRegistered: ({ postRegistered, unconfirmed }, { language }) =>
    text(postRegistered ? REPORT_WORDS[language].registered[unconfirmed ? 'unconfirmed' : 'confirmed'] : null),
  rating: ({ satisfaction }) => number(satisfaction && 'score' in satisfaction ? satisfaction.score : null),
  problem: (row) => text(row.problem),
}

/** A spreadsheet may be passed on to anybody, so what concerns information security is counted in it but not listed (PRI-9). */
const ticketsSheet = (given: Given): Sheet<never> => {
  const { rows, moreRows, language } = given
  const words = REPORT_WORDS[language]
  const listed = rows.filter(({ security }) => !security)
  const withheld = rows.length - listed.length
  return {
    sheet: words.sheets.tickets,
    stickyRowsCount: 1,
    columns: ROW_COLUMNS.map((column) => ({ width: column === 'title' ? 50 : 18 })),
    data: [
      ROW_COLUMNS.map((column) => head(words.rows[column])),
      ...listed.map((row) => ROW_COLUMNS.map((column) => CELLS[column](row, given))),
      ...(moreRows > 0 ? [[text(words.moreRows(moreRows))]] : []),
      ...(withheld > 0 ? [[text(words.withheld(withheld))]] : []),
    ],
  }
}

/** A date as people mean it: the same in every zone. */
const date = (on: string): Cell => ({ type: Date, value: new Date(`${on}T00:00:00Z`), format: 'yyyy-mm-dd' })

const measuresSheet = ({ report, language }: Given): Sheet<never> => {
  const words = REPORT_WORDS[language]
  const rows = report.measures.map(
    ({ number: name, title, owner, dueOn, overdue, review, ticket, progress }): Row => [
      text(name),
      text(title),
      text(owner.name),
      date(dueOn),
      text(overdue ? words.overdue : null),
      text(review === null ? null : monthText(review, language)),
      text(ticket),
      text(progress?.text ?? null),
    ],
  )
  return {
    sheet: words.sheets.measures,
    stickyRowsCount: 1,
    columns: MEASURE_COLUMNS.map((column) => ({ width: column === 'title' || column === 'progress' ? 50 : 18 })),
    data: [MEASURE_COLUMNS.map((column) => head(words.measures[column])), ...rows],
  }
}

/** REP-3: the figures, a sheet for each cut, the open measures and the raw rows; numbers are numbers and moments are dates. */
export const writeSpreadsheet: WriteSpreadsheet = async (given) =>
  writeExcelFile([figuresSheet(given), ...cutSheets(given), measuresSheet(given), ticketsSheet(given)]).toBuffer()
