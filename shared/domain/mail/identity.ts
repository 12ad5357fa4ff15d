import { sha256Of } from './hash.ts'
import { headerValues } from './header-values.ts'
import type { Mail, UnreadableMail } from './mail.ts'

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Where a mail began its way; all that tells two equal mails apart that carry neither Message-ID nor date. */
const firstHop = ({ headers }: Mail): string | null => headerValues(headers, 'received').at(-1) ?? null

const tracesOf = (mail: Mail): readonly unknown[] => {
  if (mail.messageId !== null) return [mail.messageId]
  return [mail.sentAt === null ? firstHop(mail) : null, mail.attachments.map(({ sha256 }) => sha256)]
}

/**
 * The same value for the same mail however often and on whatever way it comes, so that it makes one ticket or one
 * comment [INT-4]: what servers add on the way and how they break lines does not count. A Message-ID alone is not
 * enough, for some devices send the same one for ever. Of an unreadable mail every byte counts.
 */
export const mailFingerprint = (mail: Mail | UnreadableMail, raw: Uint8Array): Promise<string> => {
  if (mail.kind === 'unreadable') return sha256Of(raw)
  const from = mail.from?.address.toLowerCase() ?? null
  const facts = [from, folded(mail.subject), folded(mail.text), mail.sentAt, ...tracesOf(mail)]
  return sha256Of(new TextEncoder().encode(JSON.stringify(facts)))
}
