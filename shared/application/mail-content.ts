import type { Mail, MailAttachment } from '../domain/mail/mail.ts'
import type { Attachment, Visibility } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'

/** A record holds 400 kB at most; what a mail says beyond this is in its original, which is kept whole. */
const MOST_BYTES = 60_000
const MOST_ATTACHMENTS = 300
const MOST_TITLE = 250
const MORE = '\n[… 原邮件更长 · the original mail is longer]'

/** At most 60 kB of UTF-8, cut between characters. */
export const bounded = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MOST_BYTES) return text
  return new TextDecoder().decode(bytes.slice(0, MOST_BYTES)).replace(/�+$/, '') + MORE
}

/** Safe HTML small enough to stand in the record; the reader falls back to the text and the original. */
export const boundedHtml = (html: string | null): string | null =>
  html !== null && new TextEncoder().encode(html).length <= MOST_BYTES ? html : null

/** The subject, else the first words, on one line. */
export const titleOf = ({ subject, text }: Pick<Mail, 'subject' | 'text'>): string => {
  const words = subject.trim() || text.trim().split('\n')[0] || '(无主题 · no subject)'
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > MOST_TITLE ? `${line.slice(0, MOST_TITLE - 1)}…` : line
}

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
    const { sha256, filename, mimeType, bytes } = attachment
    await deps.files.put(attachmentFileKey(attachment), attachment.content, mimeType)
    stored.push({ id: sha256, filename, mimeType, bytes, sha256, visibility })
  }
  return stored
}
