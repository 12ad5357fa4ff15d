/** Text in lines as a page shows them: white space folded, at most one empty line in a row, quotes marked with `>`. */
export class PageText {
  readonly #lines: string[] = []
  #pieces: string[] = []
  #endsInSpace = true
  #quoteDepth = 0
  #bullet = ''

  /** Puts a mark before whatever text comes next, also when a new line begins in between. */
  startItem(): void {
    this.endLine()
    this.#bullet = '- '
  }

  /** Adds text with its white space folded. */
  add(text: string): void {
    const folded = text.replace(/[ \t\r\n\f]+/g, ' ')
    const fresh = this.#endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded
    if (fresh === '') return
    this.#pieces.push(this.#bullet + fresh)
    this.#bullet = ''
    this.#endsInSpace = fresh.endsWith(' ')
  }

  /** Adds text as it is. */
  addPreformatted(text: string): void {
    for (const [i, line] of text.split(/\r\n|[\r\n]/).entries()) {
      if (i > 0) this.breakLine()
      if (line !== '') this.#pieces.push(line)
    }
  }

  /** Ends the line, also an empty one. */
  breakLine(): void {
    const line = this.#pieces.join('').trimEnd()
    this.#pieces = []
    this.#endsInSpace = true
    if (line === '' && this.#isAfterEmptyLine()) return
    this.#lines.push(`${'> '.repeat(Math.min(this.#quoteDepth, 10))}${line}`.trimEnd())
  }

  /** Ends the line unless nothing stands in it yet. */
  endLine(): void {
    if (this.#pieces.length > 0) this.breakLine()
  }

  endParagraph(): void {
    this.endLine()
    this.breakLine()
  }

  quote(): void {
    this.endLine()
    this.#quoteDepth += 1
  }

  unquote(): void {
    this.endLine()
    this.#quoteDepth -= 1
  }

  toString(): string {
    this.endLine()
    return this.#lines.join('\n').trim()
  }

  #isAfterEmptyLine(): boolean {
    const last = this.#lines.at(-1)
    return last === undefined || /^(?:> ?)*$/.test(last)
  }
}
