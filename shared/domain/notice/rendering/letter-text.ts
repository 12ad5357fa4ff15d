import type { Letter } from './letter.ts'

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** The plain part of a mail. */
export const letterText = ({
  greeting,
  paragraphs,
  quote,
  list = [],
  document,
  next,
  buttons,
  facts,
  colon,
  footer,
}: Letter): string =>
  [
    greeting,
    ...paragraphs,
    ...(quote === null ? [] : [quoted(quote)]),
    ...(list.length === 0 ? [] : [list.map(({ text, url }) => `- ${text}\n  ${url}`).join('\n')]),
    ...(document === null ? [] : [document]),
    `${next.label}${colon}${next.text}`,
    buttons.map(({ label, url }) => `${label}${colon.trimEnd()} ${url}`).join('\n'),
    ...(facts.length === 0 ? [] : [facts.map(({ label, value }) => `${label}${colon}${value}`).join('\n')]),
    ['-- ', ...footer].join('\n'),
  ].join('\n\n')
