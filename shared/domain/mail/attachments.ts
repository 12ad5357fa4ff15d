import type { Attachment } from 'postal-mime'
import { safeFileName } from './file-name.ts'
import { sha256Of } from './hash.ts'
import type { MailAttachment } from './mail.ts'

/** The decoded content. */
export const bytesOfAttachment = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const contentIdOf = ({ contentId }: Attachment): string | null =>
  contentId?.match(/^\s*<?([^<>]*)/)?.[1]?.trim() || null

/** The Content-IDs a page refers to; some mail programs write them percent-encoded. */
const contentIdsIn = (html: string): ReadonlySet<string> => {
  const written = html.match(/\bcid:[^\s"'<>)]+/gi) ?? []
  return new Set(written.map((reference) => unescaped(reference.slice('cid:'.length))))
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The attachments of a mail whose (raw) HTML is `html`. */
export const attachmentsOf = (parsed: readonly Attachment[], html: string): Promise<readonly MailAttachment[]> => {
  const shown = contentIdsIn(html)
  return Promise.all(
    parsed.map(async (attachment, i) => {
      const content = bytesOfAttachment(attachment)
      const contentId = contentIdOf(attachment)
      const mimeType = attachment.mimeType.match(/^[\w.+-]+\/[\w.+-]+/)?.[0] ?? 'application/octet-stream'
      return {
        filename: safeFileName(attachment.filename, mimeType, i + 1),
        mimeType,
        bytes: content.length,
        sha256: await sha256Of(content),
        contentId,
        inline: contentId !== null && shown.has(contentId),
        content,
      }
    }),
  )
}
