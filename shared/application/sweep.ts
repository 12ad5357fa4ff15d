import { msOf } from '../domain/instant.ts'
import type { Deps } from './deps.ts'
import { DUE_SHARDS } from './ports.ts'
import { wakeUp } from './wake-up.ts'

const PAGE = 100

/** A wake-up this late is not merely under way: its record is written again so that the index cannot stay stale. */
const LOST_AFTER_MS = 120_000

/** SLA-7: finds what is due though no timer came for it, and does it. Answers how many records were woken. */
export const sweep = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now()
  let woken = 0
  for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
    for (const { key, wakeAt } of await deps.store.due(shard, now, PAGE)) {
      const lateMs = msOf(now) - msOf(wakeAt)
      if (lateMs > LOST_AFTER_MS) deps.metrics.note('WakeUpLateness', lateMs / 1_000)
      try {
        await wakeUp(deps, key, lateMs > LOST_AFTER_MS)
        woken += 1
      } catch (error) {
        deps.log.error('A due record could not be woken', error, { kind: key.kind })
      }
    }
  }
  return woken
}
