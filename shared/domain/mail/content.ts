import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { bytesOfAttachment } from './attachments.ts'
import { joined } from './bytes.ts'
import { textOfUnknown } from './charset.ts'
import { addressesIn, headerValue, subjectIn } from './header-values.ts'
import { textOfHtml } from './html-text.ts'
import type { MailHeader } from './mail.ts'
import { mended } from './mend.ts'
import { type MimePart, partsOf } from './mime-parts.ts'
import { startOfMail } from './start-of-mail.ts'

/** Mails in mails in mails beyond this stay attachments. */
const DEEPEST_ENCLOSURE = 5
const MOST_PARTS = 5000
const REPORT_PARTS = new Set(['message/delivery-status', 'message/feedback-report', 'message/disposition-notification'])

/** What the parts of a mail hold, before any of it is made safe. */
export type MailContent = {
  readonly headers: readonly MailHeader[]
  /** What the author wrote. */
  readonly text: string
  /** `text` and the texts of the mails enclosed in this one. */
  readonly wholeText: string
  readonly html: string
  readonly attachments: readonly Attachment[]
}

const OPTIONS = { forceRfc822Attachments: true, maxHeadersSize: Number.MAX_SAFE_INTEGER }

/** The header alone, for a mail with more or deeper parts than any program writes: its body is shown as it stands. */
const parsedHeader = async (parts: readonly MimePart[]): Promise<Email> => {
  const mail = parts.slice(0, 1).map((part) => ({ ...part, body: new Uint8Array() }))
  const { headers, headerLines } = await PostalMime.parse(await mended(mail), OPTIONS)
  return { headers, headerLines, attachments: [] }
}

const parsed = async (parts: readonly MimePart[]): Promise<Email> => {
  if (parts.length > MOST_PARTS) return parsedHeader(parts)
  try {
    return await PostalMime.parse(await mended(parts), OPTIONS)
  } catch {
    return parsedHeader(parts)
  }
}

const headersOf = ({ headers }: Email): readonly MailHeader[] => headers.map(({ key, value }) => ({ key, value }))

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/^\ufeff/, '')
    .trimEnd()

const isBlank = (text: string): boolean => text.trim() === ''

/** Whether the parts hold something that the parser showed nothing of. */
const isLost = ({ text, html, attachments }: Email, parts: readonly MimePart[]): boolean =>
  isBlank(text ?? '') &&
  html === undefined &&
  attachments.length === 0 &&
  parts.some(({ hasHead, isDivided, body }) => hasHead && !isDivided && body.some((byte) => byte > 0x20))

const bodyAsItStands = (parts: readonly MimePart[]): string => {
  const pieces = parts.flatMap(({ before, head, body }, i) => (i === 0 ? [body] : [before, head, body]))
  return tidy(textOfUnknown(joined(pieces))).trimStart()
}

const ownText = (email: Email, parts: readonly MimePart[]): string => {
  if (isLost(email, parts)) return bodyAsItStands(parts)
  return isBlank(email.text ?? '') ? textOfHtml(email.html ?? '') : tidy(email.text ?? '')
}

/** A mail enclosed without being marked as an attachment is shown with the one that carries it. */
const isShown = ({ mimeType, disposition }: Attachment): boolean =>
  mimeType === 'message/rfc822' && (disposition === null || disposition === 'inline')

const enclosedText = ({ headers, wholeText }: MailContent): string => {
  const [from] = addressesIn(headers, 'from')
  const fields = [
    ['From', from ? `${from.name} <${from.address}>`.trim() : (headerValue(headers, 'from') ?? '')],
    ['Date', headerValue(headers, 'date') ?? ''],
    ['Subject', subjectIn(headers)],
  ]
  const shown = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
  return ['-----', ...shown, '', wholeText].join('\n')
}

/**
 * Reads the parts of a mail, and those of the mails it encloses as a forward does; `enclosure` says how many mails it
 * is enclosed in. What a report (bounce, complaint, receipt) encloses is evidence and stays an attachment; the report
 * parts of an enclosed mail are left out, for they do not make a report of the mail that carries it [INT-2, INT-5].
 */
export const contentOf = async (raw: Uint8Array, enclosure = 0): Promise<MailContent> => {
  const parts = partsOf(startOfMail(raw))
  const email = await parsed(parts)
  const text = ownText(email, parts)
  const isReport = email.attachments.some(({ mimeType }) => REPORT_PARTS.has(mimeType))
  const wholeText = [text]
  let html = email.html ?? ''
  const attachments: Attachment[] = []
  for (const attachment of email.attachments) {
    if (isReport || enclosure >= DEEPEST_ENCLOSURE || !isShown(attachment)) {
      attachments.push(attachment)
      continue
    }
    const enclosed = await contentOf(bytesOfAttachment(attachment), enclosure + 1)
    wholeText.push(enclosedText(enclosed))
    if (isBlank(text)) html ||= enclosed.html
    attachments.push(...enclosed.attachments.filter(({ mimeType }) => !REPORT_PARTS.has(mimeType)))
  }
  return { headers: headersOf(email), text, wholeText: wholeText.join('\n\n').trim(), html, attachments }
}
