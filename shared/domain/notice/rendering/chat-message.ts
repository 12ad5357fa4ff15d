import type { PlannedNotice } from '../notice.ts'
import { TEXTS } from '../texts/texts.ts'
import { type Letterhead, letterFor } from './letter.ts'
import { cut } from './safe-text.ts'

/** What goes into a chat; plain text throughout, each provider's adapter makes its own markup of it. */
export type ChatText = {
  readonly title: string
  readonly lines: readonly string[]
  readonly buttons: readonly { readonly label: string; readonly url: string }[]
}

/** The shortest of the providers' limits leave room for this much. */
const LONGEST = { title: 100, line: 400 } as const

/** NOT-1: a group chat is read by many: whom it is for, what has happened and what to do; not what people have written. */
export const chatTextFor = (
  told: Pick<PlannedNotice, 'recipient' | 'message' | 'ticket'>,
  letterhead: Letterhead,
): ChatText => {
  const { subject, greeting, paragraphs, next, buttons } = letterFor(told, letterhead)
  const { colon } = TEXTS[told.recipient.language].words
  return {
    title: cut(subject, LONGEST.title),
    lines: [greeting, ...paragraphs, `${next.label}${colon}${next.text}`].map((line) => cut(line, LONGEST.line)),
    buttons,
  }
}

/** What an automatic call says, twice, because nobody listens from the first word on. */
export const spokenTextFor = (told: Pick<PlannedNotice, 'recipient' | 'message' | 'ticket'>): string => {
  const { subject, paragraphs, next } = letterFor(told, { deskName: '', ticketUrl: '' })
  const text = [subject, ...paragraphs, next.text].map((line) => cut(line, LONGEST.line)).join(' ')
  return `${text} ${text}`
}
