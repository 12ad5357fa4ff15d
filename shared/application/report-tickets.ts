import type { Instant } from '../domain/instant.ts'
import type { Actor } from '../domain/people/actor.ts'
import { refuse } from '../domain/refusal.ts'
import type { BacklogRow } from '../domain/report/backlog.ts'
import { isRowKeptFrom } from '../domain/report/kept-from.ts'
import { datesOf, endOfMonth, type Month } from '../domain/report/month.ts'
import type { Edition } from '../domain/report/report.ts'
import type { ReportRow } from '../domain/report/row.ts'
import type { Deps } from './deps.ts'
import { rowsOfDate } from './month-rows.ts'
import { backlogPages } from './open-rows.ts'
import { keptFile, unpacked } from './report-files.ts'

/** Rows of a month: the frozen ones of an edition, or those of the tickets as they are now. */
export type RowSource = {
  readonly asOf: Instant
  readonly dates: readonly string[]
  readonly rowsOf: (date: string) => Promise<readonly ReportRow[]>
  readonly backlog: () => AsyncIterable<readonly BacklogRow[]>
}

export const frozenRows = (deps: Deps, { asOf, files }: Edition): RowSource => ({
  asOf,
  dates: files.rows.map(({ date }) => date),
  rowsOf: async (date) => {
    const file = files.rows.find((each) => each.date === date)
    return file ? unpacked<ReportRow>(await keptFile(deps, file)) : []
  },
  backlog: async function* () {
    yield await unpacked<BacklogRow>(await keptFile(deps, files.backlog))
  },
})

export const liveRows = (deps: Deps, month: Month, timeZone: string): RowSource => ({
  asOf: deps.clock.now(),
  dates: datesOf(month),
  rowsOf: async (date) => {
    const rows: ReportRow[] = []
    for await (const page of rowsOfDate(deps, date)) rows.push(...page)
    return rows
  },
  backlog: () => backlogPages(deps, endOfMonth(month, timeZone)),
})

export type RowPage<Row> = {
  readonly items: readonly Row[]
  readonly cursor: string | null
  /** How many of the page are kept from the reader. */
  readonly withheld: number
}

/** Of a month the date and how many of its rows, of the backlog how many of it one has seen. */
type Place = { readonly date: string; readonly after: number }

const OF_MONTH = /^(\d{4}-\d\d-\d\d)~(\d{1,7})$/
const OF_BACKLOG = /^(open)~(\d{1,7})$/

const placeOf = (cursor: string | undefined, form: RegExp): Place => {
  if (cursor === undefined) return { date: '', after: 0 }
  const [, date, after] = form.exec(cursor) ?? []
  if (date === undefined)
    return refuse(
      'invalid',
      'bad-cursor',
      'This cursor belongs to another list or is damaged: start again without one.',
    )
  return { date, after: Number(after) }
}

type PageAsked = { readonly cursor?: string | undefined; readonly limit: number }

/** Of a long month a page looks through this many dates at most, so that it answers in time. */
const MOST_DATES = 10

/** REP-1: the next rows a reader may see of those wanted, in the order they were recorded. @throws DomainError bad-cursor */
export const rowPage = async (
  { dates, rowsOf }: RowSource,
  wanted: (row: ReportRow) => boolean,
  reader: Actor,
  { cursor, limit }: PageAsked,
): Promise<RowPage<ReportRow>> => {
  const place = placeOf(cursor, OF_MONTH)
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

/** REP-1: the next of what is open that a reader may see, the first due first. @throws DomainError bad-cursor */
export const backlogPage = async (
  { backlog }: RowSource,
  wanted: (row: BacklogRow) => boolean,
  reader: Actor,
  { cursor, limit }: PageAsked,
): Promise<RowPage<BacklogRow>> => {
  const { after } = placeOf(cursor, OF_BACKLOG)
  const items: BacklogRow[] = []
  let [at, withheld] = [-1, 0]
  for await (const rows of backlog()) {
    for (const row of rows) {
      at += 1
      if (at < after || !wanted(row)) continue
      if (items.length === limit) return { items, cursor: `open~${at}`, withheld }
      if (isRowKeptFrom(row, reader)) withheld += 1
      else items.push(row)
    }
  }
  return { items, cursor: null, withheld }
}
