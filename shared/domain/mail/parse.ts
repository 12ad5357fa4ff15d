import { attachmentsOf } from './attachments.ts'
import { contentOf } from './content.ts'
import { addressesIn, messageIdsIn, sentAtIn, subjectIn } from './header-values.ts'
import type { Mail, MailHeader, UnreadableMail } from './mail.ts'
import { newTextOf } from './new-text.ts'
import { safeHtml } from './sanitise-html.ts'

const FIELD_NAME = /^[!-9;-~]+$/

const unreadable = (reason: string, headers: readonly MailHeader[] = []): UnreadableMail => ({
  kind: 'unreadable',
  reason,
  headers,
})

const readMail = async (raw: Uint8Array): Promise<Mail | UnreadableMail> => {
  if (!raw.some((byte) => byte > 0x20)) return unreadable('the mail is empty')
  const { headers, text, wholeText, html, attachments } = await contentOf(raw)
  const fields = headers.filter(({ key }) => FIELD_NAME.test(key))
  if (!fields.some(({ value }) => value !== '')) return unreadable('the mail begins with no header line')
  const subject = subjectIn(fields)
  return {
    kind: 'mail',
    from: addressesIn(fields, 'from')[0] ?? null,
    replyTo: addressesIn(fields, 'reply-to'),
    to: addressesIn(fields, 'to'),
    cc: addressesIn(fields, 'cc'),
    subject,
    messageId: messageIdsIn(fields, 'message-id')[0] ?? null,
    inReplyTo: messageIdsIn(fields, 'in-reply-to')[0] ?? null,
    references: messageIdsIn(fields, 'references'),
    sentAt: sentAtIn(fields),
    text: wholeText,
    newText: newTextOf(text, subject) || wholeText,
    html: html === '' ? null : safeHtml(html),
    attachments: await attachmentsOf(attachments, html),
    headers: fields,
  }
}

/**
 * Reads a raw mail: any charset, any MIME shape, however broken [INT-2]. What cannot be decoded is shown as it stands;
 * unreadable is only what has no header line or nothing at all. Never throws. Text, HTML, file names and addresses are
 * the sender's claims: see authentication.ts for what is known about the sender.
 */
export const parseMail = async (raw: Uint8Array): Promise<Mail | UnreadableMail> => {
  try {
    return await readMail(raw)
  } catch (error) {
    return unreadable(`reading the mail failed: ${String(error)}`)
  }
}
