import { type Bounds, manyPages } from '../../../shared/application/many-pages.ts'
import { FAILED_NOTICES } from '../../../shared/application/notice-lists.ts'
import type { NoticeSummary } from '../../../shared/application/notice-record.ts'
import type { Store } from '../../../shared/application/ports.ts'
import {
  OPEN_TICKETS,
  RATING_REVIEWS,
  type TicketSummary,
  TO_CLOSE,
} from '../../../shared/application/ticket-record.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { Dashboard } from '../../../shared/contract/dashboard-endpoints.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { isMajor } from '../../../shared/domain/major-incident/taking-part.ts'
import { MAJOR_WAITS } from '../../../shared/domain/major-incident/waits.ts'
import { type Actor, hasRole } from '../../../shared/domain/people/actor.ts'
import { PRIORITIES } from '../../../shared/domain/priority/grade.ts'
import { type Desk, zoneOf } from '../../../shared/domain/setting/desk.ts'
import { localDate } from '../../../shared/domain/sla/local-date.ts'
import { OPEN } from '../../../shared/domain/ticket/moves.ts'
import type { Handler } from '../route.ts'
import { maySee } from '../views/may-see.ts'
import { type Listed, rowView } from '../views/row-view.ts'
import { tagOf, versionsOf } from '../views/tag.ts'

const MOST: Bounds = { items: 10_000, requests: 10 }
const DUE_NEXT = 10
const MOST_MAJORS = 20

/** Figures must equal the lists behind them, so they count what the caller may see (PRI-9). */
const seenIn = async (store: Store, list: 'open' | 'day' | 'kind', key: string, actor: Actor, desk: Desk) => {
  const { items, cursor } = await manyPages<TicketSummary>(store, list, key, {}, MOST)
  return { tickets: items.filter(({ summary }) => maySee(summary, actor, desk)), isAll: cursor === null }
}

type Count = { readonly count: number; readonly query: string }

const count = (tickets: readonly Listed[], query: string): Count => ({ count: tickets.length, query })

/** One figure for each value there is, and for those of `always` that there is none of. */
const countBy = <Name extends string, Value extends string | number>(
  tickets: readonly Listed[],
  name: Name,
  of: (summary: TicketSummary) => Value,
  queryOf: (value: Value) => string,
  always: readonly Value[] = [],
): readonly (Readonly<Record<Name, Value>> & Count)[] => {
  const byValue = Map.groupBy(tickets, ({ summary }) => of(summary))
  const values = [...new Set([...always, ...[...byValue.keys()].toSorted()])]
  return values.map((value) => {
    const named = { [name]: value } as Readonly<Record<Name, Value>>
    return { ...named, ...count(byValue.get(value) ?? [], queryOf(value)) }
  })
}

const openFigures = (tickets: readonly Listed[]): Dashboard['open'] => ({
  ...count(tickets, 'view=open'),
  byState: countBy(
    tickets,
    'state',
    ({ state }) => state,
    (state) => `view=open&state=${state}`,
    OPEN,
  ),
  byPriority: countBy(
    tickets,
    'priority',
    ({ priority }) => priority,
    (priority) => `view=open&priority=${priority}`,
    PRIORITIES,
  ),
  byGroup: countBy(
    tickets,
    'group',
    ({ group }) => group,
    (group) => `view=queue&group=${group}`,
  ),
})

const intakeFigures = (tickets: readonly Listed[], on: string): Dashboard['intake'] => ({
  on,
  ...count(tickets, `view=recorded&on=${on}`),
  byChannel: countBy(
    tickets,
    'channel',
    ({ channel }) => channel,
    (channel) => `view=recorded&on=${on}&channel=${channel}`,
  ),
})

/** MAJ-5 to MAJ-7: what solved ones wait for; a candidate waits for its judgement while it is worked on. */
const majorFigures = (solved: readonly Listed[]): Dashboard['majorWaits'] =>
  MAJOR_WAITS.filter((waits) => waits !== 'judgement').map((waits) => ({
    waits,
    ...count(
      solved.filter(({ summary }) => summary.majorWaits === waits),
      `view=to-close&majorWaits=${waits}`,
    ),
  }))

const isPastDue = ({ summary: { dueAt } }: Listed, now: Instant): boolean => dueAt !== null && dueAt < now
const isAhead = ({ summary: { dueAt } }: Listed, now: Instant): boolean => dueAt !== null && dueAt >= now

/** NOT-3: as many as the list of them has, for whoever may read it. */
const unreachedBy = async (store: Store, actor: Actor) =>
  hasRole(actor, 'desk', 'desk-manager', 'incident-manager')
    ? manyPages<NoticeSummary>(store, 'kind', FAILED_NOTICES, {}, MOST)
    : null

/** REP-6: all figures of one reading, which the table gives in the order of what is due. */
export const getDashboard: Handler<Api['getDashboard']> = async ({ deps, caller: { actor } }) => {
  const desk = await deps.settings.desk()
  const now = deps.clock.now()
  const today = localDate(now, zoneOf(desk))
  const [open, solved, intake, reviews, unreached] = await Promise.all([
    seenIn(deps.store, 'open', OPEN_TICKETS, actor, desk),
    seenIn(deps.store, 'kind', TO_CLOSE, actor, desk),
    seenIn(deps.store, 'day', today, actor, desk),
    seenIn(deps.store, 'kind', RATING_REVIEWS, actor, desk),
    unreachedBy(deps.store, actor),
  ])
  const dueNext = open.tickets.filter((ticket) => isAhead(ticket, now)).slice(0, DUE_NEXT)
  const majors = [...open.tickets, ...solved.tickets].filter(({ summary }) => isMajor(summary)).slice(0, MOST_MAJORS)
  const figures = {
    open: openFigures(open.tickets),
    missed: count(
      open.tickets.filter((ticket) => isPastDue(ticket, now)),
      'view=missed',
    ),
    intake: intakeFigures(intake.tickets, today),
    majorWaits: majorFigures(solved.tickets),
    ratingReviews: count(reviews.tickets, 'view=rating-reviews'),
    unreached: unreached && { count: unreached.items.length },
    complete: open.isAll && solved.isAll && intake.isAll && reviews.isAll && !unreached?.cursor,
  }
  const rowsOf = (tickets: readonly Listed[]) => tickets.map((ticket) => rowView(ticket, { actor, desk, now }))
  return {
    body: { at: now, ...figures, majors: rowsOf(majors), dueNext: { items: rowsOf(dueNext), query: 'view=due' } },
    tag: tagOf(figures, versionsOf([...majors, ...dueNext])),
  }
}
