import { type TicketSummary, ticketKey } from '../../../shared/application/ticket-record.ts'
import type { procedureEndpoints } from '../../../shared/contract/major-endpoints.ts'
import { childrenOf } from '../../../shared/domain/major-incident/children.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Handler } from '../route.ts'
import { isStaffActor, maySee } from '../views/may-see.ts'
import { rowView } from '../views/row-view.ts'
import { loadSeen } from './seen-ticket.ts'

/** A place in the list of numbers on the ticket. */
const CURSOR = /^from-(\d{1,4})$/

const placeOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const [, place] = CURSOR.exec(cursor) ?? []
  return place === undefined ? refuse('invalid', 'bad-cursor', 'This cursor belongs to another list.') : Number(place)
}

/** MAJ-8, PRI-9: in the order in which they were attached, of those kept from the caller the number alone. */
export const listChildren: Handler<(typeof procedureEndpoints)['listChildren']> = async (call) => {
  const { deps, params, query, caller } = call
  const { actor } = caller
  const { state: ticket } = await loadSeen(deps, params.number, actor)
  if (!isStaffActor(actor)) refuse('not-found', 'unknown-ticket', `There is no ticket ${params.number}.`)
  const from = placeOf(query.cursor)
  const numbers = childrenOf(ticket).slice(from, from + query.limit)
  const found = await deps.store.summaries<TicketSummary>(numbers.map(ticketKey))
  const desk = await deps.settings.desk()
  const looking = { actor, desk, now: deps.clock.now() }
  const items = numbers.map((number, index) => {
    const listed = found[index]
    return { number, ticket: listed && maySee(listed.summary, actor, desk) ? rowView(listed, looking) : null }
  })
  const next = from + query.limit
  return { body: { items, cursor: next < childrenOf(ticket).length ? `from-${next}` : null } }
}
