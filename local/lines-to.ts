import { open } from 'node:fs/promises'
import { finished } from 'node:stream/promises'

/** A file to which one JSON line is added at a time; nothing without a path. @throws Error when it cannot be written */
export const linesTo = async (path: string | null) => {
  const file = path === null ? null : (await open(path, 'w')).createWriteStream()
  const written = file && finished(file)
  // a full disk is told at the end, to whoever waits for it
  written?.catch(() => undefined)
  const add = (value: unknown): void => void file?.write(`${JSON.stringify(value)}\n`)
  const end = async (): Promise<void> => {
    file?.end()
    await written
  }
  return { add, end }
}
