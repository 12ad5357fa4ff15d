import {
  FIELD_WORDS,
  type FieldKind,
  FORWARD_BEGINS,
  FORWARDED_WORDS,
  ORIGINAL_WORDS,
  SAID_AT_THE_END,
  WRITE_ABOVE,
  WROTE_AT_THE_END,
  WROTE_BEFORE_THE_NAME,
  WROTE_BEGINS,
} from './quote-words.ts'

/** Nobody's mail program writes longer ones; it also keeps every rule below cheap. */
const LONGEST_LINE = 600
/** From this length on a line was probably wrapped. */
const WRAPPED_CHARACTERS = 60
const LONGEST_INTRODUCTION_LINES = 5
const LONGEST_HEADER_BLOCK_LINES = 8

const MARKED = /^\s{0,3}>/
/** `>>> look here <<<` is an ornament. */
const ORNAMENT = /<<\s*$/
/** A link that a mail program broke out of the quoted line above it. */
const STRAY_LINK = /^\s*[(<]https?:\S+[)>]?\s*>?\s*$/
const FORWARDED = new RegExp(
  `^\\s*-{2,}\\s*(?:${FORWARDED_WORDS})\\s*-*\\s*$|^\\s*(?:${FORWARD_BEGINS})\\s*[:：]\\s*$`,
  'i',
)
const ORIGINAL = new RegExp(`^[\\s>]*[-_=*]+[-_=*\\s]*(?:${ORIGINAL_WORDS})\\s*[-_=*\\s]*$`, 'i')
const ABOVE = new RegExp(`^[\\s#\\-=*]*(?:${WRITE_ABOVE})[\\s#\\-=*.。]*$`, 'i')

const EMAIL = /[^\s<>@]@[^\s<>@]/
const EMAIL_LAST = /[^\s<>@]@[^\s<>@]+\s*[>)\]]+\s*[:：]$/
const DATE = /\d{1,2}[:.时點点]\d{2}|\b(?:19|20)\d{2}\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d\s?[年月]/
const DATE_FIRST = /^[\s\-*]*(?:\p{L}{2,12}[.,]{0,2}\s+){0,3}\d{1,4}[\s.,/\-年]/u
const BEGINS = new RegExp(
  `^[\\s\\-*]*(?:(?:${WROTE_BEGINS})[\\s.,]|[在于於]|\\p{L}{2,12}[.,]{0,2}\\s+\\d|\\d{1,4}[-./年])`,
  'iu',
)
const ENDS = /[:：]\s*-*\s*$|\bwrote\s*-{2,}\s*$/i
/** Words at the end of the line, where a language without spaces has them right behind the name. */
const endsIn = (words: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}]|(?<=[\\p{Script=Han}\\p{Script=Hangul}]))(?:${words})\\s*(?:[:：]\\s*-*|-{2,})\\s*$`, 'iu')
const WROTE = endsIn(WROTE_AT_THE_END)
const SAID = endsIn(SAID_AT_THE_END)
const WROTE_THEN_NAME = new RegExp(`[^\\p{L}](?:${WROTE_BEFORE_THE_NAME})\\s.*[:：]$`, 'iu')
const FIELD = new RegExp(
  `^[\\s>*_|]*(?:${Object.entries(FIELD_WORDS)
    .map(([kind, words]) => `(?<${kind}>${words})`)
    .join('|')})[\\s*_|]*[:：|]`,
  'i',
)

const hasMark = (line: string | undefined): boolean => line !== undefined && MARKED.test(line) && !ORNAMENT.test(line)

/** A quoted line that a mail program broke in two and marked only once. */
const isBrokenOff = (lines: readonly string[], at: number): boolean => {
  const [before = '', line = '', after] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!hasMark(before) || line.length > LONGEST_LINE) return false
  return STRAY_LINK.test(line) || (before.length >= WRAPPED_CHARACTERS && /^\p{Ll}/u.test(line) && hasMark(after))
}

/** Whether a line is marked as quoted. */
export const isMarked = (lines: readonly string[], at: number): boolean => hasMark(lines[at]) || isBrokenOff(lines, at)

/** Whether a forwarded mail begins here. */
export const opensForward = (line: string): boolean => line.length <= LONGEST_LINE && FORWARDED.test(line)

const isIntroduction = (text: string): boolean => {
  const hasDate = DATE.test(text)
  if (WROTE.test(text)) return EMAIL.test(text) || (hasDate && BEGINS.test(text))
  if (SAID.test(text)) return EMAIL.test(text) && hasDate
  if (!hasDate) return false
  if (WROTE_THEN_NAME.test(text)) return BEGINS.test(text) || EMAIL.test(text)
  return EMAIL_LAST.test(text) && (DATE_FIRST.test(text) || BEGINS.test(text))
}

/** How many lines, from `at` on, introduce a quoted mail ("On … X wrote:"); 0 when they do not. */
export const introductionLines = (lines: readonly string[], at: number): number => {
  const first = lines[at] ?? ''
  if (first.trim() === '' || first.length > LONGEST_LINE) return 0
  const mayBeFolded = BEGINS.test(first)
  const longest = mayBeFolded ? LONGEST_INTRODUCTION_LINES : 1
  const candidate: string[] = []
  let emptyLines = 0
  for (const line of lines.slice(at, at + longest)) {
    if (line.trim() === '') emptyLines += 1
    if (emptyLines > 1 || line.length > LONGEST_LINE) return 0
    candidate.push(line.trim())
    if (ENDS.test(line)) return isIntroduction(candidate.join(' ')) ? candidate.length : 0
  }
  return 0
}

const FIELD_KINDS = Object.keys(FIELD_WORDS) as readonly FieldKind[]

const fieldKind = (line: string): FieldKind | null => {
  const groups = (line.length <= LONGEST_LINE && line.match(FIELD)?.groups) || null
  return groups && (FIELD_KINDS.find((kind) => groups[kind] !== undefined) ?? null)
}

/** Whether the header block of a quoted mail begins here: at least three fields, or two and an address or time. */
const opensHeaderBlock = (lines: readonly string[], at: number): boolean => {
  const first = fieldKind(lines[at] ?? '')
  if (first !== 'from' && first !== 'sent') return false
  const block = lines.slice(at, at + LONGEST_HEADER_BLOCK_LINES)
  const kinds = new Set(block.map(fieldKind).filter((kind) => kind !== null))
  return kinds.size >= 3 || (kinds.size === 2 && block.some((line) => line.length <= LONGEST_LINE && EMAIL.test(line)))
}

/** Whether everything from this line on is quoted. */
export const opensQuotedRest = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? ''
  if (line.length > LONGEST_LINE) return false
  return ORIGINAL.test(line) || ABOVE.test(line) || opensHeaderBlock(lines, at)
}
