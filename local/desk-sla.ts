import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { type Instant, plus } from '../shared/domain/instant.ts'
import { instantAfter, isOpen, nextOpen, openSpans, workingMsBetween } from '../shared/domain/sla/working-time.ts'
import { type Vector, vector, vectorFile } from './sla-vector.ts'

const MINUTE_MS = 60_000
const TEN_YEARS_MS = 3652 * 24 * 60 * MINUTE_MS
const INTERVALS_SHOWN = 10

/** Vectors write whole seconds without the milliseconds. */
const short = (at: Instant): string => at.replace('.000Z', 'Z')

const resultOf = (v: Vector) => {
  switch (v.kind) {
    case 'due': {
      const dueAt = instantAfter(v.calendar, v.start, Math.round(v.targetMinutes * MINUTE_MS), v.pauses)
      return dueAt && short(dueAt)
    }
    case 'elapsed':
      return workingMsBetween(v.calendar, v.start, v.end, v.pauses) / MINUTE_MS
    case 'open': {
      const opensAt = nextOpen(v.calendar, v.start)
      return opensAt && short(opensAt)
    }
    case 'isOpen':
      return isOpen(v.calendar, v.at)
    case 'intervals': {
      const spans = openSpans(v.calendar, v.start, v.end ?? plus(v.start, TEN_YEARS_MS))
      const shown = v.end ? spans : spans.slice(0, v.intervals?.length ?? INTERVALS_SHOWN)
      return shown.map(({ from, to }) => [short(from), short(to)])
    }
  }
}

const explain = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')

const named = z.object({ id: z.string().optional(), kind: z.string().optional() }).catch({})

const lineFor = (raw: unknown, index: number): object => {
  const parsed = vector.safeParse(raw)
  if (parsed.success) return { id: parsed.data.id, kind: parsed.data.kind, result: resultOf(parsed.data) }
  const { id = `#${index + 1}`, kind = null } = named.parse(raw)
  return { id, kind, error: explain(parsed.error) }
}

const vectorsIn = async (path: string): Promise<unknown[]> => vectorFile.parse(JSON.parse(await readFile(path, 'utf8')))

/**
 * Computes each vector of the given files and prints one JSON line for it, `{id, kind, result}`: `due` and `open` an
 * instant or null, `elapsed` minutes, `isOpen` a boolean, `intervals` pairs of instants — up to the vector's `end`, else
 * as many as it lists. What cannot be read becomes a line with an `error` in place of the result; nothing is thrown.
 */
export const runSla = async (files: readonly string[], print: (line: string) => void): Promise<void> => {
  for (const path of files) {
    try {
      for (const [index, raw] of (await vectorsIn(path)).entries()) print(JSON.stringify(lineFor(raw, index)))
    } catch (problem) {
      const error = problem instanceof z.ZodError ? explain(problem) : String(problem)
      print(JSON.stringify({ file: path, error }))
    }
  }
}
