import {
  InvalidParameterException,
  InvalidParameterValueException,
  PublishCommand,
  SNSClient,
} from '@aws-sdk/client-sns'
import type { TextMessages } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'

/** SMS by SNS; a number it does not take is refused for good (NOT-4). */
export const snsTextMessages = (): TextMessages => {
  const sns = new SNSClient()
  return {
    send: async ({ to, text }) => {
      try {
        const { MessageId: messageId = '' } = await sns.send(
          new PublishCommand({
            PhoneNumber: to,
            Message: text,
            MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
          }),
        )
        return { messageId }
      } catch (error) {
        return isUseless(error)
          ? refuse('invalid', 'channel-refused', `SNS takes no text message to this number.`)
          : raise(error)
      }
    },
  }
}

const isUseless = (error: unknown): boolean =>
  error instanceof InvalidParameterException || error instanceof InvalidParameterValueException

const raise = (error: unknown): never => {
  throw error
}
