import type { Instant } from '../domain/instant.ts'
import { CLOCK } from '../domain/people/actor.ts'
import type { BacklogRow } from '../domain/report/backlog.ts'
import { type Count, countRows, mergeCounts } from '../domain/report/count.ts'
import { datesOf, type Month } from '../domain/report/month.ts'
import { type ReportRow, rowOf } from '../domain/report/row.ts'
import { judgedBy } from '../domain/ticket/context.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { pagesOf, wholeList } from './pages-of.ts'
import type { ListName } from './ports.ts'
import { OPEN_TICKETS, RATING_REVIEWS, type TicketSummary, ticketContext, ticketKey } from './ticket-record.ts'

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
  for await (const listed of pagesOf<TicketSummary>(deps.store, 'day', date)) {
    const rows = listed.map(async ({ row, key }) =>
      row === undefined ? rowFromRecord(deps, key.id) : [row as ReportRow],
    )
    yield (await Promise.all(rows)).flat()
  }
}

/** What is done with the rows of a date besides counting them. */
export type KeepRows = (date: string, pages: AsyncIterable<readonly ReportRow[]>) => AsyncIterable<readonly ReportRow[]>

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

const backlogRow = (summary: TicketSummary): BacklogRow => {
  const { number, title, state, channel, priority, group, security, recordedAt, dueAt } = summary
  const { assignee, requester } = summary
  return {
    ...{ number, title, state, channel, priority, group, security, recordedAt, dueAt },
    assignee: assignee?.id ?? null,
    requester: requester.personId,
  }
}

const backlogRows = async ({ store }: Deps, list: ListName, key: string): Promise<readonly BacklogRow[]> =>
  (await wholeList<TicketSummary>(store, list, key)).map(({ summary }) => backlogRow(summary))

/** Everything that is open now, the first due first. */
export const openRows = (deps: Deps): Promise<readonly BacklogRow[]> => backlogRows(deps, 'open', OPEN_TICKETS)

/** CLO-6: the tickets whose bad rating waits for its review. */
export const openReviews = (deps: Deps): Promise<readonly BacklogRow[]> => backlogRows(deps, 'kind', RATING_REVIEWS)
