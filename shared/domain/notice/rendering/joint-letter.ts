import type { Matter, Recipient } from '../notice.ts'
import { TEXTS } from '../texts/texts.ts'
import {
  buttonsFor,
  type Letter,
  type Letterhead,
  LONGEST,
  ladderParagraphs,
  letterFor,
  name,
  reminderOf,
  wordingFor,
} from './letter.ts'
import { cut, oneLine } from './safe-text.ts'

/** What one message tells whom, the most urgent matter first. */
export type Told = { readonly recipient: Recipient; readonly matters: readonly [Matter, ...Matter[]] }

export type JointLetterhead = Letterhead & {
  /** Where somebody sees any of the tickets. */
  readonly urlOf: (number: string) => string
}

/** One matter on one line: the ticket's tag, its priority, what has happened and its title. */
const lineOf = ({ id: _, ...matter }: Matter, recipient: Recipient): string => {
  const { words } = TEXTS[recipient.language]
  const { number, priority, title } = matter.ticket
  const { subject } = wordingFor({ ...matter, recipient })
  return `[${number}] ${words.priorities[priority]} ${subject}${words.colon}${cut(oneLine(title), LONGEST.title)}`
}

/** NOT-5: the mail about one matter, or one for several of them. */
export const jointLetterFor = ({ recipient, matters }: Told, letterhead: JointLetterhead): Letter => {
  const [lead, ...others] = matters
  const letter = letterFor({ ...lead, recipient }, letterhead)
  if (others.length === 0) return letter
  const { words } = TEXTS[recipient.language]
  const { together, colon } = words
  const { before, after } = ladderParagraphs(letterhead, words)
  const { number, title } = lead.ticket
  const subject = `${reminderOf(letterhead, words)}${together.subject(matters.length)}${colon}${oneLine(title)}`
  return {
    ...letter,
    subject: cut(`[${number}] ${subject}`, LONGEST.subject),
    greeting: words.greeting(name(recipient.name)),
    paragraphs: [...before, together.paragraph(matters.length)],
    quote: null,
    document: null,
    list: matters.map((matter) => ({ text: lineOf(matter, recipient), url: letterhead.urlOf(matter.ticket.number) })),
    next: { ...letter.next, text: [together.next, ...after].join(colon.endsWith(' ') ? ' ' : '') },
    buttons: buttonsFor({ ...lead, recipient, message: { template: 'assigned', toYou: true } }, letterhead, words),
    facts: [],
  }
}
