import { similarityCandidates } from '../../../shared/application/similar-tickets.ts'
import type { Api } from '../../../shared/contract/api.ts'
import { mostSimilar } from '../../../shared/domain/similarity/similar.ts'
import type { Handler } from '../route.ts'
import { maySee } from '../views/may-see.ts'
import { rowView } from '../views/row-view.ts'

/** INT-14: what is like the ticket that is being typed in. */
export const findSimilarTickets: Handler<Api['findSimilarTickets']> = async ({ deps, query, caller: { actor } }) => {
  const { limit, ...sought } = query
  const desk = await deps.settings.desk()
  const looking = { actor, desk, now: deps.clock.now() }
  const seen = (await similarityCandidates(deps, sought.service)).filter(({ summary }) => maySee(summary, actor, desk))
  const found = mostSimilar(sought, seen, ({ summary }) => summary, limit)
  return { body: { items: found.map(({ candidate, score }) => ({ score, ticket: rowView(candidate, looking) })) } }
}
