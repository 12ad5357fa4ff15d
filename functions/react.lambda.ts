import { awsDeps } from './aws/deps.ts'
import { eventBridgeBus } from './aws/event-bridge-bus.ts'
import { eventBridgeProcedures } from './aws/event-bridge-procedures.ts'
import { schedulerWakeUps } from './aws/scheduler-wake-ups.ts'
import { SENDING } from './aws/sending.ts'
import { reactHandler } from './react.ts'

export const handler = reactHandler(
  awsDeps({ ...SENDING, wakeUps: schedulerWakeUps, bus: eventBridgeBus, procedures: eventBridgeProcedures }),
)
