import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReplyToken, recipientTagOf, replyToken } from '../../../shared/domain/link/reply-token.ts'

const secret = new Uint8Array(32).fill(7)
const numbers = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'ABIQRZ'), minLength: 3, maxLength: 3 }),
    fc.integer({ min: 2000, max: 9999 }),
    fc.integer({ min: 0, max: 4_000_000_000 }),
  )
  .map(([series, year, sequence]) => `${series}-${year}-${String(sequence).padStart(6, '0')}`)

test('a token says which ticket and whom, in whatever case a mail program writes it [INT-3]', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, fc.emailAddress(), async (number, email) => {
      const token = await replyToken(secret, number, email)
      const recipientTag = await recipientTagOf(secret, email.toUpperCase())
      expect(await readReplyToken(secret, token)).toEqual({ number, recipientTag })
      expect(await readReplyToken(secret, token.toUpperCase())).toEqual({ number, recipientTag })
    }),
  )
})

test('with the desk’s own name it fits into the local part of an address [INT-3]', async () => {
  const token = await replyToken(secret, 'INC-2026-4294967295', 'somebody.with.a.long.name@department.example.com')
  expect(token).toMatch(/^[a-z2-7]{40}$/)
  expect(`desk+${token}`.length).toBeLessThanOrEqual(64)
})

test('one changed character, or another key, and it is nobody’s [INT-3]', async () => {
  const token = await replyToken(secret, 'INC-2026-000123', 'zhang@example.com')
  await fc.assert(
    fc.asyncProperty(fc.nat(39), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), async (at, character) => {
      const forged = token.slice(0, at) + character + token.slice(at + 1)
      expect((await readReplyToken(secret, forged)) === null).toBe(forged !== token)
    }),
  )
  expect(await readReplyToken(new Uint8Array(32).fill(8), token)).toBeNull()
})

const token39 = 'a'.repeat(39)

test('what is no token at all is nobody’s either [INT-3]', async () => {
  for (const text of ['', 'a', token39, `${token39}0`, `${token39}aa`, 'desk@example.com']) {
    expect(await readReplyToken(secret, text)).toBeNull()
  }
})

test('the recipient’s tag does not give the address away to somebody without the key [INT-3]', async () => {
  const tag = await recipientTagOf(secret, 'zhang@example.com')
  expect(tag).toHaveLength(8)
  expect(await recipientTagOf(new Uint8Array(32).fill(8), 'zhang@example.com')).not.toBe(tag)
  expect(await recipientTagOf(secret, 'li@example.com')).not.toBe(tag)
})

test('refuses to sign what is no number of the desk [INT-3]', async () => {
  await expect(replyToken(secret, 'INC-26-1', 'zhang@example.com')).rejects.toThrow(RangeError)
})
