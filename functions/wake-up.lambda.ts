import { awsDeps } from './aws/deps.ts'
import { SENDING } from './aws/sending.ts'
import { wakeUpHandler } from './wake-up.ts'

export const handler = wakeUpHandler(awsDeps(SENDING))
