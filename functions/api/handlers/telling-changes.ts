import type { Deps } from '../../../shared/application/deps.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import type { RecordKey } from '../../../shared/domain/record.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { type Change, ChangedInBetween } from '../changed-in-between.ts'

/** Read when somebody was faster; whoever is further behind has to look at the record anyway. */
const LINES_READ = 50

/**
 * LIF-9: an act on a version that is no longer the record’s is refused with what has changed since.
 * @param seen what the caller may see of the lines of history written since their version
 * @throws ChangedInBetween in place of the refusal
 */
export const tellingChanges = async <State, Result>(
  { deps, expectedVersion }: { readonly deps: Deps; readonly expectedVersion: number | undefined },
  key: RecordKey,
  seen: (lines: readonly HistoryLine[], state: State) => Promise<readonly Change[]> | readonly Change[],
  attempt: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await attempt()
  } catch (error) {
    const isStale = error instanceof DomainError && error.problem === 'stale'
    if (!isStale || expectedVersion === undefined) throw error
    const { record, history } = await deps.store.loadWithHistory<State>(key, { limit: LINES_READ })
    if (!record) throw error
    const since = history.items.filter(({ version }) => version !== undefined && version > expectedVersion)
    throw new ChangedInBetween(error.code, error.message, record.version, await seen(since, record.state))
  }
}
