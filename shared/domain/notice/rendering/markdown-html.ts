import { escapeHtml } from './safe-text.ts'

/**
 * The little of Markdown that reports are written in: headings, paragraphs, lists, tables, rules, bold and emphasis.
 * Everything is escaped first, and links and raw HTML stay text: nothing somebody has written can become more than words.
 */
const CELL = 'padding:4px 12px 4px 0;border-bottom:1px solid #8886;text-align:left;vertical-align:top'

const inline = (text: string): string =>
  escapeHtml(text)
    .replaceAll(/\*\*([^*]{1,500})\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<![\p{L}\p{N}*])\*([^*\s][^*]{0,498})\*(?![\p{L}\p{N}*])/gu, '<em>$1</em>')

type Kind = 'heading' | 'item' | 'number' | 'row' | 'rule' | 'quote' | 'blank' | 'text'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['blank', /^\s*$/],
  ['heading', /^#{1,6} /],
  ['rule', /^(-{3,}|\*{3,})\s*$/],
  ['item', /^\s{0,3}[-*] /],
  ['number', /^\s{0,3}\d{1,3}\. /],
  ['row', /^\|.*\|\s*$/],
  ['quote', /^> ?/],
]

const kindOf = (line: string): Kind => KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'text'

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const isDivider = (line: string): boolean => cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))

const rowOf = (line: string, tag: 'th' | 'td'): string =>
  `<tr>${cellsOf(line)
    .map((cell) => `<${tag} style="${CELL}">${inline(cell)}</${tag}>`)
    .join('')}</tr>`

const tableOf = (lines: readonly string[]): string => {
  const [head = '', divider, ...body] = lines
  const hasHead = divider !== undefined && isDivider(divider)
  const rows = hasHead ? body : lines
  const top = hasHead ? `<thead>${rowOf(head, 'th')}</thead>` : ''
  return `<table style="border-collapse:collapse;margin:0 0 16px">${top}<tbody>${rows.map((line) => rowOf(line, 'td')).join('')}</tbody></table>`
}

const listOf = (tag: 'ul' | 'ol', lines: readonly string[]): string =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(/^\s*([-*]|\d+\.) /, ''))}</li>`).join('')}</${tag}>`

const headingOf = (line: string): string => {
  const marks = line.indexOf(' ')
  return `<h${marks}>${inline(line.slice(marks + 1).trim())}</h${marks}>`
}

const blockOf = (kind: Kind, lines: readonly string[]): string => {
  switch (kind) {
    case 'blank':
      return ''
    case 'heading':
      return lines.map(headingOf).join('\n')
    case 'rule':
      return '<hr>'
    case 'item':
      return listOf('ul', lines)
    case 'number':
      return listOf('ol', lines)
    case 'row':
      return tableOf(lines)
    case 'quote':
      return `<blockquote>${lines.map((line) => inline(line.replace(/^> ?/, ''))).join('<br>')}</blockquote>`
    case 'text':
      return `<p>${lines.map(inline).join('<br>')}</p>`
  }
}

/** MAJ-6: a Markdown text as HTML that is safe wherever it is put. */
export const markdownHtml = (markdown: string): string => {
  const blocks: { readonly kind: Kind; readonly lines: string[] }[] = []
  for (const line of markdown.split('\n')) {
    const kind = kindOf(line)
    const last = blocks.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else blocks.push({ kind, lines: [line] })
  }
  return blocks
    .map(({ kind, lines }) => blockOf(kind, lines))
    .filter(Boolean)
    .join('\n')
}
