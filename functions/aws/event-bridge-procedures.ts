import type { Procedures } from '../../shared/application/ports.ts'
import { env } from './env.ts'
import { eventBridge } from './put-events.ts'

/**
 * Over the desk's own bus, from where a rule calls the procedure function: Step Functions in trouble must not hold up the
 * stream, on which the notices of the same incident depend.
 */
export const eventBridgeProcedures = (): Procedures => {
  const putEvents = eventBridge()
  const busName = env('BUS_NAME')
  return {
    follow: async (number) => {
      const entry = { EventBusName: busName, Source: 'firstline.procedure', DetailType: 'moved' }
      await putEvents([{ ...entry, Detail: JSON.stringify({ number }) }])
    },
  }
}
