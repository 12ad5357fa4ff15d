/** Written without spaces between words: two neighbouring characters make a term. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu

const pairsIn = (run: string): readonly string[] => {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
}

const STEM_LETTERS = 5

/** Without most of the endings: printer, printing and prints are about the same; names and numbers stay whole. */
const stem = (word: string): string => (/^\p{L}+$/u.test(word) ? word.slice(0, STEM_LETTERS) : word)

/** What a text is compared by: the stems of its words, and pairs of characters where a language writes no spaces (INT-14). */
export const termsOf = (text: string): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').toLowerCase()
  const unspaced = plain.match(UNSPACED) ?? []
  const words = plain.replace(UNSPACED, ' ').match(WORD) ?? []
  return new Set([...unspaced.flatMap(pairsIn), ...words.map(stem)])
}
