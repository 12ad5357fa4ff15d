import { awsDeps } from './aws/deps.ts'
import { stepFunctionsMachine } from './aws/step-functions-machine.ts'
import { procedureHandler } from './procedure.ts'

export const handler = procedureHandler(awsDeps({ machine: stepFunctionsMachine }))
