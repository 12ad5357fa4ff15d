import { escapeHtml } from '../../../shared/domain/notice/rendering/safe-text.ts'

/** Markup in which everything from outside has been escaped. */
export type Html = { readonly markup: string }

type Value = string | number | Html | null | readonly Html[]

const markupOf = (value: Value): string => {
  if (value === null) return ''
  if (typeof value !== 'object') return escapeHtml(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n')
}

/** Template tag: texts are escaped, markup made by this tag is not; attributes stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.reduce((markup, string, index) => markup + markupOf(values[index - 1] ?? null) + string),
})
