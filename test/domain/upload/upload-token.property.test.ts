import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUploadToken, uploadToken } from '../../../shared/domain/upload/upload-token.ts'

const SECRET = new Uint8Array(32).fill(7)

const uploads = fc.record({
  key: fc.string(),
  owner: fc.string(),
  filename: fc.string({ unit: 'grapheme' }),
  mimeType: fc.string(),
  bytes: fc.nat(),
  until: fc.string(),
})

test('an id says what it was made of, and nothing made elsewhere is one [INT-15]', async () => {
  await fc.assert(
    fc.asyncProperty(uploads, fc.nat(), async (upload, at) => {
      const token = await uploadToken(SECRET, upload)
      expect(await readUploadToken(SECRET, token)).toEqual(upload)
      expect(await readUploadToken(new Uint8Array(32).fill(8), token)).toBeNull()
      const place = at % token.length
      const forged = token.slice(0, place) + (token[place] === 'a' ? 'b' : 'a') + token.slice(place + 1)
      expect(await readUploadToken(SECRET, forged)).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test.each(['', 'a', 'not base32!', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'])('%j is no id [INT-15]', async (token) => {
  expect(await readUploadToken(SECRET, token)).toBeNull()
})
