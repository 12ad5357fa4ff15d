import { headerValue } from './header-values.ts'
import { machineField } from './machine-headers.ts'
import { isAutoResponder, isDaemon, isListProgram, isNoReply, returnPathOf } from './machine-senders.ts'
import {
  ABSENCE_WORDS,
  AUTO_REPLY_PREFIXES,
  AUTO_REPLY_SENTENCES,
  AUTO_REPLY_TEXTS,
  BOUNCE_SUBJECTS,
  BOUNCE_TEXTS,
  COMPLAINT_SUBJECTS,
} from './machine-words.ts'
import type { Mail } from './mail.ts'

/** Before the words: marks such as `[EXTERNAL]` that mail servers put there. */
const MARKS = '^(?:[\\s"\'*]|\\[[^\\]]{0,30}\\]|【[^】]{0,30}】)*'
/** `Auto:` is what RFC 5230 prescribes. */
const AUTO_REPLY_SUBJECT = new RegExp(
  `${MARKS}(?:(?:auto|${AUTO_REPLY_PREFIXES})\\s*[:：]|${AUTO_REPLY_SENTENCES})`,
  'i',
)
const ABSENCE_SUBJECT = new RegExp(`${MARKS}(?:${AUTO_REPLY_PREFIXES}|${ABSENCE_WORDS})`, 'i')
const BOUNCE_SUBJECT = new RegExp(`${MARKS}(?:${BOUNCE_SUBJECTS})`, 'i')
const COMPLAINT_SUBJECT = new RegExp(`${MARKS}(?:fwd?:\\s*)?(?:${COMPLAINT_SUBJECTS})`, 'i')
const AUTO_REPLY_TEXT = new RegExp(`^(?:${AUTO_REPLY_TEXTS})`, 'i')
const BOUNCE_TEXT = new RegExp(`^(?:${BOUNCE_TEXTS})`, 'i')
const REPORT_PARTS = /^(?:message\/(?:delivery-status|feedback-report|disposition-notification)|text\/rfc822-headers)$/

/** A greeting may stand before the sentence that tells, and the sentence may go over several lines. */
const LINES_READ = 4
const LINES_OF_A_SENTENCE = 6
const CHARACTERS_READ = 600

const begins = (text: string, pattern: RegExp): boolean => {
  const lines = text
    .slice(0, CHARACTERS_READ)
    .split('\n')
    .map((line) => line.replace(/^[\s*]+|\s+$/g, ''))
    .filter((line) => line !== '')
  return lines.slice(0, LINES_READ).some((_, i) => pattern.test(lines.slice(i, i + LINES_OF_A_SENTENCE).join(' ')))
}

/** Signs that are found on ordinary mail too, so that one alone proves nothing. */
const hasWeakSign = (mail: Mail): boolean =>
  headerValue(mail.headers, 'x-auto-response-suppress') !== null || isNoReply(mail)

const isAnswer = ({ inReplyTo, references }: Mail): boolean => inReplyTo !== null || references.length > 0

const isReport = (mail: Mail): string | null =>
  mail.attachments.find(({ mimeType }) => REPORT_PARTS.test(mimeType))?.mimeType ?? null

/** Mail of our own that came back: sent in the desk's name, or by a loop. */
const isOwn = (mail: Mail, own: readonly string[]): boolean => {
  const from = mail.from?.address.toLowerCase().replace(/\+[^@]*@/, '@') ?? ''
  return own.some((address) => address.toLowerCase() === from)
}

const bySubject = (mail: Mail): string | null => {
  const { subject, text } = mail
  if (AUTO_REPLY_SUBJECT.test(subject)) return `automatic reply by its subject: ${subject}`
  if (ABSENCE_SUBJECT.test(subject) && hasWeakSign(mail)) return `absence notice: ${subject}`
  if (AUTO_REPLY_SUBJECT.test(`${subject}:`) && isAnswer(mail)) return `automatic reply by its subject: ${subject}`
  if (COMPLAINT_SUBJECT.test(subject)) return `complaint of a mail provider: ${subject}`
  if (BOUNCE_SUBJECT.test(subject) && (isNoReply(mail) || begins(text, BOUNCE_TEXT))) return `bounce: ${subject}`
  return null
}

/**
 * Why a mail is automatic (auto-submitted, list, bounce, complaint, absence, our own), in English for the desk; null
 * for a mail that somebody wrote [INT-5]. `envelope.from` is the SMTP sender: '' = the null path `<>`, null = not
 * known, then the Return-Path header stands for it. `own.addresses` are the desk's own.
 */
export const machineReason = (
  mail: Mail,
  envelope: { readonly from: string | null },
  own: { readonly addresses: readonly string[] },
): string | null => {
  if (isOwn(mail, own.addresses)) return "the desk's own mail"
  const field = machineField(mail.headers)
  if (field) return field
  if (returnPathOf(mail, envelope.from) === '') return 'no return path: it must not be answered'
  if (isDaemon(mail, envelope.from)) return `sent by a mail server: ${headerValue(mail.headers, 'from') ?? ''}`
  const report = isReport(mail)
  if (report) return `it reports on a mail: ${report}`
  if (isAutoResponder(mail) || isListProgram(mail)) return `sent by a program: ${mail.from?.address ?? ''}`
  if (isNoReply(mail) && headerValue(mail.headers, 'x-auto-response-suppress') !== null)
    return 'a notification that wants no answer'
  if (begins(mail.text, AUTO_REPLY_TEXT)) return 'an automatic reply by its text'
  return bySubject(mail)
}
