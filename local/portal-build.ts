import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

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

/** Aside first, then in one step to its place, so that a desk that runs from there never sees half of it. */
const build = async (): Promise<void> => {
  const { build: viteBuild } = await import('vite')
  const [aside, outdated] = [`${BUILT}.${process.pid}`, `${BUILT}.${process.pid}.old`]
  await viteBuild({ configFile: join(SOURCES, 'vite.config.ts'), logLevel: 'warn', build: { outDir: aside } })
  // another desk that starts at the same time may have been faster: what it runs from by now stays
  if (!(await isUpToDate())) {
    await rename(BUILT, outdated).catch(() => undefined)
    await rename(aside, BUILT).catch(() => undefined)
  }
  for (const left of [aside, outdated]) await rm(left, { recursive: true, force: true })
}

/** The folder of the portal's files, built from its sources when these are newer. */
export const builtPortal = async (): Promise<string> => {
  if (!(await isUpToDate())) await build()
  return BUILT
}
