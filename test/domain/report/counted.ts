import type { Instant } from '../../../shared/domain/instant.ts'
import { CLOCK } from '../../../shared/domain/people/actor.ts'
import { type BacklogRow, countBacklog, isBacklogOf, NO_BACKLOG } from '../../../shared/domain/report/backlog.ts'
import { countRows } from '../../../shared/domain/report/count.ts'
import type { FigureId } from '../../../shared/domain/report/figures.ts'
import { type Counted, type MonthReport, monthReport, type Past } from '../../../shared/domain/report/month-report.ts'
import { type ReportRow, rowOf } from '../../../shared/domain/report/row.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { contextOf } from '../../support/desk-at-work.ts'
import { inShanghai, smallDesk } from '../../support/ticket-fixtures.ts'
import { ticketIn } from '../ticket/tickets-in-every-state.ts'

const NO_PAST: Past = { lastMonth: null, lastYear: null }

/** The morning of the first working day after the fixtures' month. */
export const FIRST_OF_APRIL = inShanghai('2026-04-01 09:00')

export const rowFor = (ticket: Ticket): ReportRow =>
  rowOf(ticket, judgedBy(ticket, contextOf(smallDesk, CLOCK, ticket.updatedAt)))

let numbers = 0

/** A row of a closed ticket of its own number, with what a test is about. */
export const aRow = (more: Partial<ReportRow> = {}): ReportRow => {
  numbers += 1
  return { ...rowFor(ticketIn('closed')), number: `INC-2026-${String(numbers).padStart(6, '0')}`, ...more }
}

type More = Partial<Counted> & { readonly past?: Past; readonly open?: readonly BacklogRow[] }

const MARCH_ENDS_AT = inShanghai('2026-04-01 00:00')

const backlogOf = (open: readonly BacklogRow[], asOf: Instant) =>
  countBacklog(
    NO_BACKLOG,
    open.filter((row) => isBacklogOf(row, MARCH_ENDS_AT)),
    asOf,
  )

/** The report of rows of March 2026 as it stands at `asOf`. */
export const reportOf = (
  rows: readonly ReportRow[],
  { asOf = FIRST_OF_APRIL, past = NO_PAST, open = [], ...more }: More = {},
): MonthReport =>
  monthReport(
    {
      month: '2026-03',
      timeZone: 'Asia/Shanghai',
      asOf,
      count: countRows(rows, asOf),
      backlog: backlogOf(open, asOf),
      openReviews: [],
      ...more,
    },
    past,
  )

export const resultIn = (report: MonthReport, id: FigureId | string) => {
  const found = report.figures.find((each) => each.id === id)
  if (!found) throw new Error(`there is no figure ${id}`)
  return found
}

export const resultOf = (rows: readonly ReportRow[], id: FigureId, asOf: Instant = FIRST_OF_APRIL) => {
  const { numerator, denominator, value } = resultIn(reportOf(rows, { asOf }), id)
  return { numerator, denominator, value }
}
