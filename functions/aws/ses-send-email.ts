import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'

/** One per process; loaded with the first mail (DESIGN §9). */
const ses = new SESv2Client()

/** The id SES gives the mail. @throws the client's own errors, by name */
export const sendEmail = async (input: SendEmailCommandInput): Promise<string | undefined> =>
  (await ses.send(new SendEmailCommand(input))).MessageId
