import { DESK } from '../../domain/people/actor.ts'
import type { Deps } from '../deps.ts'
import { putSetting, settingKey } from '../setting-record.ts'
import type { NamedSetting } from './default-settings.ts'

/** Puts what the desk has not got yet; what an administrator has changed stays. Safe to repeat after a crash half-way. */
export const putMissingSettings = async (deps: Deps, settings: readonly NamedSetting[]): Promise<void> => {
  await Promise.all(
    settings.map(async ({ kind, id, value }) => {
      if (await deps.store.load(settingKey(kind, id))) return
      await putSetting(deps, kind, id, value, DESK, { expectedVersion: 0 })
    }),
  )
}
