import type { Instant } from '../domain/instant.ts'
import type { Actor } from '../domain/people/actor.ts'
import { refuse } from '../domain/refusal.ts'
import type { BacklogRow } from '../domain/report/backlog.ts'
import { isRowKeptFrom } from '../domain/report/kept-from.ts'
import { datesOf, type Month } from '../domain/report/month.ts'
import type { Edition } from '../domain/report/report.ts'
import type { ReportRow } from '../domain/report/row.ts'
import type { Deps } from './deps.ts'
import { openRows, rowsOfDate } from './month-rows.ts'
import { keptFile, unpacked } from './report-files.ts'

/** Rows of a month: the frozen ones of an edition, or those of the tickets as they are now. */
export type RowSource = {
  readonly asOf: Instant
  readonly dates: readonly string[]
  readonly rowsOf: (date: string) => Promise<readonly ReportRow[]>
  readonly backlog: () => Promise<readonly BacklogRow[]>
}

export const frozenRows = (deps: Deps, { asOf, files }: Edition): RowSource => ({
  asOf,
  dates: files.rows.map(({ date }) => date),
  rowsOf: async (date) => {
    const file = files.rows.find((each) => each.date === date)
    return file ? unpacked<ReportRow>(await keptFile(deps, file)) : []
  },
  backlog: async () => unpacked<BacklogRow>(await keptFile(deps, files.backlog)),
})

export const liveRows = (deps: Deps, month: Month): RowSource => ({
  asOf: deps.clock.now(),
  dates: datesOf(month),
  rowsOf: async (date) => {
    const rows: ReportRow[] = []
    for await (const page of rowsOfDate(deps, date)) rows.push(...page)
    return rows
  },
  backlog: () => openRows(deps),
})

export type RowPage<Row> = {
  readonly items: readonly Row[]
  readonly cursor: string | null
  /** How many of the page are kept from the reader. */
  readonly withheld: number
}

type Place = { readonly date: string; readonly after: number }

const CURSOR = /^(\d{4}-\d\d-\d\d)~(\d{1,7})$/

const placeOf = (cursor: string | undefined): Place => {
  if (cursor === undefined) return { date: '', after: 0 }
  const [, date, after] = CURSOR.exec(cursor) ?? []
  if (date === undefined)
    return refuse(
      'invalid',
      'bad-cursor',
      'This cursor belongs to another list or is damaged: start again without one.',
    )
  return { date, after: Number(after) }
}

/** Of a long month a page looks through this many dates at most, so that it answers in time. */
const MOST_DATES = 10

/** REP-1: the next rows a reader may see of those wanted, in the order they were recorded. @throws DomainError bad-cursor */
export const rowPage = async (
  { dates, rowsOf }: RowSource,
  wanted: (row: ReportRow) => boolean,
  reader: Actor,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<RowPage<ReportRow>> => {
  const place = placeOf(cursor)
  const ahead = dates.filter((date) => date >= place.date)
  const items: ReportRow[] = []
  let withheld = 0
  for (const date of ahead.slice(0, MOST_DATES)) {
    const rows = await rowsOf(date)
    for (let at = date === place.date ? place.after : 0; at < rows.length; at += 1) {
      const row = rows[at]
      if (items.length === limit) return { items, cursor: `${date}~${at}`, withheld }
      if (row === undefined || !wanted(row)) continue
      if (isRowKeptFrom(row, reader)) withheld += 1
      else items.push(row)
    }
  }
  const next = ahead[MOST_DATES]
  return { items, cursor: next === undefined ? null : `${next}~0`, withheld }
}
