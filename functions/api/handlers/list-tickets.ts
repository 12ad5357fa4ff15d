import type { TicketSummary } from '../../../shared/application/ticket-record.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { Handler } from '../route.ts'
import { maySee } from '../views/may-see.ts'
import { rowView } from '../views/row-view.ts'
import { tagOf, versionsOf } from '../views/tag.ts'
import { ticketList } from './ticket-list.ts'

/** PRI-8: one query for any list; tickets kept from the caller are left out of it (PRI-9). */
export const listTickets: Handler<Api['listTickets']> = async ({ deps, query, caller: { actor } }) => {
  const desk = await deps.settings.desk()
  const looking = { actor, desk, now: deps.clock.now() }
  const { list, key, ...request } = ticketList(query, looking)
  const { cursor, limit } = query
  const page = await deps.store.list<TicketSummary>(list, key, { ...request, cursor, limit })
  const seen = page.items.filter(({ summary }) => maySee(summary, actor, desk))
  return {
    body: { items: seen.map((listed) => rowView(listed, looking)), cursor: page.cursor },
    tag: tagOf(versionsOf(seen), page.cursor),
  }
}
