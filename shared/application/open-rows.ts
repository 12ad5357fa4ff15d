import type { Instant } from '../domain/instant.ts'
import { type BacklogCount, type BacklogRow, countBacklog, isBacklogOf, NO_BACKLOG } from '../domain/report/backlog.ts'
import type { Deps } from './deps.ts'
import { pagesOf, wholeList } from './pages-of.ts'
import type { Store } from './ports.ts'
import { OPEN_TICKETS, RATING_REVIEWS, type TicketSummary } from './ticket-record.ts'

const backlogRow = (summary: TicketSummary): BacklogRow => {
  const { number, title, state, channel, priority, group, security, recordedAt, dueAt } = summary
  const { assignee, requester } = summary
  return {
    ...{ number, title, state, channel, priority, group, security, recordedAt, dueAt },
    assignee: assignee?.id ?? null,
    requester: requester.personId,
  }
}

/** What is open now and was recorded before the month ended, page by page, the first due first. */
export const backlogPages = async function* (
  { store }: { readonly store: Pick<Store, 'list'> },
  monthEndsAt: Instant,
): AsyncGenerator<readonly BacklogRow[]> {
  for await (const listed of pagesOf<TicketSummary>(store, 'open', OPEN_TICKETS)) {
    yield listed.map(({ summary }) => backlogRow(summary)).filter((row) => isBacklogOf(row, monthEndsAt))
  }
}

/** REP-2: counts what is open as it stands at `asOf`, a page in memory at a time. */
export const countOpen = async (pages: AsyncIterable<readonly BacklogRow[]>, asOf: Instant): Promise<BacklogCount> => {
  let count = NO_BACKLOG
  for await (const rows of pages) count = countBacklog(count, rows, asOf)
  return count
}

/** CLO-6: the tickets whose bad rating waits for its review. */
export const openReviews = async ({ store }: Deps): Promise<readonly BacklogRow[]> =>
  (await wholeList<TicketSummary>(store, 'kind', RATING_REVIEWS)).map(({ summary }) => backlogRow(summary))
