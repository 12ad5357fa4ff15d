import { headerValue } from './header-values.ts'
import type { Mail } from './mail.ts'

const DAEMON =
  /^(?:mailer?[-_. ]?daemon|post[-_.]?master|double[-_]?bounce|bounces?(?:[-+=_].*)?|mdaemon|mail[-_.]?(?:delivery|router|system)(?:[-_.]?(?:sub)?system)?)$/i
const DAEMON_NAME =
  /^\W*(?:mail(?:er)?[- ]daemon|mail delivery (?:sub)?(?:system|service)|internet mail delivery|mail delivery|delivery subsystem|mail system|mail router|系统退信|邮件系统|メール配信システム)\W*$/i
const AUTO_RESPONDER = /^(?:auto[-_.]?(?:repl(?:y|ies)|respon(?:d|se|der))|vacation)(?:[-+_].*)?$/i
const LIST_PROGRAM = /^(?:majordomo|listserv|sympa|mailman|ezmlm)(?:[-+_].*)?$/i
const NO_REPLY = /^(?:.*[-_.+])?(?:do[-_.]?not|no)[-_.]?repl(?:y|ies)(?:[-_.+].*)?$/i

/** The sender as written; bounces often name one without an address. */
const sender = (mail: Mail): { readonly local: string; readonly name: string } => {
  const written = headerValue(mail.headers, 'from') ?? ''
  if (mail.from) return { local: mail.from.address.split('@')[0] ?? '', name: mail.from.name }
  const word = written.replace(/<[^<>]*>|\([^()]*\)/g, ' ').replaceAll('"', ' ')
  return { local: word.trim().split('@')[0] ?? '', name: word.trim() }
}

/** The address undeliverable mail would go back to: '' = nowhere, null = not known. */
export const returnPathOf = (mail: Mail, envelopeFrom: string | null): string | null => {
  const path = envelopeFrom ?? headerValue(mail.headers, 'return-path')
  return path === null ? null : path.replace(/^\s*<?|>?\s*$/g, '')
}

export const isDaemon = (mail: Mail, envelopeFrom: string | null): boolean => {
  const { local, name } = sender(mail)
  const returnsTo = returnPathOf(mail, envelopeFrom)?.split('@')[0] ?? ''
  return DAEMON.test(local) || DAEMON_NAME.test(name) || /^mailer[-_. ]?daemon$/i.test(returnsTo)
}

export const isAutoResponder = (mail: Mail): boolean => AUTO_RESPONDER.test(sender(mail).local)

export const isListProgram = (mail: Mail): boolean => LIST_PROGRAM.test(sender(mail).local)

/** Says itself that nobody reads answers; that alone makes no automatic mail of it. */
export const isNoReply = (mail: Mail): boolean => NO_REPLY.test(sender(mail).local)
