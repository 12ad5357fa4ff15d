import * as z from 'zod'
import { impact, urgency } from '../../shared/contract/fields.ts'

/** What a state of the log means here: `new`, in work, solved, closed, given up, or waiting by one of the desk's codes. */
const meaning = z.union([
  z.enum(['new', 'work', 'resolved', 'closed', 'cancelled']),
  z.strictObject({ wait: z.string() }),
])

export type Meaning = z.output<typeof meaning>

/** What words of the log mean: of nothing else, so that a word such as "constructor" means nothing. */
export const wordsFor = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value)
    .transform((given): Readonly<Record<string, z.output<Value>>> => Object.assign(Object.create(null), given))

/** The name of a column, or the names it goes by in different exports: the first one that is there counts. */
const column = z.union([z.string(), z.array(z.string()).min(1)]).transform((names) => [names].flat())

const columns = z.strictObject({
  id: column,
  openedAt: column,
  state: column,
  ...z
    .object({
      ...{ acceptedAt: column, resolvedAt: column, closedAt: column, changedAt: column },
      ...{ title: column, description: column, solution: column, caller: column, callerEmail: column },
      ...{ contactType: column, category: column, kind: column, group: column, assignee: column, by: column },
      ...{ impact: column, urgency: column, priority: column, reassignments: column },
    })
    .partial().shape,
})

export type Columns = z.output<typeof columns>
export type ColumnName = keyof Columns

const isZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** How tables that are no JSON are written. */
const table = z.strictObject({
  columns,
  delimiter: z.string().length(1).default(','),
  /** As `TextDecoder` names it, say gb18030 for what a Chinese Excel saves. */
  encoding: z.string().default('utf-8'),
  /** Whether a field may stand in quotation marks; where it may not, a mark is a mark. */
  quoted: z.boolean().default(true),
  /** The line the columns are named in, where a title stands above them. */
  headerLine: z.int().min(1).default(1),
  /** What is written where there is nothing. */
  empty: z.array(z.string()).default([]),
  /** By Luxon's tokens, tried in their order; without any, dates as in ISO 8601 with a space or a T. */
  dates: z.array(z.string()).default([]),
})

export type Table = z.output<typeof table>

/** What the columns alone say a case went through. */
const COLUMN_STATES = {
  '(opened)': 'new',
  '(accepted)': 'work',
  '(resolved)': 'resolved',
  '(closed)': 'closed',
} as const satisfies Record<string, Meaning>

/** How to read the log of another desk: its times, its words, and for a table its columns. */
export const logWords = () =>
  z.strictObject({
    about: z.string().optional(),
    timeZone: z.string().refine(isZone, 'There is no such time zone: name one such as Europe/Berlin.'),
    table: table.optional(),
    states: wordsFor(meaning).transform((given) => Object.assign(given, { ...COLUMN_STATES, ...given })),
    impacts: wordsFor(impact()),
    urgencies: wordsFor(urgency()),
    priorities: wordsFor(z.literal([1, 2, 3, 4])),
    channels: wordsFor(z.string()),
    /** Kinds of the log that are no incidents. */
    kinds: wordsFor(z.enum(['incident', 'service-request'])).prefault({}),
  })

export type LogWords = z.output<ReturnType<typeof logWords>>
