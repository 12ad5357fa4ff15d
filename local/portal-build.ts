import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = join(ROOT, 'portal')
const BUILT = join(ROOT, 'dist/portal')

const changedAtMs = async (path: string): Promise<number> => (await stat(path)).mtimeMs

/** Folders count too: a file that was taken away changes only its folder. */
const newestSourceMs = async (): Promise<number> => {
  const entries = await readdir(SOURCES, { recursive: true })
  return Math.max(...(await Promise.all(['.', ...entries].map((entry) => changedAtMs(join(SOURCES, entry))))))
}

const isUpToDate = async (): Promise<boolean> => {
  const builtAtMs = await changedAtMs(join(BUILT, 'index.html')).catch(() => 0)
  return builtAtMs > (await newestSourceMs())
}

/** The folder of the portal's files, built from its sources when these are newer. */
export const builtPortal = async (): Promise<string> => {
  if (!(await isUpToDate())) await build({ configFile: join(SOURCES, 'vite.config.ts'), logLevel: 'warn' })
  return BUILT
}
