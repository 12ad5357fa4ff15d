import { awsDeps } from './aws/deps.ts'
import { mailFeedbackHandler } from './mail-feedback.ts'

export const handler = mailFeedbackHandler(awsDeps())
