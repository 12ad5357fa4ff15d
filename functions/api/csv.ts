import type { Column } from '../../shared/contract/csv-columns.ts'

/** Without it, spreadsheets take the text for the machine’s own charset. */
const BYTE_ORDER_MARK = '\ufeff'

const LINE_END = '\r\n'

/** What a spreadsheet would take for a formula (REP-7). */
const FORMULA = /^[=+\-@\t\r]/

/** A text that no spreadsheet takes for a formula. */
export const safeText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return safeText(value)
  if (isScalar(value)) return String(value)
  if (Array.isArray(value) && value.every(isScalar)) return textOf(value.map(String).join('; '))
  return JSON.stringify(value)
}

/** RFC 4180 */
const cell = (value: unknown): string => {
  const text = textOf(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | null)?.[step], row)

/** One line of cells, safe to open in a spreadsheet. */
export const csvRow = (columns: readonly Column[], row: unknown): string =>
  columns.map(({ path }) => cell(valueAt(row, path))).join(',') + LINE_END

export const csvHead = (columns: readonly Column[]): string =>
  BYTE_ORDER_MARK + columns.map(({ heading }) => cell(heading)).join(',') + LINE_END
