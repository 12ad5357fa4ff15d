import type { Attachment, SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import type { Mailer, OutgoingMail } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { env } from './env.ts'
import { mailbox } from './mailbox.ts'

/**
 * Mails by SES, which writes the MIME itself; answers and machines go by the headers (INT-3, INT-5). Its client is loaded
 * with the first mail: most calls of a function that may send one send none.
 */
export const sesMailer = (): Mailer => {
  const configurationSet = env('MAIL_CONFIGURATION_SET')
  const messageIdDomain = messageIdDomainOf(env('AWS_REGION'))
  return {
    send: async (mail) => {
      try {
        const { sendEmail } = await import('./ses-send-email.ts')
        const id = await sendEmail(inputOf(mail, configurationSet))
        return { messageId: `<${id}@${messageIdDomain}>` }
      } catch (error) {
        return refuseIfUseless(error)
      }
    },
  }
}

const inputOf = (mail: OutgoingMail, configurationSet: string): SendEmailCommandInput => ({
  ConfigurationSetName: configurationSet,
  FromEmailAddress: mailbox(mail.from),
  Destination: { ToAddresses: [mailbox(mail.to)] },
  ...(mail.replyTo && { ReplyToAddresses: [mail.replyTo] }),
  Content: {
    Simple: {
      Subject: utf8(mail.subject),
      Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
      Headers: headersOf(mail).map(([Name, Value]) => ({ Name, Value })),
      ...(mail.attachments && { Attachments: mail.attachments.map(attachmentOf) }),
    },
  },
})

const attachmentOf = ({
  filename,
  mimeType,
  content,
}: NonNullable<OutgoingMail['attachments']>[number]): Attachment => ({
  FileName: filename,
  ContentType: mimeType,
  ContentDisposition: 'ATTACHMENT',
  ContentTransferEncoding: 'BASE64',
  RawContent: content,
})

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' })

/** What SES takes as a header; a Message-ID made by a stranger may be anything, and without it the mail still arrives. */
const ACCEPTABLE = /^[\x20-\x7e]{1,900}$/

const headersOf = ({ headers, inReplyTo }: OutgoingMail): readonly (readonly [name: string, value: string])[] =>
  Object.entries({ ...headers, ...(inReplyTo && { 'In-Reply-To': inReplyTo, References: inReplyTo }) }).filter(
    ([, value]) => ACCEPTABLE.test(value),
  )

/** SES gives every mail a Message-ID of its own; answers refer to that one. */
const messageIdDomainOf = (region: string): string =>
  region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`

const USELESS = ['MessageRejected', 'BadRequestException']

/** What SES will say of the same mail again. @throws DomainError `channel-refused`, or the error itself */
const refuseIfUseless = (error: unknown): never => {
  if (error instanceof Error && USELESS.includes(error.name)) {
    refuse('invalid', 'channel-refused', `SES refuses the mail: ${error.name}.`)
  }
  throw error
}
