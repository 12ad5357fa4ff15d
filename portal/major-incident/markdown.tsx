import type { ComponentChildren } from 'preact'

/**
 * The little of Markdown that reports are written in, as the mail to the customer shows it too: headings, paragraphs, lists,
 * tables, rules, quotes, bold and emphasis. Everything else stays the words it is; a test compares both.
 */
const EMPHASIS = /\*\*([^*]{1,500})\*\*|(?<![\p{L}\p{N}*])\*([^*\s][^*]{0,498})\*(?![\p{L}\p{N}*])/gu

const inline = (text: string): ComponentChildren => {
  const parts: ComponentChildren[] = []
  let end = 0
  for (const found of text.matchAll(EMPHASIS)) {
    const [whole, bold, light] = found
    parts.push(text.slice(end, found.index), bold === undefined ? <em>{light}</em> : <strong>{bold}</strong>)
    end = found.index + whole.length
  }
  return [...parts, text.slice(end)]
}

const KINDS = [
  ['blank', /^\s*$/],
  ['heading', /^#{1,6} /],
  ['rule', /^(-{3,}|\*{3,})\s*$/],
  ['item', /^\s{0,3}[-*] /],
  ['number', /^\s{0,3}\d{1,3}\. /],
  ['row', /^\|.*\|\s*$/],
  ['quote', /^> ?/],
  ['text', /^/],
] as const
type Kind = (typeof KINDS)[number][0]

const kindOf = (line: string): Kind => KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'text'

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const isDivider = (line: string): boolean => cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))

const Table = ({ lines }: { readonly lines: readonly string[] }) => {
  const [head = '', divider, ...body] = lines
  const hasHead = divider !== undefined && isDivider(divider)
  return (
    <table>
      {hasHead && (
        <thead>
          <tr>
            {cellsOf(head).map((cell) => (
              <th>{inline(cell)}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {(hasHead ? body : lines).map((line) => (
          <tr>
            {cellsOf(line).map((cell) => (
              <td>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const withBreaks = (lines: readonly string[]): ComponentChildren =>
  lines.flatMap((line, index) => (index === 0 ? [inline(line)] : [<br />, inline(line)]))

const itemsOf = (lines: readonly string[]): ComponentChildren =>
  lines.map((line) => <li>{inline(line.replace(/^\s*([-*]|\d+\.) /, ''))}</li>)

/** One level below the page's own heading. */
const Heading = ({ line }: { readonly line: string }) => {
  const marks = line.indexOf(' ')
  const Tag = `h${Math.min(6, marks + 1)}` as 'h2'
  return <Tag>{inline(line.slice(marks + 1).trim())}</Tag>
}

const blockOf = (kind: Kind, lines: readonly string[]): ComponentChildren => {
  switch (kind) {
    case 'blank':
      return null
    case 'heading':
      return lines.map((line) => <Heading line={line} />)
    case 'rule':
      return <hr />
    case 'item':
      return <ul>{itemsOf(lines)}</ul>
    case 'number':
      return <ol>{itemsOf(lines)}</ol>
    case 'row':
      return <Table lines={lines} />
    case 'quote':
      return <blockquote>{withBreaks(lines.map((line) => line.replace(/^> ?/, '')))}</blockquote>
    case 'text':
      return <p>{withBreaks(lines)}</p>
  }
}

/** MAJ-6: a Markdown text as one reads it. */
export const Markdown = ({ text }: { readonly text: string }) => {
  const blocks: { readonly kind: Kind; readonly lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const kind = kindOf(line)
    const last = blocks.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else blocks.push({ kind, lines: [line] })
  }
  return <div class="markdown">{blocks.map(({ kind, lines }) => blockOf(kind, lines))}</div>
}
