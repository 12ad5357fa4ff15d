import { awsDeps } from './aws/deps.ts'
import { eventBridgeProcedures } from './aws/event-bridge-procedures.ts'
import { SENDING } from './aws/sending.ts'
import { sweepHandler } from './sweep.ts'

export const handler = sweepHandler(awsDeps({ ...SENDING, procedures: eventBridgeProcedures }))
