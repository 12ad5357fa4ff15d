import { readReplyToken } from '../domain/link/reply-token.ts'
import type { Mail } from '../domain/mail/mail.ts'
import { referencedMessageIds, replyTokenIn, ticketTagIn } from '../domain/mail/thread.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { isRequester, type Sender } from './mail-sender.ts'
import type { Alias } from './ports.ts'
import { ticketKey } from './ticket-record.ts'

/** How far back a chain of references is followed. */
const MOST_REFERENCES = 10

const messageIdName = (messageId: string): string => `message-id#${messageId}`

/** The name under which answers to this mail find its ticket; nothing for a mail without a Message-ID. */
export const messageIdAlias = (messageId: string | null, number: string): readonly Alias[] =>
  messageId ? [{ name: messageIdName(messageId), target: ticketKey(number), replaces: 'anything' }] : []

const load = async (deps: Deps, number: string): Promise<Ticket | null> =>
  (await deps.store.load<Ticket>(ticketKey(number)))?.state ?? null

const byReplyAddress = async (deps: Deps, mail: Mail): Promise<Ticket | null> => {
  const addresses = [...mail.to, ...mail.cc].map(({ address }) => address)
  const token = replyTokenIn(addresses, deps.identity.address)
  const read = token ? await readReplyToken(await deps.secret(), token) : null
  return read && load(deps, read.number)
}

const byReferences = async (deps: Deps, mail: Mail): Promise<Ticket | null> => {
  for (const messageId of referencedMessageIds(mail).slice(0, MOST_REFERENCES)) {
    const found = await deps.store.alias(messageIdName(messageId))
    if (found) return load(deps, found.target.id)
  }
  return null
}

/** The tag can be guessed: it counts only for somebody who is on the ticket already. */
const bySubject = async (deps: Deps, mail: Mail, sender: Sender): Promise<Ticket | null> => {
  const number = ticketTagIn(mail.subject)
  const ticket = number && sender.verified ? await load(deps, number) : null
  if (!ticket) return null
  const worksOnIt =
    sender.person !== null && (ticket.assignee?.id === sender.person.id || sender.person.groups.includes(ticket.group))
  return isRequester(sender, ticket) || worksOnIt ? ticket : null
}

/** INT-3: the ticket a mail belongs to: by signed reply address, then Message-ID chain, then subject tag. */
export const ticketOf = async (deps: Deps, mail: Mail, sender: Sender): Promise<Ticket | null> =>
  (await byReplyAddress(deps, mail)) ?? (await byReferences(deps, mail)) ?? (await bySubject(deps, mail, sender))
