import { Parser } from 'htmlparser2'

/**
 * No mail program nests this deep or writes this many tags. HTML parsers take time that grows with depth × tags, so
 * beyond either a page is not worth its time: ten megabytes of unclosed tags would take minutes.
 */
const DEEPEST_NESTING = 250
const MOST_TAGS = 100_000
const MOST_ENTITIES = 500_000
const CHUNK_CHARACTERS = 65_536

const hasMore = (html: string, mark: string, most: number): boolean => {
  let at = -1
  for (let marks = 0; marks <= most; marks += 1) {
    at = html.indexOf(mark, at + 1)
    if (at < 0) return false
  }
  return true
}

const isDeeper = (html: string, deepest: number): boolean => {
  let depth = 0
  let reached = 0
  const parser = new Parser({
    onopentagname: () => {
      depth += 1
      reached = Math.max(reached, depth)
    },
    onclosetag: () => {
      depth -= 1
    },
  })
  for (let at = 0; at < html.length && reached <= deepest; at += CHUNK_CHARACTERS) {
    parser.write(html.slice(at, at + CHUNK_CHARACTERS))
  }
  return reached > deepest
}

/** Whether handling an HTML text as a page would take longer than anybody waits. */
export const isTooComplex = (html: string): boolean =>
  hasMore(html, '<', MOST_TAGS) || hasMore(html, '&', MOST_ENTITIES) || isDeeper(html, DEEPEST_NESTING)

/** The text between the tags of a page that is too complex; takes time linear in its length. */
export const textBetweenTags = (html: string): string => {
  const pieces: string[] = []
  const entities = new Parser({ ontext: (text) => pieces.push(text) })
  entities.end(html.replace(/<(?:style|script|title)\b[^<]*/gi, '').replace(/<[^<>]*>?/g, ' '))
  return pieces
    .join('')
    .replace(/[ \t]+/g, ' ')
    .trim()
}
