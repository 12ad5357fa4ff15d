import type { SNSEvent } from 'aws-lambda'
import type { Deps } from '../shared/application/deps.ts'
import { receiveMailFeedback } from '../shared/application/mail-feedback.ts'

/** What SES says about mails the desk has sent: bounces, complaints, deliveries (NOT-4, NOT-6). */
export const mailFeedbackHandler =
  (deps: Deps) =>
  async ({ Records: records }: SNSEvent): Promise<void> => {
    for (const { Sns: message } of records) await receiveMailFeedback(deps, JSON.parse(message.Message))
  }
