import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import * as z from 'zod'

/** Wall-clock time as the log writes it; its offset from UTC stands in the policy file. */
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)

const entry = z.object({
  at: wallTime,
  state: z.string(),
  group: z.string().nullable(),
  assignee: z.string().nullable(),
  impact: z.string(),
  urgency: z.string(),
  priority: z.string(),
  by: z.string().nullable(),
})

/** One ticket of another desk: what it was after each of its entries, the oldest first, and what that desk counted itself. */
const pastCase = z.object({
  id: z.string().min(1),
  openedAt: wallTime.nullish(),
  contactType: z.string().nullish(),
  category: z.string().nullish(),
  events: z.array(entry).min(1),
  final: z
    .object({ reassignments: z.number(), reopens: z.number(), awaitingMinutes: z.number(), madeSla: z.boolean() })
    .partial()
    .default({}),
})

export type PastCase = z.output<typeof pastCase>
export type PastEntry = z.output<typeof entry>

export type ReadLine =
  | { readonly line: number; readonly case: PastCase }
  | { readonly line: number; readonly unreadable: string }

const read = (line: number, text: string): ReadLine => {
  try {
    const parsed = pastCase.safeParse(JSON.parse(text))
    return parsed.success ? { line, case: parsed.data } : { line, unreadable: z.prettifyError(parsed.error) }
  } catch {
    return { line, unreadable: 'This line is no JSON.' }
  }
}

/** The cases of a log, one JSON object a line, packed by gzip or not. @throws Error when there is no such file */
export const casesIn = async function* (path: string): AsyncGenerator<ReadLine> {
  const file = createReadStream(path)
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  file.on('error', (error) => input.destroy(error))
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    if (text.trim() !== '') yield read(line, text)
  }
}
