import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderShelf } from '../../local/shelf.ts'

let above: string
beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'firstline-shelf-'))
})
afterAll(() => rm(above, { recursive: true }))

const hostile = [
  '../outside',
  '..',
  '.',
  '/etc/passwd',
  'a/../../b',
  'C:\\windows',
  'nul\u0000byte',
  'x'.repeat(5_000),
  `${'x'.repeat(4_999)}y`,
  'Case',
  'case',
  '',
]

test('every name keeps its own content, and nothing is written beside the shelf [INT-2]', async () => {
  const shelf = await folderShelf(join(above, 'shelf'))
  for (const name of hostile) await shelf.put(name, Buffer.from(name))
  for (const name of hostile) expect(Buffer.from((await shelf.get(name)) ?? []).toString()).toBe(name)
  expect(await readdir(above)).toEqual(['shelf'])
})

test('any name can be put, listed and removed', async () => {
  const shelf = await folderShelf(join(above, 'shelf'))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (name) => {
      await shelf.put(name, new Uint8Array([1]))
      expect(await shelf.names()).toContain(name)
      await shelf.remove(name)
      expect(await shelf.get(name)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('what is on the shelf is there for the next desk, and a second writing replaces it', async () => {
  const folder = join(above, 'kept')
  await (await folderShelf(folder)).put('a', Buffer.from('first'))
  await (await folderShelf(folder)).put('a', Buffer.from('second'))
  expect(Buffer.from((await (await folderShelf(folder)).get('a')) ?? []).toString()).toBe('second')
})
