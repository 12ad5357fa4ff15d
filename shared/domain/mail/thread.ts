import type { Mail } from './mail.ts'

/** Tokens are lower-case base32 (RFC 4648), which survives mail programs that change case. */
const TOKEN = /^[a-z2-7]+$/
const MOST_REFERENCES = 50

/** The number of the ticket a subject names in brackets, e.g. `[INC-2026-000123]`; null when it names none [INT-3]. */
export const ticketTagIn = (subject: string): string | null =>
  subject.match(/\[\s*([A-Z]{2,5}-\d{4}-\d{6,10})\s*\]/i)?.[1]?.toUpperCase() ?? null

const split = (address: string): { local: string; domain: string } => {
  const at = address.lastIndexOf('@')
  return { local: address.slice(0, at), domain: address.slice(at + 1) }
}

/** The address answers to a notice go to: `desk+token@domain` [INT-3]. */
export const replyAddressFor = (deskAddress: string, token: string): string => {
  const { local, domain } = split(deskAddress)
  return `${local}+${token}@${domain}`
}

/** The first reply token among the addresses a mail was sent to, lower case; null when there is none [INT-3]. */
export const replyTokenIn = (addresses: readonly string[], deskAddress: string): string | null => {
  const desk = split(deskAddress.toLowerCase())
  for (const address of addresses) {
    const { local, domain } = split(address.trim().toLowerCase())
    const token = local.startsWith(`${desk.local}+`) ? local.slice(desk.local.length + 1) : ''
    if (domain === desk.domain && TOKEN.test(token)) return token
  }
  return null
}

/**
 * The mails a mail answers: In-Reply-To, then References from the newest on, none twice [INT-3]. At most fifty; of a
 * longer chain the newest and the first, which opened the ticket.
 */
export const referencedMessageIds = ({ inReplyTo, references }: Mail): readonly string[] => {
  const ids = [...new Set([...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()])]
  return ids.length <= MOST_REFERENCES ? ids : [...ids.slice(0, MOST_REFERENCES - 1), ...ids.slice(-1)]
}
