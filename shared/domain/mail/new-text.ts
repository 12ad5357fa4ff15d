import { introductionLines, isMarked, opensForward, opensQuotedRest } from './quote-lines.ts'
import { FORWARD_PREFIXES } from './quote-words.ts'
import { withoutSignature } from './signature.ts'

const FORWARD_SUBJECT = new RegExp(`^\\s*(?:${FORWARD_PREFIXES})\\s*[:：]`, 'i')
/** Some mail programs put the line that introduces the quoted mail behind the last line of the answer. */
const SHARED_LINE = /^(.{0,500}[^\s-])\s*-{2,4} (On .{0,300}\bwrote:)$/

const nextFilled = (lines: readonly string[], from: number): number => {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  return at
}

/** Nobody writes or reads answers longer than this; looking for quotes in more takes too long. */
const LONGEST_TEXT = 1_000_000

/** The lines that are not quoted. */
const unquoted = (lines: readonly string[]): readonly string[] => {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (opensForward(line)) return [...kept, ...lines.slice(at)]
    if (isMarked(lines, at)) continue
    if (opensQuotedRest(lines, at)) return kept
    const introduced = introductionLines(lines, at)
    if (introduced === 0) {
      kept.push(line)
      continue
    }
    const next = nextFilled(lines, at + introduced)
    // Only quotes that are marked line by line can have answers between and below them.
    if (!isMarked(lines, next)) return kept
    at = next - 1
  }
  return kept
}

/**
 * What the author of a mail wrote now: quoted mails and the signature are left out [INT-3]. A mail that is passed on is
 * news and stays, and so does everything when nothing else would be left.
 */
export const newTextOf = (text: string, subject: string): string => {
  if (text.length > LONGEST_TEXT || FORWARD_SUBJECT.test(subject)) return text.trim()
  const lines = text.split('\n').flatMap((line) => line.match(SHARED_LINE)?.slice(1) ?? [line])
  const written = withoutSignature(unquoted(lines))
    .map((line) => line.trimEnd())
    .join('\n')
  return written.trim() === '' ? text.trim() : written.replace(/\n{3,}/g, '\n\n').trim()
}
