import { awsDeps } from './aws/deps.ts'
import { SENDING } from './aws/sending.ts'
import { sweepHandler } from './sweep.ts'

export const handler = sweepHandler(awsDeps(SENDING))
