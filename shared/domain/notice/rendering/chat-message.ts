import { TEXTS } from '../texts/texts.ts'
import { type JointLetterhead, jointLetterFor, type Told } from './joint-letter.ts'
import { cut } from './safe-text.ts'

/** What goes into a chat; plain text throughout, each provider's adapter makes its own markup of it. */
export type ChatText = {
  readonly title: string
  readonly lines: readonly string[]
  readonly buttons: readonly { readonly label: string; readonly url: string }[]
}

/** The shortest of the providers' limits leave room for this much, and people in a chat read no more matters. */
const LONGEST = { title: 100, line: 400, matters: 10 } as const

const listed = (list: readonly { readonly text: string }[], more: (count: number) => string): readonly string[] => {
  const shown = list.slice(0, LONGEST.matters).map(({ text }) => text)
  return list.length > shown.length ? [...shown, more(list.length - shown.length)] : shown
}

/** NOT-1: a group chat is read by many: whom it is for, what has happened and what to do; not what people have written. */
export const chatTextFor = (told: Told, letterhead: JointLetterhead): ChatText => {
  const { subject, greeting, paragraphs, list = [], next, buttons } = jointLetterFor(told, letterhead)
  const { colon, together } = TEXTS[told.recipient.language].words
  const lines = [greeting, ...paragraphs, ...listed(list, together.more), `${next.label}${colon}${next.text}`]
  return { title: cut(subject, LONGEST.title), lines: lines.map((line) => cut(line, LONGEST.line)), buttons }
}

const NO_LETTERHEAD: JointLetterhead = { deskName: '', ticketUrl: '', urlOf: () => '' }

/** What an automatic call says, twice, because nobody listens from the first word on. */
export const spokenTextFor = (told: Told): string => {
  const { subject, paragraphs, list = [], next } = jointLetterFor(told, NO_LETTERHEAD)
  const { together } = TEXTS[told.recipient.language].words
  const said = [subject, ...paragraphs, ...listed(list, together.more), next.text]
  const text = said.map((line) => cut(line, LONGEST.line)).join(' ')
  return `${text} ${text}`
}
