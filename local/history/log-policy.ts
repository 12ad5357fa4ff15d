import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { calendarDocument } from '../../shared/contract/calendar-document.ts'
import { policyDocument } from '../../shared/contract/policy-document.ts'
import { ROLES } from '../../shared/domain/people/person.ts'
import { logWords, wordsFor } from './words.ts'

const line = z.union([z.enum(['desk', 'vendor']), z.literal([1, 2])])

/** ESC-10: what the tickets of a log are judged by when they are tried in memory. */
const replay = z.strictObject({
  groups: z.strictObject({ lines: z.record(z.string(), line), otherwise: line }),
  secondLineGroup: z.string().nullable(),
  calendar: calendarDocument(),
  people: z.array(z.strictObject({ id: z.string(), roles: z.array(z.enum(ROLES)) })),
  policy: policyDocument().partial(),
})

/** Names of the log, and what they are called here. */
const names = wordsFor(z.string()).prefault({})

/** API-3: what the tickets of a log become on the desk that takes them over. */
const taken = z.strictObject({
  /** The desk they come from, as people call it. */
  system: z.string().trim().min(1).max(100),
  names: z.strictObject({ groups: names, categories: names, people: names }).prefault({}),
  /** Where tickets belong whose group or category nobody knows here. */
  otherwise: z.strictObject({ group: z.string(), category: z.string() }),
  closing: z.strictObject({ code: z.string(), notObtained: z.string() }).default({
    code: 'solved',
    notObtained: 'no-answer',
  }),
})

const logPolicy = () => logWords().extend({ replay: replay.optional(), import: taken.optional() })

type LogPolicy = z.output<ReturnType<typeof logPolicy>>

/** A policy file with that one part of it. */
export type PolicyWith<Part extends 'replay' | 'import'> = LogPolicy & {
  readonly [Name in Part]: NonNullable<LogPolicy[Name]>
}

/** Windows' editors put a mark before the first brace. @throws Error that names the file when it is no JSON */
const jsonIn = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** @throws Error that names the file and what is wrong in it, or that the part is missing */
export const readLogPolicy = async <Part extends 'replay' | 'import'>(
  path: string,
  part: Part,
): Promise<PolicyWith<Part>> => {
  const parsed = logPolicy().safeParse(jsonIn(path, await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} is no policy file for a log:\n${z.prettifyError(parsed.error)}`)
  if (parsed.data[part] === undefined) throw new Error(`${path} says nothing under "${part}": docs/replay.md has it.`)
  return parsed.data as PolicyWith<Part>
}
