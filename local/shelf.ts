import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes by name. What `put` has answered is still there after a power cut, unless the shelf is in memory. */
export type Shelf = {
  put(name: string, content: Uint8Array): Promise<void>
  get(name: string): Promise<Uint8Array | null>
  remove(name: string): Promise<void>
  names(): Promise<readonly string[]>
}

const LONGEST_FILE_NAME = 200
/** A tilde stands in no escaped name. */
const UNFINISHED = '~unfinished-'
const NAMELESS = '~nameless'

/**
 * A name as one file name: no separators, no leading dot, no capitals that a file system may fold. Names come from
 * outside, so nothing of them may reach the path as it is.
 */
const fileNameOf = (name: string): string => {
  const escaped = [...Buffer.from(name)]
    .map((byte, index) => {
      const character = String.fromCharCode(byte)
      const plain = index === 0 ? /[a-z0-9_-]/ : /[a-z0-9_.-]/
      return plain.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
  if (escaped === '') return NAMELESS
  if (escaped.length <= LONGEST_FILE_NAME) return escaped
  return `${escaped.slice(0, 100)}~${createHash('sha256').update(name).digest('hex')}`
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Windows cannot open a folder to flush it; its file systems keep the order of renames themselves. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A shelf in a folder, made when it is not there. An empty name and one too long for a file are not listed. */
export const folderShelf = async (folder: string): Promise<Shelf> => {
  await mkdir(folder, { recursive: true })
  const pathOf = (name: string) => join(folder, fileNameOf(name))
  return {
    put: async (name, content) => {
      const unfinished = join(folder, UNFINISHED + randomUUID())
      await writeFile(unfinished, content, { flush: true })
      await rename(unfinished, pathOf(name))
      await flushFolder(folder)
    },
    get: (name) =>
      readFile(pathOf(name)).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
    remove: (name) => rm(pathOf(name), { force: true }),
    names: async () =>
      (await readdir(folder))
        .filter((fileName) => !fileName.includes('~'))
        .map((fileName) => decodeURIComponent(fileName)),
  }
}

export const memoryShelf = (): Shelf => {
  const contents = new Map<string, Uint8Array>()
  return {
    put: async (name, content) => void contents.set(name, content),
    get: async (name) => contents.get(name) ?? null,
    remove: async (name) => void contents.delete(name),
    names: async () => [...contents.keys()],
  }
}
