import type { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Instant } from '../../shared/domain/instant.ts'
import { instantIn, LONGEST_ID, type PastCase, type PastEntry } from './past-case.ts'
import type { ReadCase } from './read-log.ts'
import type { ColumnName, LogWords, Table } from './words.ts'

type Row = Readonly<Record<string, string>>

/** Longer is no row: a quote that is never closed would swallow the rest of the file. */
const LONGEST_ROW_BYTES = 2_000_000

class Unreadable extends Error {}

/** What stands in the columns of one row; '' for a column that is not there, or empty. */
const cellsOf =
  (row: Row, { columns, empty }: Table) =>
  (name: ColumnName): string =>
    (columns[name] ?? [])
      .map((column) => row[column]?.trim() ?? '')
      .find((cell) => cell !== '' && !empty.includes(cell)) ?? ''

const timesOf = (cell: (name: ColumnName) => string, { dates }: Table, zone: string) => {
  const at = (name: ColumnName): Instant | null => {
    const text = cell(name)
    if (text === '') return null
    const read = instantIn(text, zone, dates)
    if (read === null) throw new Unreadable(`"${text}" (${name}) is no time as the policy file describes them.`)
    return read
  }
  const opened = at('openedAt')
  if (opened === null) throw new Unreadable('This row does not say when it was opened.')
  return {
    ...{ opened, accepted: at('acceptedAt'), resolved: at('resolvedAt'), closed: at('closedAt') },
    changed: at('changedAt'),
  }
}

type Times = ReturnType<typeof timesOf>

/** When the last of it happened. */
const endOf = (isClosed: boolean, { opened, accepted, resolved, closed, changed }: Times): Instant => {
  const end = isClosed ? (closed ?? resolved ?? changed) : (resolved ?? closed ?? changed ?? accepted ?? opened)
  if (end === null) throw new Unreadable('This row is closed and does not say when.')
  if (end < opened) throw new Unreadable('This row says it ended before it was opened.')
  return end
}

/** What a row's times say it went through, the oldest first; where it ended is what its state means. */
const stepsOf = (state: string, times: Times, { states }: LogWords): readonly (readonly [Instant, string])[] => {
  const { opened, accepted, resolved } = times
  const isClosed = states[state] === 'closed'
  const end = endOf(isClosed, times)
  const solved = isClosed && resolved && opened <= resolved && resolved <= end ? resolved : end
  return [
    [opened, '(opened)'],
    ...(accepted && opened <= accepted && accepted <= solved ? [[accepted, '(accepted)'] as const] : []),
    ...(isClosed ? [[solved, '(resolved)'] as const, [end, '(closed)'] as const] : [[end, state] as const]),
  ]
}

const numberIn = (cell: string): { readonly reassignments?: number } =>
  /^\d+$/.test(cell) ? { reassignments: Number(cell) } : {}

const caseOf = (row: Row, table: Table, words: LogWords): PastCase => {
  const cell = cellsOf(row, table)
  const orNull = (name: ColumnName): string | null => cell(name) || null
  const id = cell('id')
  if (id === '') throw new Unreadable('This row does not say what the case is called.')
  if (id.length > LONGEST_ID) throw new Unreadable(`What the case is called has more than ${LONGEST_ID} characters.`)
  const times = timesOf(cell, table, words.timeZone)
  const shown = {
    ...{ group: orNull('group'), assignee: orNull('assignee'), by: orNull('by') },
    ...{ impact: cell('impact'), urgency: cell('urgency'), priority: cell('priority') },
  }
  const steps = stepsOf(cell('state'), times, words)
  return {
    id,
    openedAt: times.opened,
    ...{ title: orNull('title'), description: orNull('description'), solution: orNull('solution') },
    ...{ caller: orNull('caller'), callerEmail: orNull('callerEmail'), kind: orNull('kind') },
    ...{ contactType: orNull('contactType'), category: orNull('category') },
    events: steps.map(([at, state]): PastEntry => ({ at, state, ...shown })),
    final: numberIn(cell('reassignments')),
  }
}

const readRow = (line: number, row: Row, table: Table, words: LogWords): ReadCase => {
  try {
    return { line, case: caseOf(row, table, words) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { line, unreadable: error.message }
  }
}

const REQUIRED = ['id', 'openedAt', 'state'] as const satisfies readonly ColumnName[]

/**
 * The names of the columns; of those that are called alike, the first.
 * @throws Error that names the columns there are, when one that is needed is not among them
 */
const checkHeader = (header: readonly string[], { columns, encoding }: Table): (string | false)[] => {
  const names = header.map((name) => name.trim())
  const lacking = REQUIRED.find((column) => !columns[column].some((name) => names.includes(name)))
  if (lacking !== undefined) {
    const isGarbled = names.some((name) => name.includes('\uFFFD'))
    throw new Error(
      `The table has no column ${columns[lacking].join(' or ')} (${lacking}); it has ${names.join(', ')}. Correct "table" in the policy file.` +
        (isGarbled ? ` It is not written in ${encoding}: what a Chinese Excel saves as plain CSV is gb18030.` : ''),
    )
  }
  return names.map((name, at) => names.indexOf(name) === at && name)
}

type Parsed = { readonly info: { readonly lines: number }; readonly record: Row }

/** The rows of a table as cases: a row knows where a case ended and some of its times, and nothing of what was in between. */
export const casesOfTable = async function* (input: Readable, table: Table, words: LogWords): AsyncGenerator<ReadCase> {
  const rows = input.pipe(
    parse({
      ...{ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_records_with_empty_values: true },
      ...{ delimiter: table.delimiter, quote: table.quoted && '"', from_line: table.headerLine },
      max_record_size: LONGEST_ROW_BYTES,
      columns: (header: readonly string[]) => checkHeader(header, table),
    }),
  )
  input.on('error', (error) => rows.destroy(error))
  try {
    for await (const { info, record } of rows as AsyncIterable<Parsed>) yield readRow(info.lines, record, table, words)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield { line: Number(error['lines'] ?? 0), unreadable: `The table cannot be read any further: ${error.message}` }
  }
}
