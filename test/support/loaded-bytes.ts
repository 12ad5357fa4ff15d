import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const STATIC_IMPORT = /(?:from|import)"(\.\/[^"]+\.mjs)"/g

/** Bytes of a bundle that are read when it starts: the file and what it imports, without what it only may load later. */
export const loadedBytes = (file: string, seen = new Set<string>()): number => {
  if (seen.has(file)) return 0
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const imported = [...text.matchAll(STATIC_IMPORT)].map(([, path = '']) => join(dirname(file), path))
  return imported.reduce((sum, each) => sum + loadedBytes(each, seen), Buffer.byteLength(text))
}
