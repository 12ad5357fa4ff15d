import { mailFingerprint } from '../domain/mail/identity.ts'
import { machineReason } from '../domain/mail/machine.ts'
import type { Mail } from '../domain/mail/mail.ts'
import { parseMail } from '../domain/mail/parse.ts'
import { DESK } from '../domain/people/actor.ts'
import { isStaff } from '../domain/people/person.ts'
import { DomainError, type Problem } from '../domain/refusal.ts'
import type { MailOrigin } from '../domain/ticket/event.ts'
import { MOVES } from '../domain/ticket/moves.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { canaryInMail, noteArrival } from './canaries.ts'
import type { Deps } from './deps.ts'
import { type KeptOutcome, keep } from './kept-mail.ts'
import { bounded, boundedHtml, hasRoomFor, storeAttachments, titleOf } from './mail-content.ts'
import { countTicket, isRequester, mailActor, reachable, requesterOf, type Sender, senderOf } from './mail-sender.ts'
import { messageIdAlias, ticketOf } from './mail-thread.ts'
import type { Alias } from './ports.ts'
import { NameTaken } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { openTicket, ticketAct } from './tickets.ts'

export type RawMail = { readonly raw: Uint8Array; readonly key: string; readonly envelopeFrom: string | null }

type Incoming = { readonly mail: Mail; readonly key: string; readonly seenName: string; readonly sender: Sender }

const seenNameOf = (fingerprint: string): string => `mail-seen#${fingerprint}`

const keepMail = (
  deps: Deps,
  { mail, key, seenName, sender }: Incoming,
  outcome: KeptOutcome,
  reason: string,
): Promise<void> => {
  const from = sender.address.address || null
  const subject = titleOf(mail)
  return keep(deps, { id: `mail-${key}`, outcome, reason, from, subject, key, body: null }, DESK, seenName)
}

const namesFor = ({ mail, seenName }: Incoming, number: string): readonly Alias[] => [
  { name: seenName, target: ticketKey(number), replaces: 'nothing' },
  ...messageIdAlias(mail.messageId, number),
]

const MOST_MESSAGE_ID = 998

/** A longer Message-ID than mail allows leads to the ticket all the same, but is nothing to answer to. */
const originOf = ({ mail: { messageId }, key }: Incoming): MailOrigin => ({
  id: key,
  messageId: messageId && messageId.length <= MOST_MESSAGE_ID ? messageId : null,
})

/** INT-3, WAI-4: the new words as a comment; what staff send by mail stays among staff. */
const addComment = async (deps: Deps, incoming: Incoming, ticket: Ticket): Promise<void> => {
  const { mail, sender } = incoming
  const ofStaff = sender.person !== null && isStaff(sender.person) && !isRequester(sender, ticket)
  const visibility = ofStaff ? 'internal' : 'public'
  await ticketAct(
    deps,
    ticket.number,
    {
      type: 'comment',
      text: bounded(mail.newText),
      fullText: mail.text === mail.newText ? undefined : bounded(mail.text),
      html: boundedHtml(mail.html),
      visibility,
      attachments: await storeAttachments(deps, mail.attachments, visibility),
      mail: originOf(incoming),
    },
    mailActor(sender),
    { aliases: namesFor(incoming, ticket.number) },
  )
}

/** INT-2: a ticket from a mail; INT-7: linked to the closed one it answers. */
const openFromMail = async (deps: Deps, incoming: Incoming, related: Ticket | null): Promise<void> => {
  const { mail, sender } = incoming
  const { intake } = (await deps.settings.desk()).policy.value
  const opened = await countTicket(deps, sender, deps.clock.now())
  if (opened > intake.ticketsPerSenderPerHour) {
    return keepMail(
      deps,
      incoming,
      'rate-limited',
      `more than ${intake.ticketsPerSenderPerHour} tickets an hour from one address`,
    )
  }
  await openTicket(
    deps,
    {
      type: 'submit',
      title: titleOf(mail),
      description: bounded(mail.text),
      html: boundedHtml(mail.html),
      channel: 'email',
      requester: requesterOf(deps, sender, `${mail.subject} ${mail.text}`),
      attachments: await storeAttachments(deps, mail.attachments, 'public'),
      mail: originOf(incoming),
      ...(related ? { relatedTo: related.number } : {}),
      acknowledge: sender.answerable && opened <= intake.acknowledgementsPerSenderPerHour,
    },
    mailActor(sender),
    { aliases: (number) => namesFor(incoming, number) },
  )
}

