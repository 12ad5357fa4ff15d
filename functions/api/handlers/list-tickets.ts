import type { ListName } from '../../../shared/application/ports.ts'
import type { TicketSummary } from '../../../shared/application/ticket-record.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { QueryOf } from '../../../shared/contract/endpoint.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { PersonActor } from '../caller.ts'
import { HttpProblem } from '../http-problem.ts'
import type { Handler } from '../route.ts'
import { isStaffActor, maySee, sharesDepartment } from '../views/may-see.ts'
import { rowView } from '../views/row-view.ts'

type Query = QueryOf<Api['listTickets']>

type Wanted = { readonly list: ListName; readonly key: string; readonly order: 'ascending' | 'descending' }

const needed = (query: Query, field: 'group' | 'service' | 'item'): string => {
  const value = query[field]
  if (value !== undefined) return value
  const message = `needed with view=${query.view}`
  throw new HttpProblem(422, 'validation-failed', `${field}: ${message}`, [{ in: 'query', field, message }])
}

const forStaff = (actor: PersonActor): void => {
  if (!isStaffActor(actor)) refuse('forbidden', 'list-for-staff', 'This list is for the people who work on tickets.')
}

const personOf = ({ person }: Query, actor: PersonActor): string => {
  if (person !== undefined && person !== actor.id) forStaff(actor)
  return person ?? actor.id
}

/** ROL-3: whose customer allows it sees the own department's; staff any. */
const departmentOf = ({ department }: Query, actor: PersonActor, desk: Desk): string => {
  const wanted = department ?? actor.department
  if (wanted === null) {
    return refuse('invalid', 'no-department', 'You have no department; staff may name one with department.')
  }
  if (!sharesDepartment(wanted, actor, desk)) forStaff(actor)
  return wanted
}

/** Lists of those who dispatch and close; their places in the table are named where they are written. */
const SPECIAL = {
  'to-close': 'TICKET-TO-CLOSE',
  'rating-reviews': 'TICKET-RATING-REVIEW',
  'priority-changes': 'TICKET-PRIORITY-CHANGE',
} as const

/** One list of the table for each view. @throws DomainError forbidden; HttpProblem when the view needs a field more */
const wantedBy = (query: Query, actor: PersonActor, desk: Desk): Wanted => {
  switch (query.view) {
    case 'mine':
      return { list: 'assignee', key: personOf(query, actor), order: 'ascending' }
    case 'requested':
      return { list: 'requester', key: personOf(query, actor), order: 'descending' }
    case 'department':
      return { list: 'department', key: departmentOf(query, actor, desk), order: 'descending' }
    case 'queue':
      forStaff(actor)
      return { list: 'queue', key: needed(query, 'group'), order: 'ascending' }
    case 'service':
    case 'item':
      forStaff(actor)
      return { list: query.view, key: needed(query, query.view), order: 'descending' }
    case 'to-close':
    case 'rating-reviews':
    case 'priority-changes':
      forStaff(actor)
      return { list: 'kind', key: SPECIAL[query.view], order: 'ascending' }
  }
}

/** PRI-8: one query for any list; tickets kept from the caller are left out of it (PRI-9). */
export const listTickets: Handler<Api['listTickets']> = async ({ deps, query, caller: { actor } }) => {
  const desk = await deps.settings.desk()
  const { list, key, order } = wantedBy(query, actor, desk)
  const { cursor, limit } = query
  const page = await deps.store.list<TicketSummary>(list, key, { cursor, limit, order })
  const seen = page.items.filter(({ summary }) => maySee(summary, actor, desk))
  return { body: { items: seen.map((listed) => rowView(listed, actor)), cursor: page.cursor } }
}
