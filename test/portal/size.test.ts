import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { builtPortal } from '../../local/portal-build.ts'
import { LINK_PAGE_SCRIPT } from '../../shared/contract/link-page.ts'
import { PORTAL_FILE } from '../../shared/contract/portal-page.ts'

/** DESIGN §9 */
const FIRST_LOAD_BYTES = 120_000

let folder = ''
beforeAll(async () => {
  folder = await builtPortal()
})

const STATIC_IMPORT = /(?:^|[;}])\s*(?:import|export)\b[^;'"]*?["']\.\/([\w.-]+\.js)["']/g

/** A script with all it imports at once; what is imported when it is needed is not part of it. */
const withImports = (script: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(script)) return seen
  seen.add(script)
  const text = readFileSync(join(folder, 'assets', script), 'utf8')
  for (const [, imported] of text.matchAll(STATIC_IMPORT)) if (imported) withImports(imported, seen)
  return seen
}

const zippedBytes = (scripts: Iterable<string>): number =>
  [...scripts].reduce((sum, script) => sum + gzipSync(readFileSync(join(folder, 'assets', script))).byteLength, 0)

const firstScript = (): string => {
  const [, script = ''] = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? []
  return script
}

test('the first load and any one page stay within the budget', () => {
  const first = withImports(firstScript())
  const pages = readdirSync(join(folder, 'assets')).filter((file) => /-page-.*\.js$/.test(file))
  const sizes = pages.map((page) => ({ page, bytes: zippedBytes(withImports(page, new Set(first))) }))
  const largest = sizes.reduce((most, size) => (size.bytes > most.bytes ? size : most))
  console.info(
    `portal: first script ${zippedBytes(first)} B gzip, with the largest page ${largest.page} ${largest.bytes} B`,
  )
  expect(pages.length).toBeGreaterThan(5)
  expect(largest.bytes).toBeLessThan(FIRST_LOAD_BYTES)
})

test('the script for the page behind a mail’s link is where the API names it, and small [INT-10]', () => {
  expect(PORTAL_FILE.test(LINK_PAGE_SCRIPT)).toBe(true)
  const script = readFileSync(join(folder, LINK_PAGE_SCRIPT), 'utf8')
  const imported = [...script.matchAll(/"\.\/assets\/([^"]+)"/g)].map(([, name = '']) => name)
  const parts = new Set(imported.flatMap((name) => [...withImports(name)]))
  expect(gzipSync(script).byteLength + zippedBytes(parts)).toBeLessThan(5_000)
})

test('nothing of the contract but its types is in it', () => {
  const scripts = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'))
  const withZod = scripts.filter((script) =>
    /ZodError|_zod\b/.test(readFileSync(join(folder, 'assets', script), 'utf8')),
  )
  expect(withZod).toEqual([])
})

test('nothing is inline and nothing comes from elsewhere', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//)
})
