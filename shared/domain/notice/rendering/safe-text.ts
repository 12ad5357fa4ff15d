/** Characters that turn the direction of what follows, or that nobody sees: they make a text look like another. */
const DECEPTIVE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Control characters but line feed and tab. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu

const isBreak = (character: string): boolean => character === '\n' || character === '\t'

/** Text of several lines that somebody else wrote, safe to pass on as it is. */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(DECEPTIVE, '')
    .replaceAll(CONTROLS, (character) => (isBreak(character) ? character : ''))

/** The same on one line: nothing of it can begin another header or another paragraph. */
export const oneLine = (text: string): string => manyLines(text).replaceAll(/\s+/g, ' ').trim()

let segmenter: Intl.Segmenter | undefined

/** Made when something is cut first: it takes as long to make as half of a start. */
const graphemesOf = (text: string): Iterable<Intl.SegmentData> => {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** At most `length` UTF-16 units, cut between characters people see; what was cut shows as `mark`. */
export const cut = (text: string, length: number, mark = '…'): string => {
  if (text.length <= length) return text
  let kept = 0
  for (const { index, segment } of graphemesOf(text.slice(0, length))) {
    if (index + segment.length > length - mark.length) break
    kept = index + segment.length
  }
  return text.slice(0, kept).trimEnd() + mark
}

/** For text and for attribute values in quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
