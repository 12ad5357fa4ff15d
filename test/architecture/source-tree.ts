import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

const ROOMS = ['shared', 'functions', 'infra', 'portal', 'local'] as const

export type Import = { readonly specifier: string; readonly typeOnly: boolean }
export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly Import[] }

const IMPORT = /^(import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm
const DYNAMIC_IMPORT = /\bimport\(\s*'([^']+)'/g

const importsOf = (text: string): readonly Import[] => [
  ...[...text.matchAll(IMPORT)].map(([, , type, specifier = '']) => ({ specifier, typeOnly: type !== undefined })),
  ...[...text.matchAll(DYNAMIC_IMPORT)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
]

const read = (path: string): SourceFile => {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return { path, text, imports: importsOf(text) }
}

/** Every source file of the house, tests left out, with what it imports. */
export const sourceFiles = (): readonly SourceFile[] =>
  ROOMS.flatMap((room) => {
    try {
      return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    } catch {
      return []
    }
  })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(
      (path) => !path.split('/').some((part) => part === 'node_modules' || part === 'dist' || part.startsWith('.')),
    )
    .map(read)

/** The file a relative import leads to; null for packages and node's own modules. */
export const targetOf = (file: SourceFile, { specifier }: Import): string | null =>
  specifier.startsWith('.') ? normalize(join(dirname(file.path), specifier)) : null
