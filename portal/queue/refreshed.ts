import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { byWorkOrder } from './work-order.ts'

export type Refreshed = {
  readonly rows: readonly TicketRow[]
  /** Numbers that were not there before. */
  readonly arrived: readonly string[]
}

const unchanged = (before: TicketRow | undefined, now: TicketRow): TicketRow =>
  before?.version === now.version &&
  before.dueAt === now.dueAt &&
  before.clock?.remainingMinutes === now.clock?.remainingMinutes
    ? before
    : now

/**
 * The loaded rows after their first page has been read again. Whatever would stand within that page and is not in it has
 * left the list; what comes after it stays as it was. Rows that did not change keep their identity, so that they are not
 * drawn again.
 */
export const refreshed = (loaded: readonly TicketRow[], page: readonly TicketRow[], isWhole: boolean): Refreshed => {
  const before = new Map(loaded.map((row) => [row.number, row]))
  const first = page.map((row) => unchanged(before.get(row.number), row))
  const last = first.at(-1)
  const inPage = new Set(first.map(({ number }) => number))
  const after = isWhole || !last ? [] : loaded.filter((row) => !inPage.has(row.number) && byWorkOrder(row, last) > 0)
  return {
    rows: [...first, ...after],
    arrived: first.filter(({ number }) => !before.has(number)).map(({ number }) => number),
  }
}
