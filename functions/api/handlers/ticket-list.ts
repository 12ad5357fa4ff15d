import type { ListName, PageRequest, Where } from '../../../shared/application/ports.ts'
import {
  formerlyKey,
  INSISTED,
  NEVER,
  OPEN_TICKETS,
  RATING_REVIEWS,
  REGISTRATIONS,
  type TicketSummary,
  TO_CLOSE,
} from '../../../shared/application/ticket-record.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { QueryOf } from '../../../shared/contract/endpoint.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { type Desk, zoneOf } from '../../../shared/domain/setting/desk.ts'
import { localDate } from '../../../shared/domain/sla/local-date.ts'
import type { PersonActor } from '../caller.ts'
import { HttpProblem } from '../http-problem.ts'
import { isStaffActor, maySee, sharesDepartment } from '../views/may-see.ts'

export type ListQuery = QueryOf<Api['listTickets']>

/** Who asks, of which desk, and when. */
export type Asking = { readonly actor: PersonActor; readonly desk: Desk; readonly now: Instant }

/** One list of the table, or a stretch of it. */
type Wanted = Pick<PageRequest, 'order' | 'between'> & {
  readonly list: ListName
  readonly key: string
}

const needed = (query: ListQuery, field: 'group' | 'service' | 'item' | 'formerly'): string => {
  const value = query[field]
  if (value !== undefined) return value
  const message = `needed with view=${query.view}`
  throw new HttpProblem(422, 'validation-failed', `${field}: ${message}`, [{ in: 'query', field, message }])
}

const forStaff = (actor: PersonActor): void => {
  if (!isStaffActor(actor)) refuse('forbidden', 'list-for-staff', 'This list is for the people who work on tickets.')
}

const personOf = ({ person }: ListQuery, actor: PersonActor): string => {
  if (person !== undefined && person !== actor.id) forStaff(actor)
  return person ?? actor.id
}

/** ROL-3: whose customer allows it sees the own department's; staff any. */
const departmentOf = ({ department }: ListQuery, { actor, desk }: Asking): string => {
  const wanted = department ?? actor.department
  if (wanted === null) {
    return refuse('invalid', 'no-department', 'You have no department; staff may name one with department.')
  }
  if (!sharesDepartment(wanted, actor, desk)) forStaff(actor)
  return wanted
}

/** Lists of those who dispatch and close; their places in the table are named where they are written. */
const SPECIAL = {
  'to-close': TO_CLOSE,
  'rating-reviews': RATING_REVIEWS,
  'priority-changes': 'TICKET-PRIORITY-CHANGE',
  insisted: INSISTED,
  registrations: REGISTRATIONS,
} as const

const BEFORE_EVERYTHING = '0'

/** Where each view is in the table. @throws DomainError forbidden; HttpProblem when the view needs a field more */
const wantedBy = (query: ListQuery, asking: Asking): Wanted => {
  const { actor, desk, now } = asking
  switch (query.view) {
    case 'mine':
      return { list: 'assignee', key: personOf(query, actor), order: 'ascending' }
    case 'requested':
      return { list: 'requester', key: personOf(query, actor), order: 'descending' }
    case 'department':
      return { list: 'department', key: departmentOf(query, asking), order: 'descending' }
    case 'queue':
      return { list: 'queue', key: needed(query, 'group'), order: 'ascending' }
    case 'service':
    case 'item':
      return { list: query.view, key: needed(query, query.view), order: 'descending' }
    case 'open':
      return { list: 'open', key: OPEN_TICKETS, order: 'ascending' }
    case 'missed':
      return { list: 'open', key: OPEN_TICKETS, order: 'ascending', between: [BEFORE_EVERYTHING, now] }
    case 'due':
      // Behind a cursor nothing is past due that was not when the list began.
      return {
        list: 'open',
        key: OPEN_TICKETS,
        order: 'ascending',
        between: [query.cursor ? BEFORE_EVERYTHING : now, NEVER],
      }
    case 'recorded':
      return { list: 'day', key: query.on ?? localDate(now, zoneOf(desk)), order: 'descending' }
    case 'formerly':
      return { list: 'kind', key: formerlyKey(needed(query, 'formerly')), order: 'ascending' }
    case 'to-close':
    case 'rating-reviews':
    case 'priority-changes':
    case 'insisted':
    case 'registrations':
      return { list: 'kind', key: SPECIAL[query.view], order: 'ascending' }
  }
}

const OF_REQUESTERS: ReadonlySet<ListQuery['view']> = new Set(['mine', 'requested', 'department'])

const FILTERS = ['state', 'priority', 'group', 'category', 'channel', 'service', 'item', 'majorWaits'] as const

const KEYS: Partial<Readonly<Record<ListQuery['view'], (typeof FILTERS)[number]>>> = {
  queue: 'group',
  service: 'service',
  item: 'item',
}

/** Looked for while reading, so that a page is not the shorter for what is left out of it; PRI-9 besides. */
const whereOf = (query: ListQuery, { actor, desk }: Asking): Where<TicketSummary>['where'] => {
  const given = FILTERS.filter((field) => query[field] !== undefined && KEYS[query.view] !== field)
  if (given.length === 0) return undefined
  return (summary) => given.every((field) => summary[field] === query[field]) && maySee(summary, actor, desk)
}

/** The list a query asks for. @throws DomainError forbidden; HttpProblem when the view needs a field more */
export const ticketList = (query: ListQuery, asking: Asking): Wanted & Where<TicketSummary> => {
  if (!OF_REQUESTERS.has(query.view)) forStaff(asking.actor)
  return { ...wantedBy(query, asking), where: whereOf(query, asking) }
}
