import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** A file to which one JSON line is added at a time; nothing without a path. */
export const linesTo = (path: string | null) => {
  const file = path === null ? null : createWriteStream(path)
  const add = (value: unknown): void => void file?.write(`${JSON.stringify(value)}\n`)
  const end = async (): Promise<void> => {
    file?.end()
    if (file) await finished(file)
  }
  return { add, end }
}
