import fc from 'fast-check'
import { type ComponentChildren, isValidElement, type VNode } from 'preact'
import { expect, test } from 'vitest'
import { Markdown } from '../../portal/major-incident/markdown.tsx'
import { markdownHtml } from '../../shared/domain/notice/rendering/markdown-html.ts'

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const isElement = (node: ComponentChildren): node is VNode<{ children?: ComponentChildren }> => isValidElement(node)

/** As a browser would have it; components are called. */
const written = (node: ComponentChildren): string => {
  if (Array.isArray(node)) return node.map(written).join('')
  if (!isElement(node)) return node === null || typeof node === 'boolean' ? '' : escaped(String(node))
  const { type, props } = node
  if (typeof type === 'function') return written((type as (given: object) => ComponentChildren)(props))
  return type === 'br' || type === 'hr' ? `<${type}>` : `<${type}>${written(props.children)}</${type}>`
}

/** The mail has its styles in its elements, its lines on lines, and headings from the first on. */
const asInMail = (html: string): string =>
  html
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll('\n', '')
    .replaceAll(/<(\/?)h(\d)>/g, (_, end: string, level: string) => `<${end}h${Math.min(6, Number(level) + 1)}>`)

const LINES = [
  '# A',
  '## B *c*',
  '- one **two**',
  '* three',
  '1. four',
  '| a | b\\|c |',
  '| --- | --- |',
  '| *d* | |',
  '---',
  '> said',
  '',
  ' ',
  '**x',
  'a*b*c',
  '*d* & <b>"e"</b>',
  "it's",
  '中文*强调*',
  '#no',
  '-no',
  '|half',
]

test('the portal shows a report as the mail to the customer does [MAJ-6]', () => {
  const line = fc.oneof(
    fc.constantFrom(...LINES),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, '')),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      expect(written(Markdown({ text }).props.children)).toBe(asInMail(markdownHtml(text)))
    }),
    { numRuns: 500 },
  )
})
