import { type ContentFields, contentFieldsOf, isMultipart, NO_CONTENT } from './content-fields.ts'

/** A piece of a raw mail. Pieces in order, `before` + `head` + `body` of each, are the mail again, byte for byte. */
export type MimePart = {
  /** The delimiter line that opens it; empty for the mail itself. */
  readonly before: Uint8Array
  /** Header lines with the empty line that ends them. */
  readonly head: Uint8Array
  /** Up to the next delimiter line; for a multipart only what stands before its first part. */
  readonly body: Uint8Array
  /** False for what stands behind a closed multipart: it has no header and no say. */
  readonly hasHead: boolean
  readonly content: ContentFields
  /** Subtype of the multipart it stands in. */
  readonly within: string | null
  /** It is a multipart and its delimiter occurs. */
  readonly isDivided: boolean
}

const singleBytes = new TextDecoder('windows-1252')

const HEADER_LINE = /^[!-9;-~]+[ \t]*:/
const LF = 0x0a
const DASH = 0x2d
/** RFC 2046 allows 70; some write more, nobody writes this many. */
const LONGEST_DELIMITER = 1000

type Boundary = { readonly owner: number; readonly subtype: string }
type Open = { start: number; headStart: number; headEnd: number | null; hasHead: boolean; within: string | null }

/** Takes a mail apart at the delimiter lines of its own multiparts; attached mails stay whole. Never throws. */
class Scanner {
  readonly #raw: Uint8Array
  readonly #parts: MimePart[] = []
  readonly #boundaries = new Map<string, Boundary>()
  readonly #divided = new Set<number>()
  #open: Open = { start: 0, headStart: 0, headEnd: null, hasHead: true, within: null }
  #content: ContentFields = NO_CONTENT

  constructor(raw: Uint8Array) {
    this.#raw = raw
  }

  run(): readonly MimePart[] {
    const raw = this.#raw
    let at = 0
    while (at < raw.length) {
      const lineFeed = raw.indexOf(LF, at)
      const end = lineFeed < 0 ? raw.length : lineFeed + 1
      this.#line(at, end)
      at = end
    }
    this.#close(raw.length)
    return this.#parts.map((part, i) => ({ ...part, isDivided: this.#divided.has(i) }))
  }

  #line(at: number, end: number): void {
    const delimiter = this.#delimiterAt(at, end)
    if (delimiter) {
      this.#close(at)
      const { boundary, closes } = delimiter
      this.#divided.add(boundary.owner)
      this.#open = {
        start: at,
        headStart: end,
        headEnd: closes ? end : null,
        hasHead: !closes,
        within: boundary.subtype,
      }
      return
    }
    if (this.#open.headEnd !== null) return
    if (isBlank(this.#raw, at, end)) this.#endHead(end)
    // Text right behind the delimiter: the part has no header at all, not even the empty line behind it.
    else if (at === this.#open.headStart && at > 0 && !HEADER_LINE.test(this.#text(at, end))) this.#endHead(at)
  }

  #endHead(at: number): void {
    this.#open.headEnd = at
    this.#content = contentFieldsOf(this.#raw.subarray(this.#open.headStart, at))
    const { type, boundary } = this.#content
    if (isMultipart(this.#content) && type && boundary) {
      this.#boundaries.set(boundary, { owner: this.#parts.length, subtype: type.slice('multipart/'.length) })
    }
  }

  #close(at: number): void {
    if (this.#open.headEnd === null) this.#endHead(this.#endOfLooseHead(at))
    const { start, headStart, hasHead, within } = this.#open
    const headEnd = this.#open.headEnd ?? at
    this.#parts.push({
      before: this.#raw.subarray(start, headStart),
      head: this.#raw.subarray(headStart, headEnd),
      body: this.#raw.subarray(headEnd, at),
      hasHead,
      content: hasHead ? this.#content : NO_CONTENT,
      within,
      isDivided: false,
    })
    this.#content = NO_CONTENT
  }

  /** A header that no empty line ends: it ends before the first line that cannot be one. */
  #endOfLooseHead(limit: number): number {
    let at = this.#open.headStart
    while (at < limit) {
      const lineFeed = this.#raw.indexOf(LF, at)
      const end = lineFeed < 0 || lineFeed >= limit ? limit : lineFeed + 1
      const text = this.#text(at, end)
      if (at > this.#open.headStart && !HEADER_LINE.test(text) && !/^[ \t]/.test(text)) return at
      at = end
    }
    return limit
  }

  #delimiterAt(at: number, end: number): { boundary: Boundary; closes: boolean } | null {
    const raw = this.#raw
    if (raw[at] !== DASH || raw[at + 1] !== DASH || this.#boundaries.size === 0) return null
    if (end - at > LONGEST_DELIMITER) return null
    const name = this.#text(at + 2, end).trimEnd()
    const opening = this.#boundaries.get(name)
    if (opening) return { boundary: opening, closes: false }
    const closing = name.endsWith('--') ? this.#boundaries.get(name.slice(0, -2)) : undefined
    return closing ? { boundary: closing, closes: true } : null
  }

  #text(at: number, end: number): string {
    return singleBytes.decode(this.#raw.subarray(at, end))
  }
}

const isBlank = (raw: Uint8Array, at: number, end: number): boolean =>
  raw[at] === LF || (end - at <= 2 && raw[at] === 0x0d)

/** The parts of a mail in the order they stand in it, the mail itself first [INT-2]. */
export const partsOf = (raw: Uint8Array): readonly MimePart[] => new Scanner(raw).run()
