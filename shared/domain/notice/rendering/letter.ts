import type { TicketFacts } from '../message.ts'
import type { PlannedNotice } from '../notice.ts'
import { TEXTS, wordingOf } from '../texts/texts.ts'
import type { Wording, Words } from '../texts/wording.ts'
import { instantText } from './instant-text.ts'
import { cut, manyLines, oneLine } from './safe-text.ts'

/** What comes from the desk's own set-up rather than from the ticket. */
export type Letterhead = {
  readonly deskName: string
  /** Where the recipient sees the ticket; opening it never acts (CLO-2). */
  readonly ticketUrl: string
  /** NOT-3: for a notice that repeats until it is acknowledged; opening the link never acts. */
  readonly acknowledging?: {
    readonly url: string
    readonly insteadOf: string | null
    readonly stepMinutes: number
    /** How often the recipient has been told before; absent: never. */
    readonly timesTold?: number
  }
}

/** A mail before it is text or HTML; nothing in it can break out of where it stands. */
export type Letter = {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly quote: string | null
  /** NOT-5: what a message of several matters tells, one by one. */
  readonly list?: readonly { readonly text: string; readonly url: string }[]
  /** Markdown; null for a letter without one. */
  readonly document: string | null
  readonly next: { readonly label: string; readonly text: string }
  readonly buttons: readonly { readonly label: string; readonly url: string }[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly colon: string
  readonly footer: readonly string[]
}

export const LONGEST = { title: 120, name: 80, subject: 180, quote: 5_000, document: 30_000 } as const

export const name = (text: string): string => cut(oneLine(text), LONGEST.name)
const nameOrNone = (text: string | null): string | null => (text === null ? null : name(text))

const safe = (ticket: TicketFacts): TicketFacts => ({
  ...ticket,
  title: cut(oneLine(ticket.title), LONGEST.title),
  requester: name(ticket.requester),
  service: nameOrNone(ticket.service),
  group: name(ticket.group),
  assignee: nameOrNone(ticket.assignee),
})

type Told = Pick<PlannedNotice, 'recipient' | 'message' | 'ticket'>

const whenFor =
  ({ recipient, ticket }: Told) =>
  (at: string): string =>
    instantText(at, recipient.language, ticket.timeZone)

/** The notice in the recipient's language, made safe. */
export const wordingFor = (told: Told): Wording => {
  const telling = { ticket: safe(told.ticket), when: whenFor(told) }
  const { subject, paragraphs, quote, document, next, sms } = wordingOf(told.recipient.language, told.message, telling)
  return {
    subject: oneLine(subject),
    paragraphs: paragraphs.map(oneLine),
    quote: quote === null || quote.trim() === '' ? null : cut(manyLines(quote).trim(), LONGEST.quote),
    ...(document === undefined ? {} : { document: cut(manyLines(document).trim(), LONGEST.document) }),
    next: oneLine(next),
    sms: oneLine(sms),
  }
}

const factsFor = (told: Told, { labels, states, priorities }: Words): Letter['facts'] => {
  const ticket = safe(told.ticket)
  const when = whenFor(told)
  const forStaff = told.recipient.part === 'staff'
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    [labels.number, ticket.number],
    [labels.title, ticket.title],
    [labels.state, states[ticket.state]],
    [labels.priority, priorities[ticket.priority]],
    [labels.service, ticket.service],
    [labels.requester, forStaff ? ticket.requester : null],
    [labels.group, forStaff ? ticket.group : null],
    [labels.assignee, forStaff ? ticket.assignee : null],
    [labels.respondBy, ticket.respondBy && when(ticket.respondBy)],
    [labels.restoreBy, ticket.restoreBy && when(ticket.restoreBy)],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

const ASKS_TO_CONFIRM: ReadonlySet<string> = new Set(['solved', 'reminded'])

/** The fragments only say what the recipient came for: they never reach the server, and the page asks again. */
export const buttonsFor = (
  { message }: Told,
  { ticketUrl, acknowledging }: Letterhead,
  { buttons }: Words,
): Letter['buttons'] => [
  ...(acknowledging ? [{ label: buttons.acknowledge, url: acknowledging.url }] : []),
  ...(ASKS_TO_CONFIRM.has(message.template)
    ? [
        { label: buttons.confirm, url: `${ticketUrl}#confirm` },
        { label: buttons.reject, url: `${ticketUrl}#reject` },
      ]
    : []),
  ...(message.template === 'returned' ? [{ label: buttons.insist, url: `${ticketUrl}#insist` }] : []),
  ...(message.template === 'time-proposed'
    ? [
        { label: buttons.agree, url: `${ticketUrl}#agree` },
        { label: buttons.object, url: `${ticketUrl}#object` },
      ]
    : []),
  { label: buttons.open, url: ticketUrl },
]

/** NOT-3: before the subject of what is told again. */
export const reminderOf = ({ acknowledging }: Pick<Letterhead, 'acknowledging'>, { ladder }: Words): string =>
  acknowledging?.timesTold ? ladder.reminder(acknowledging.timesTold) : ''

/** NOT-3: whose place somebody takes, that they were told before, and that silence goes on. */
export const ladderParagraphs = ({ acknowledging }: Letterhead, { ladder }: Words) => ({
  before: [
    ...(acknowledging?.insteadOf ? [ladder.insteadOf(name(acknowledging.insteadOf))] : []),
    ...(acknowledging?.timesTold ? [ladder.toldBefore(acknowledging.timesTold)] : []),
  ],
  after: acknowledging ? [ladder.pleaseAcknowledge(acknowledging.stepMinutes)] : [],
})

/** The whole mail in words. The subject always carries the ticket's tag, by which an answer is filed as a last resort (INT-3). */
export const letterFor = (told: Told, letterhead: Letterhead): Letter => {
  const { words } = TEXTS[told.recipient.language]
  const { subject, paragraphs, quote, document = null, next } = wordingFor(told)
  const { number, title } = safe(told.ticket)
  const { before, after } = ladderParagraphs(letterhead, words)
  return {
    subject: cut(`[${number}] ${reminderOf(letterhead, words)}${subject}${words.colon}${title}`, LONGEST.subject),
    greeting: words.greeting(name(told.recipient.name)),
    paragraphs: [...before, ...paragraphs],
    quote,
    document,
    next: { label: words.labels.next, text: [next, ...after].join(words.colon.endsWith(' ') ? ' ' : '') },
    buttons: buttonsFor(told, letterhead, words),
    facts: factsFor(told, words),
    colon: words.colon,
    footer: words.footer(name(letterhead.deskName)),
  }
}