const isRefusal = (error: unknown, problem: Problem): error is DomainError =>
  error instanceof DomainError && error.problem === problem

const takesMail = (ticket: Ticket, mail: Mail): boolean =>
  MOVES.comment.includes(ticket.state) && hasRoomFor(ticket, mail)

/** On the ticket it belongs to; on a new one when that has finished meanwhile, or has no room for it. */
const file = async (deps: Deps, incoming: Incoming): Promise<void> => {
  const ticket = await ticketOf(deps, incoming.mail, incoming.sender)
  if (!ticket || !takesMail(ticket, incoming.mail)) return openFromMail(deps, incoming, ticket)
  try {
    await addComment(deps, incoming, ticket)
  } catch (error) {
    if (!isRefusal(error, 'illegal-move') && !isRefusal(error, 'invalid')) throw error
    await openFromMail(deps, incoming, ticket)
  }
}

/**
 * INT-2 to INT-7: one raw mail, however broken, however often it comes: a ticket, a comment, or kept where the desk sees
 * it. Its original lies in Files under `key` already. @throws only on failures outside, to be tried again
 */
export const receiveMail = async (deps: Deps, { raw, key, envelopeFrom }: RawMail): Promise<void> => {
  const mail = await parseMail(raw)
  if (mail.kind === 'unreadable') {
    const kept = { id: `mail-${key}`, reason: mail.reason, from: envelopeFrom, subject: null, key, body: null }
    return keep(deps, { ...kept, outcome: 'unreadable' }, DESK, null)
  }
  const canary = await canaryInMail(deps, mail)
  if (canary) {
    await noteArrival(deps, 'mail', canary)
    return deps.files.release(key)
  }
  const seenName = seenNameOf(await mailFingerprint(mail, raw))
  if (await deps.store.alias(seenName)) return
  const incoming: Incoming = { mail, key, seenName, sender: await senderOf(deps, mail, envelopeFrom) }
  const machine = machineReason(mail, { from: envelopeFrom }, { addresses: [deps.identity.address] })
  try {
    if (incoming.sender.virus) await keepMail(deps, incoming, 'virus', 'the mail server found a virus')
    else if (machine) await keepMail(deps, incoming, 'machine', machine)
    else await file(deps, incoming)
  } catch (error) {
    if (error instanceof NameTaken && error.aliasName === seenName) return
    // trying again would end the same way for ever, and nobody would know of the mail
    if (isRefusal(error, 'invalid')) return keepMail(deps, incoming, 'unreadable', error.message)
    throw error
  }
}

export type LostMail = {
  readonly key: string
  readonly messageId: string | null
  readonly from: string | null
  readonly subject: string | null
  readonly reason: string
}

/** A mail that was announced but is not where it should be: a ticket with what the notice says, so that somebody asks (INT-2). */
export const receiveLostMail = async (
  deps: Deps,
  { key, messageId, from, subject, reason }: LostMail,
): Promise<void> => {
  const [, name = '', address = from ?? ''] = /^(.*?)<([^<>]+)>\s*$/.exec(from ?? '') ?? []
  const sender: Sender = {
    address: reachable({ address: address.trim(), name: name.replaceAll('"', '').trim() }),
    person: null,
    verified: false,
    answerable: false,
    virus: false,
  }
  const seenName = seenNameOf(`lost:${messageId ?? key}`)
  try {
    await openTicket(
      deps,
      {
        type: 'submit',
        title: titleOf({ subject: subject ?? '', text: '' }),
        description: `${reason} (${key})\n邮件内容未能读取，请联系发件人。The mail itself could not be read; please ask its sender.`,
        channel: 'email',
        requester: requesterOf(deps, sender, subject ?? ''),
        acknowledge: false,
      },
      mailActor(sender),
      { aliases: (number) => [{ name: seenName, target: ticketKey(number), replaces: 'nothing' }] },
    )
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
  }
}
