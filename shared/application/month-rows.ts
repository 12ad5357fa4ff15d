import type { Instant } from '../domain/instant.ts'
import { CLOCK } from '../domain/people/actor.ts'
import { type Count, countRows, mergeCounts } from '../domain/report/count.ts'
import { datesOf, type Month } from '../domain/report/month.ts'
import { type ReportRow, rowOf } from '../domain/report/row.ts'
import { judgedBy } from '../domain/ticket/context.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { allPages } from './pages-of.ts'
import { ticketContext, ticketKey } from './ticket-record.ts'

/** Days read at the same time: enough to keep one processor busy, and some pages of 1 MB in memory. */
const DAYS_AT_ONCE = 6

/** Of a ticket that was last written before there were rows; one request. */
const rowFromRecord = async (deps: Deps, number: string): Promise<readonly ReportRow[]> => {
  const ticket = (await deps.store.load<Ticket>(ticketKey(number)))?.state
  if (!ticket) return []
  const context = await ticketContext({ now: deps.clock.now(), actor: CLOCK, newId: deps.newId }, ticket, deps)
  return [rowOf(ticket, judgedBy(ticket, context))]
}

/** The rows of the tickets recorded on a date of the desk's zone, page by page, in the order they were recorded. */
export const rowsOfDate = async function* (deps: Deps, date: string): AsyncGenerator<readonly ReportRow[]> {
  for await (const listed of allPages((page) => deps.store.rows<ReportRow>(date, page))) {
    const rows = listed.map(async ({ row, key }) => (row ? [row] : rowFromRecord(deps, key.id)))
    yield (await Promise.all(rows)).flat()
  }
}

type Pages<Row> = AsyncIterable<readonly Row[]>

/** What is done with the rows of a date besides counting them. */
export type KeepRows = (date: string, pages: Pages<ReportRow>) => Pages<ReportRow>

const countDate = async (deps: Deps, date: string, asOf: Instant, keep: KeepRows): Promise<Count> => {
  const counts: Count[] = []
  for await (const rows of keep(date, rowsOfDate(deps, date))) counts.push(countRows(rows, asOf))
  return mergeCounts(counts)
}

/** REP-2: counts the rows of a month as they stand at `asOf`; several days at a time, no more than a few pages in memory. */
export const countMonth = async (
  deps: Deps,
  month: Month,
  asOf: Instant,
  keep: KeepRows = (_, pages) => pages,
): Promise<Count> => {
  const dates = datesOf(month).values()
  const countSome = async (): Promise<readonly Count[]> => {
    const counts: Count[] = []
    for (const date of dates) counts.push(await countDate(deps, date, asOf, keep))
    return counts
  }
  const parts = await Promise.all(Array.from({ length: DAYS_AT_ONCE }, countSome))
  return mergeCounts(parts.flat())
}
