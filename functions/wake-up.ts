import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../shared/application/deps.ts'
import { wakeUp } from '../shared/application/wake-up.ts'
import { type Instant, msOf } from '../shared/domain/instant.ts'
import type { RecordKey } from '../shared/domain/record.ts'

type WakeUpEvent = RecordKey & { readonly at: Instant }

/** Schedulers work by the minute: whoever calls earlier than that is wrong, and finds nothing due. */
const LONGEST_WAIT_MS = 60_000

/**
 * Time has passed for one record (SLA-6). A call may come up to a minute early, because nothing but this function can act
 * to the second; it waits for the rest.
 */
export const wakeUpHandler =
  (deps: Deps, wait: (ms: number) => Promise<unknown> = sleep) =>
  async ({ kind, id, at }: WakeUpEvent): Promise<void> => {
    const earlyMs = msOf(at) - msOf(deps.clock.now())
    if (earlyMs > 0 && earlyMs <= LONGEST_WAIT_MS) await wait(earlyMs)
    deps.metrics.note('WakeUpLateness', Math.max(0, -earlyMs) / 1_000)
    await wakeUp(deps, { kind, id })
  }
