import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base32, readBase32 } from '../../../shared/domain/link/base32.ts'

const toBytes = (text: string) => new TextEncoder().encode(text)

test('writes the vectors of RFC 4648 in lower case without padding [INT-3]', () => {
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(toBytes(text)))).toEqual([
    '',
    'my',
    'mzxq',
    'mzxw6',
    'mzxw6yq',
    'mzxw6ytb',
    'mzxw6ytboi',
  ])
})

test('any bytes come back, also from upper case [INT-3]', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(readBase32(base32(bytes))).toEqual(bytes)
      expect(readBase32(base32(bytes).toUpperCase())).toEqual(bytes)
    }),
  )
})

test('one text for one value: whatever it would not write itself it does not read [INT-3]', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abc27z018=-'), maxLength: 12 }), (text) => {
      const read = readBase32(text)
      expect(read === null || base32(read) === text).toBe(true)
    }),
  )
  expect(readBase32('mz')).toBeNull()
  expect(readBase32('m1')).toBeNull()
})
