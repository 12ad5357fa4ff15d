import { PROBLEMS_LIST } from '../../../shared/application/problems.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { Problem } from '../../../shared/domain/problem/problem-decider.ts'
import type { Handler } from '../route.ts'

export const listProblems: Handler<Api['listProblems']> = async ({ deps, query: { cursor, limit } }) => {
  const page = await deps.store.list<Problem>('kind', PROBLEMS_LIST, { cursor, limit, order: 'descending' })
  return { body: { items: page.items.map(({ summary, version }) => ({ ...summary, version })), cursor: page.cursor } }
}
