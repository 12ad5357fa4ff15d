import { DESK } from '../../domain/people/actor.ts'
import { DomainError } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { putSetting } from '../setting-record.ts'
import type { NamedSetting } from './default-settings.ts'

/** Does what must only be done to a record that is not there yet; one that is there stays as it is. */
export const unlessThere = async (put: () => Promise<unknown>): Promise<void> => {
  try {
    await put()
  } catch (error) {
    if (!(error instanceof DomainError && error.problem === 'stale')) throw error
  }
}

/** Puts what the desk has not got yet; what an administrator has changed stays. Safe to repeat after a crash half-way. */
export const putMissingSettings = async (deps: Deps, settings: readonly NamedSetting[]): Promise<void> => {
  await Promise.all(
    settings.map(({ kind, id, value }) =>
      unlessThere(() => putSetting(deps, kind, id, value, DESK, { expectedVersion: 0 })),
    ),
  )
}
