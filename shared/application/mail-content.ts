import type { Mail, MailAttachment } from '../domain/mail/mail.ts'
import { type Attachment, MOST_ATTACHMENTS, type Ticket, type Visibility } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'

/**
 * A record holds 400 kB, as JSON; what a mail says beyond this is in its original, which is kept whole. Three texts and the
 * longest list of attachments stay below it together.
 */
const MOST_BYTES = 60_000
const MOST_TITLE = 250
const MOST_MIME_TYPE = 100
const MORE = '\n[… 原邮件更长 · the original mail is longer]'

/** Quotes and line ends take two bytes, control characters six. */
const writtenBytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length

/** The first `length` UTF-16 units, less half a character at the end. */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

/** At most 60 kB as it is written in the record, cut between characters. */
export const bounded = (text: string): string => {
  if (writtenBytes(text) <= MOST_BYTES) return text
  let fits = 0
  let exceeds = Math.min(text.length, MOST_BYTES)
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2)
    if (writtenBytes(text.slice(0, middle)) <= MOST_BYTES) fits = middle
    else exceeds = middle
  }
  return cut(text, fits) + MORE
}

/** Safe HTML small enough to stand in the record; the reader falls back to the text and the original. */
export const boundedHtml = (html: string | null): string | null =>
  html !== null && writtenBytes(html) <= MOST_BYTES ? html : null

/** The subject, else the first words, on one line. */
export const titleOf = ({ subject, text }: Pick<Mail, 'subject' | 'text'>): string => {
  const words = subject.trim() || text.trim().split('\n')[0] || '(无主题 · no subject)'
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > MOST_TITLE ? `${cut(line, MOST_TITLE - 1)}…` : line
}

/** Whether the ticket takes the mail’s attachments besides those it has. */
export const hasRoomFor = (ticket: Pick<Ticket, 'attachments'>, { attachments }: Pick<Mail, 'attachments'>): boolean =>
  attachments.length === 0 ||
  ticket.attachments.length + Math.min(attachments.length, MOST_ATTACHMENTS) <= MOST_ATTACHMENTS

/** Where an attachment lies; the same content lies there once. */
export const attachmentFileKey = ({ sha256 }: Pick<Attachment, 'sha256'>): string => `attachments/${sha256}`

/** Stores the attachments and answers how the ticket refers to them (INT-2); storing them again changes nothing. */
export const storeAttachments = async (
  deps: Deps,
  attachments: readonly MailAttachment[],
  visibility: Visibility,
): Promise<readonly Attachment[]> => {
  const stored: Attachment[] = []
  for (const attachment of attachments.slice(0, MOST_ATTACHMENTS)) {
    const { sha256, filename, bytes } = attachment
    const mimeType = attachment.mimeType.length <= MOST_MIME_TYPE ? attachment.mimeType : 'application/octet-stream'
    await deps.files.put(attachmentFileKey(attachment), attachment.content, mimeType)
    stored.push({ id: sha256, filename, mimeType, bytes, sha256, visibility })
  }
  return stored
}
