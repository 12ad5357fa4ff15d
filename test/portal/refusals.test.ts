import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '../../portal/texts/zh-cn/refusals.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Of requests no page sends: only programs meet these. */
const FOR_PROGRAMS = [
  'address-unknown',
  'bad-idempotency-key',
  'bad-if-match',
  'channel-refused',
  'idempotency-key-reused',
  'if-match-missing',
  'link-expired',
  'link-unknown',
  'malformed-body',
  'malformed-json',
  'no-such-endpoint',
  'not-an-override',
  'stale-version',
  'unknown-mail-feedback',
  'unsupported-media-type',
]

const sources = (): readonly string[] =>
  ['shared', 'functions'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(ROOT, room, path), 'utf8')),
  )

const CODE = /(?:refuse\(\s*'[a-z-]+',|new HttpProblem\(\s*\d+,)\s*'([a-z0-9-]+)'/g

/** Whoever adds a refusal adds its reason to portal/texts/zh-cn/refusals.ts. */
test('whatever the desk refuses has a reason in Chinese [LIF-1] [ROL-2]', () => {
  const codes = new Set(sources().flatMap((text) => [...text.matchAll(CODE)].map(([, code = '']) => code)))
  expect(codes.size).toBeGreaterThan(100)
  expect([...codes].filter((code) => !(code in refusals) && !FOR_PROGRAMS.includes(code)).toSorted()).toEqual([])
})
