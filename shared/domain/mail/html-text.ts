import { Parser } from 'htmlparser2'
import { isTooComplex, textBetweenTags } from './html-complexity.ts'
import { PageText } from './page-text.ts'

const UNSEEN = new Set(['head', 'script', 'style', 'title', 'template', 'svg', 'math', 'object', 'select', 'iframe'])
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'dl'])
const LINES = new Set(['div', 'li', 'tr', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'address', 'center'])

type Attributes = Readonly<Record<string, string>>

/** Blockquotes that only indent are the author's own words. */
const isQuote = ({ type = '', class: names = '' }: Attributes): boolean =>
  type.toLowerCase() === 'cite' || /quote/i.test(names)

/** An address worth showing beside the link's text. */
const shownAddress = ({ href = '' }: Attributes): string | null => (/^https?:/i.test(href) ? href.trim() : null)

const LONGEST_ADDRESS = 200

type OpenElement = { readonly isQuote: boolean; readonly address: string | null; text: string }

class Reader {
  readonly page = new PageText()
  readonly #open: OpenElement[] = []
  #unseen = 0
  #preformatted = 0

  onopentag(name: string, attributes: Attributes): void {
    const quotes = name === 'blockquote' && isQuote(attributes)
    this.#open.push({ isQuote: quotes, address: name === 'a' ? shownAddress(attributes) : null, text: '' })
    if (UNSEEN.has(name)) this.#unseen += 1
    if (this.#unseen > 0) return
    if (PARAGRAPHS.has(name)) this.page.endParagraph()
    if (LINES.has(name)) this.page.endLine()
    if (quotes) this.page.quote()
    if (name === 'pre') this.#preformatted += 1
    const { alt = '' } = attributes
    if (name === 'br') this.page.breakLine()
    else if (name === 'li') this.page.startItem()
    else if (name === 'img' && alt.trim() !== '') this.page.add(`[${alt}]`)
    else if (name === 'hr') {
      this.page.endLine()
      this.page.add('-----')
      this.page.endLine()
    }
  }

  ontext(text: string): void {
    if (this.#unseen > 0) return
    const element = this.#open.at(-1)
    if (element && element.text.length < LONGEST_ADDRESS) element.text += text
    if (this.#preformatted > 0) this.page.addPreformatted(text)
    else this.page.add(text)
  }

  onclosetag(name: string): void {
    const element = this.#open.pop()
    const parent = this.#open.at(-1)
    if (element && parent) parent.text = `${parent.text}${element.text}`.slice(0, LONGEST_ADDRESS)
    if (UNSEEN.has(name)) {
      this.#unseen -= 1
      return
    }
    if (this.#unseen > 0) return
    if (element?.address && element.text.trim() !== element.address) this.page.add(` <${element.address}>`)
    if (name === 'td' || name === 'th') this.page.add(' ')
    if (name === 'pre') this.#preformatted -= 1
    if (PARAGRAPHS.has(name)) this.page.endParagraph()
    if (LINES.has(name)) this.page.endLine()
    if (element?.isQuote) this.page.unquote()
  }
}

/** The text of an HTML mail in lines; quoted mails are marked with `>`, links carry their address in angle brackets. */
export const textOfHtml = (html: string): string => {
  if (isTooComplex(html)) return textBetweenTags(html)
  const reader = new Reader()
  const parser = new Parser({
    onopentag: (name, attributes) => reader.onopentag(name, attributes),
    ontext: (text) => reader.ontext(text),
    onclosetag: (name) => reader.onclosetag(name),
  })
  parser.write(html)
  parser.end()
  return reader.page.toString()
}
