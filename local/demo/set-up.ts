import { putMissingSettings } from '../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../shared/application/deps.ts'
import { personKey, putPerson } from '../../shared/application/setting-record.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { demoPeople } from './people.ts'
import { demoSettings } from './settings.ts'

/** Settings and people of the demo customer, those that are missing. */
export const setUpDemo = async (deps: Deps): Promise<void> => {
  await putMissingSettings(deps, demoSettings)
  await Promise.all(
    demoPeople.map(async (person) => {
      if (await deps.store.load(personKey(person.id))) return
      await putPerson(deps, person, DESK, { expectedVersion: 0 })
    }),
  )
}
