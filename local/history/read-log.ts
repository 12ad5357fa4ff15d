import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as z from 'zod'
import { oneLine } from '../../shared/domain/notice/rendering/safe-text.ts'
import { type PastCase, pastCase } from './past-case.ts'
import { casesOfTable } from './table-cases.ts'
import { tidy } from './tidy.ts'
import type { LogWords } from './words.ts'

export type ReadCase =
  | { readonly line: number; readonly case: PastCase }
  | { readonly line: number; readonly unreadable: string }

const bytesOf = (path: string): Readable => {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const input = file.pipe(createGunzip())
  file.on('error', (error) => input.destroy(error))
  return input
}

/** The text of a file that was not written in UTF-8. */
const decoded = async function* (bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk as Uint8Array, { stream: true })
  yield decoder.decode()
}

const readLine = (line: number, text: string, shape: ReturnType<typeof pastCase>): ReadCase => {
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? { line, case: parsed.data } : { line, unreadable: z.prettifyError(parsed.error) }
  } catch {
    return { line, unreadable: 'This line is no JSON.' }
  }
}

const casesOfLines = async function* (input: Readable, zone: string): AsyncGenerator<ReadCase> {
  const shape = pastCase(zone)
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    const told = line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (told.trim() !== '') yield readLine(line, told, shape)
  }
}

const isTable = (path: string): boolean => /\.(csv|tsv)(\.gz)?$/i.test(path)

/**
 * API-3: the cases of a log, packed by gzip or not: one JSON object a line, or a table with a header, by its file's name.
 * @throws Error when there is no such file, or a table is given and nobody says what its columns mean
 */
export const casesIn = async function* (path: string, words: LogWords): AsyncGenerator<ReadCase> {
  for await (const read of rawCasesIn(path, words)) {
    if ('case' in read) yield { line: read.line, case: tidy(read.case) }
    else yield { line: read.line, unreadable: oneLine(read.unreadable) }
  }
}

const rawCasesIn = (path: string, words: LogWords): AsyncGenerator<ReadCase> => {
  if (!isTable(path)) return casesOfLines(bytesOf(path), words.timeZone)
  const { table } = words
  if (!table) throw new Error(`${path} is a table, and the policy file names no columns: say them under "table".`)
  return casesOfTable(Readable.from(decoded(bytesOf(path), table.encoding)), table, words)
}
