import { defaultSettingsIn } from '../../shared/application/defaults/default-settings.ts'
import { putMissingSettings } from '../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../shared/application/deps.ts'
import type { Step } from './custom-resource.ts'

/** Sets a new desk up; with the next deployment only what has come with it is added. Nothing is ever taken away. */
export const putDefaults =
  (deps: Deps): Step =>
  async ({ type, properties: { TimeZone: timeZone = 'UTC' } }) => {
    if (type !== 'Delete') await putMissingSettings(deps, defaultSettingsIn(timeZone))
    return 'defaults'
  }
