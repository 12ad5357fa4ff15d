import {
  type OverrideCommand,
  type OverrideContext,
  type OverrideEvent,
  overrideDecider,
} from '../domain/on-call/overriding.ts'
import type { Actor } from '../domain/people/actor.ts'
import { refuse } from '../domain/refusal.ts'
import type { Setting } from '../domain/setting/setting.ts'
import type { Deps } from './deps.ts'
import { type Executed, executeOn } from './execute.ts'
import { type Execution, NameTaken, type RecordType } from './record-type.ts'
import { settingKey, settingPlace, settingVersionAlias } from './setting-record.ts'

const rotaRecord: RecordType<Setting<'rota'>, OverrideCommand, OverrideEvent, OverrideContext> = {
  kind: 'setting',
  decider: overrideDecider,
  context: async (base, _, { settings }) => ({ ...base, desk: await settings.desk() }),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: settingPlace,
  aliases: (setting, version) => [settingVersionAlias(setting, version)],
}

/** Of everybody who changes one rota at the same moment, one is first. */
const MOST_ATTEMPTS = 8

/**
 * ONC-1: adds or removes overrides, each change a version of the rota like any other.
 * @throws DomainError forbidden, not-found, stale with If-Match, conflict when the shift is no longer as it was seen
 */
export const changeOverrides = async (
  deps: Deps,
  rota: string,
  command: OverrideCommand,
  actor: Actor,
  execution: Execution = {},
): Promise<Executed<Setting<'rota'>>> => {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
    try {
      const executed = await executeOn(deps, rotaRecord, settingKey('rota', rota), command, actor, execution)
      deps.settings.forget()
      return executed
    } catch (error) {
      // The version's name is taken: somebody else has just written it, and the next attempt sees what.
      if (!(error instanceof NameTaken)) throw error
    }
  }
  return refuse('conflict', 'busy', `The rota ${rota} is being changed by many at once; try again in a moment.`)
}
