import { readFile } from 'node:fs/promises'
import { machineReason } from '../shared/domain/mail/machine.ts'
import type { Mail, UnreadableMail } from '../shared/domain/mail/mail.ts'
import { parseMail } from '../shared/domain/mail/parse.ts'
import { referencedMessageIds, replyTokenIn, ticketTagIn } from '../shared/domain/mail/thread.ts'

type Verdict = { readonly outcome: 'ticket' | 'reply' | 'machine' | 'unreadable'; readonly reason: string }

/** Plus-addresses of people are shorter than a signed token. */
const SHORTEST_TOKEN = 20

/** Which address is the desk's is not known here: any plus-address that can be a token counts. */
const hasReplyToken = (mail: Mail): boolean =>
  [...mail.to, ...mail.cc].some(({ address }) => {
    const token = replyTokenIn([address], address.replace(/\+[^@]*/, ''))
    return token !== null && token.length >= SHORTEST_TOKEN
  })

const replyReason = (mail: Mail): string | null => {
  if (hasReplyToken(mail)) return 'sent to a reply address'
  const [referenced] = referencedMessageIds(mail)
  if (referenced !== undefined) return `answers ${referenced}`
  const tag = ticketTagIn(mail.subject)
  return tag === null ? null : `names ${tag} in its subject`
}

const verdictOn = (mail: Mail): Verdict => {
  const machine = machineReason(mail, { from: null }, { addresses: [] })
  if (machine !== null) return { outcome: 'machine', reason: machine }
  const reply = replyReason(mail)
  if (reply !== null) return { outcome: 'reply', reason: `${reply}; a new ticket when the desk knows no ticket for it` }
  return { outcome: 'ticket', reason: 'written by somebody and answers nothing' }
}

const NOBODY = { address: '', name: '' }

const factsOf = ({ from, subject, messageId, inReplyTo, references, newText, attachments }: Mail): object => ({
  from: from ?? NOBODY,
  subject,
  messageId,
  inReplyTo,
  references,
  text: newText,
  attachments: attachments.map(({ filename, bytes, sha256 }) => ({ filename, bytes, sha256 })),
})

const NOTHING = {
  from: NOBODY,
  subject: '',
  messageId: null,
  inReplyTo: null,
  references: [],
  text: '',
  attachments: [],
}

const lineFor = (file: string, mail: Mail | UnreadableMail): object =>
  mail.kind === 'unreadable'
    ? { file, outcome: mail.kind, reason: mail.reason, ...NOTHING }
    : { file, ...verdictOn(mail), ...factsOf(mail) }

/**
 * Shows what the intake makes of raw mails, one JSON line for each file (INT-2 to INT-5); `from` is empty when a mail
 * names nobody. No table is asked, so a reply is what looks like one. A file that cannot be read gets a line with
 * `error` in place of an outcome. Nothing is thrown.
 *
 * @returns the exit code: 1 when a file could not be read, else 0
 */
export const runMail = async (files: readonly string[], print: (line: string) => void): Promise<number> => {
  let exitCode = 0
  for (const file of files) {
    try {
      print(JSON.stringify(lineFor(file, await parseMail(await readFile(file)))))
    } catch (problem) {
      print(JSON.stringify({ file, error: String(problem) }))
      exitCode = 1
    }
  }
  return exitCode
}
