import type { Deps } from '../shared/application/deps.ts'
import { receiveEvent } from '../shared/application/receive-event.ts'

/** Events of the account that may become tickets, as EventBridge delivers them (INT-8). */
export const intakeEventHandler =
  (deps: Deps) =>
  (event: unknown): Promise<void> =>
    receiveEvent(deps, event)
