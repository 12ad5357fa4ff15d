import type { Instant } from '../instant.ts'

export type MailAddress = { readonly address: string; readonly name: string }

export type MailHeader = {
  /** Lower case. */
  readonly key: string
  /** Unfolded; encoded words as they stand. */
  readonly value: string
}

export type MailAttachment = {
  /** Safe to show and to save under: no path, no control or direction-changing characters, never empty. */
  readonly filename: string
  readonly mimeType: string
  readonly bytes: number
  /** Of the decoded content, lower-case hex. */
  readonly sha256: string
  /** Without angle brackets; what a `cid:` picture in the HTML refers to. */
  readonly contentId: string | null
  /** Meant to be shown inside the text, not listed beside it. */
  readonly inline: boolean
  readonly content: Uint8Array
}

/** What a mail says, read from its bytes alone [INT-2]. */
export type Mail = {
  readonly kind: 'mail'
  readonly from: MailAddress | null
  readonly replyTo: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly subject: string
  /** Message-IDs keep their angle brackets. */
  readonly messageId: string | null
  readonly inReplyTo: string | null
  /** Oldest first, as in the header. */
  readonly references: readonly string[]
  readonly sentAt: Instant | null
  /** The whole text; made from the HTML when there is only HTML. */
  readonly text: string
  /** `text` without quoted mails and signature [INT-3]; the whole `text` when nothing else would be left. */
  readonly newText: string
  /** Safe to put into a page as it is: see sanitise-html.ts. */
  readonly html: string | null
  readonly attachments: readonly MailAttachment[]
  /** In the order of the mail, topmost first. */
  readonly headers: readonly MailHeader[]
}

/** Bytes nothing can be read from; the original is kept and shown to the desk all the same [INT-2]. */
export type UnreadableMail = {
  readonly kind: 'unreadable'
  /** For the desk, in English. */
  readonly reason: string
  /** Whatever header lines could be had. */
  readonly headers: readonly MailHeader[]
}
