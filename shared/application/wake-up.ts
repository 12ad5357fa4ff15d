import { CLOCK } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { DomainError } from '../domain/refusal.ts'
import { wakeCanary } from './canaries.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { wakeMeasure } from './measures.ts'
import { deliverNotice } from './notices.ts'
import { watchRota } from './rota-watch.ts'
import { ticketRecord } from './ticket-record.ts'

/**
 * SLA-6: time has passed for one record. It is read, asked what is due, and the answer is written; a wake-up that is
 * stale, early, late or double finds nothing due. `refresh` moves a wake-up time the index still has, though the record
 * has none so early (SLA-7). An unknown record is noted. @throws anything else, so that the timer tries again
 */
export const wakeUp = async (deps: Deps, key: RecordKey, refresh = false): Promise<void> => {
  try {
    if (key.kind === 'ticket') {
      await executeOn(deps, ticketRecord, key, { type: 'wake' }, CLOCK, { refreshWakeUp: refresh })
    } else if (key.kind === 'notice') {
      await deliverNotice(deps, key)
    } else if (key.kind === 'rota-watch') {
      await watchRota(deps, key.id, refresh)
    } else if (key.kind === 'canary') {
      await wakeCanary(deps, key, refresh)
    } else if (key.kind === 'measure') {
      await wakeMeasure(deps, key, refresh)
    }
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'unknown-ticket')) throw error
    deps.log.error('A wake-up found no record', error, { kind: key.kind })
  }
}
