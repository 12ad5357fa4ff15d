import { plus } from '../domain/instant.ts'
import { zoneOf } from '../domain/setting/desk.ts'
import { localDate } from '../domain/sla/local-date.ts'
import type { TicketState } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { ListedRecord, ListName } from './ports.ts'
import { OPEN_TICKETS, type TicketSummary } from './ticket-record.ts'

type Listed = ListedRecord<TicketSummary>

/** One request to the table answers 1 MB at most, which is some 700 tickets. */
const MOST_OPEN = 1_000
const MOST_RECENT = 300
const RECENT_DAYS = 3
const DAY_MS = 24 * 3_600_000

/** Nobody ever worked on these. */
const UNSERVED: ReadonlySet<TicketState> = new Set(['returned', 'merged', 'cancelled'])

/**
 * What a new ticket may be like (INT-14): all that is open, and what is past of the same service, or of the last three days
 * while the service is not known. Two requests to the table, or four.
 */
export const similarityCandidates = async (deps: Deps, service: string | undefined): Promise<readonly Listed[]> => {
  const now = deps.clock.now()
  const zone = zoneOf(await deps.settings.desk())
  const newest = (list: ListName, key: string) =>
    deps.store.list<TicketSummary>(list, key, { limit: MOST_RECENT, order: 'descending' })
  const days = Array.from({ length: RECENT_DAYS }, (_, ago) => localDate(plus(now, -ago * DAY_MS), zone))
  const pages = await Promise.all([
    deps.store.list<TicketSummary>('open', OPEN_TICKETS, { limit: MOST_OPEN }),
    ...(service === undefined ? days.map((day) => newest('day', day)) : [newest('service', service)]),
  ])
  const found = new Map(pages.flatMap(({ items }) => items.map((item) => [item.summary.number, item] as const)))
  return [...found.values()].filter(({ summary }) => !UNSERVED.has(summary.state))
}
