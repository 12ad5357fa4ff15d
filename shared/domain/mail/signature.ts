import { CLOSINGS, SENT_FROM } from './signature-words.ts'

/** More than this below a closing or a line of dashes is not a signature but text somebody wants read. */
const LONGEST_SIGNATURE_LINES = 15
const LONGEST_CLOSING_LINES = 8
const LONGEST_LINE = 120

/** RFC 3676 4.3. */
const MARK = '-- '
const RULE = /^\s*(?:-{2,4}|_{2,})\s*$/
const CLOSING = new RegExp(`^\\s*(?:${CLOSINGS})\\s*[,.!，。！]*\\s*$`, 'i')
const DEVICE = new RegExp(`^\\s*(?:${SENT_FROM})\\s*$`, 'i')
const ORNAMENT = /^[\s\-_=*#~+]*$/

const isFilled = (line: string): boolean => line.trim() !== ''

/** The index from which on at most `count` lines with text follow. */
const tailOf = (lines: readonly string[], count: number): number => {
  let filled = 0
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    if (isFilled(lines[at] ?? '')) filled += 1
    if (filled > count + 1) return at + 1
  }
  return 0
}

const isClosing = (lines: readonly string[], at: number): boolean =>
  CLOSING.test(lines[at] ?? '') &&
  lines.slice(at + 1).every((line) => line.length <= LONGEST_LINE && !/[?？]\s*$/.test(line))

/** Where the signature begins; the number of lines when there is none. */
const signatureStart = (lines: readonly string[]): number => {
  const marked = lines.indexOf(MARK)
  const ruleTail = tailOf(lines, LONGEST_SIGNATURE_LINES)
  const closingTail = tailOf(lines, LONGEST_CLOSING_LINES)
  const found = lines.findIndex(
    (line, at) =>
      at === marked ||
      (line.length <= LONGEST_LINE &&
        ((at >= ruleTail && RULE.test(line)) || (at >= closingTail && isClosing(lines, at)))),
  )
  return found < 0 ? lines.length : found
}

/**
 * The lines without the signature at their end and without what phones add ("Sent from my …"), and without the dashes
 * and empty lines that then stand last [INT-3].
 */
export const withoutSignature = (lines: readonly string[]): readonly string[] => {
  const kept = lines.slice(0, signatureStart(lines)).filter((line) => line.length > LONGEST_LINE || !DEVICE.test(line))
  return kept.slice(0, kept.findLastIndex((line) => line.length > LONGEST_LINE || !ORNAMENT.test(line)) + 1)
}
