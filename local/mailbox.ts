import { createHash } from 'node:crypto'
import type { Clock, Mailer, OutgoingMail } from '../shared/application/ports.ts'
import type { Instant } from '../shared/domain/instant.ts'
import type { Outbox } from './outbox.ts'

/** A mail as its receiver sees it; `to` and `from` are bare addresses, the names are in the headers. */
export type DeliveredMail = {
  readonly id: string
  readonly at: Instant
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  /** Their content as base64; mails kept before there were attachments have none. */
  readonly attachments?: readonly { readonly filename: string; readonly mimeType: string; readonly base64: string }[]
}

const named = ({ name, address }: OutgoingMail['to']): string =>
  name === '' ? address : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`

/** The same mail has the same Message-ID, so that an answer finds its way after a second sending too (INT-3). */
const messageIdOf = (mail: OutgoingMail): string => {
  const domain = mail.from.address.slice(mail.from.address.indexOf('@') + 1)
  return `<${createHash('sha256').update(mail.id).digest('hex').slice(0, 32)}@${domain}>`
}

const headersOf = (mail: OutgoingMail, messageId: string, at: Instant): Readonly<Record<string, string>> => ({
  From: named(mail.from),
  To: named(mail.to),
  ...(mail.replyTo === null ? {} : { 'Reply-To': mail.replyTo }),
  Subject: mail.subject,
  Date: new Date(at).toUTCString().replace('GMT', '+0000'),
  'Message-ID': messageId,
  ...(mail.inReplyTo === null ? {} : { 'In-Reply-To': mail.inReplyTo, References: mail.inReplyTo }),
  ...mail.headers,
})

const keptAttachment = ({ filename, mimeType, content }: NonNullable<OutgoingMail['attachments']>[number]) => ({
  filename,
  mimeType,
  base64: Buffer.from(content).toString('base64'),
})

/** Mail that goes nowhere but into the local mailbox. */
export const mailboxMailer = (outbox: Outbox<DeliveredMail>, clock: Clock): Mailer => ({
  send: async (mail) => {
    const messageId = messageIdOf(mail)
    const at = clock.now()
    await outbox.keep({
      id: mail.id,
      at,
      to: mail.to.address,
      from: mail.from.address,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: headersOf(mail, messageId, at),
      ...(mail.attachments && { attachments: mail.attachments.map(keptAttachment) }),
    })
    return { messageId }
  },
})
