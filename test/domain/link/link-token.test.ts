import { expect, test } from 'vitest'
import { linkAlias, linkToken, linkUrl } from '../../../shared/domain/link/link-token.ts'

const secret = new Uint8Array(32).fill(7)

test('the same ticket and address make the same link, so a mail rendered twice is one mail [INT-10, NOT-4]', async () => {
  const token = await linkToken(secret, 'INC-2026-000123', 'Zhang@Example.com')
  expect(await linkToken(secret, 'INC-2026-000123', 'zhang@example.com ')).toBe(token)
  expect(token).toMatch(/^[a-z2-7]{52}$/)
  expect(linkUrl('https://desk.example.com', token)).toBe(`https://desk.example.com/api/v1/links/${token}`)
})

test('another ticket, address or key makes another link [INT-10]', async () => {
  const tokens = await Promise.all([
    linkToken(secret, 'INC-2026-000123', 'zhang@example.com'),
    linkToken(secret, 'INC-2026-000124', 'zhang@example.com'),
    linkToken(secret, 'INC-2026-000123', 'li@example.com'),
    linkToken(new Uint8Array(32).fill(8), 'INC-2026-000123', 'zhang@example.com'),
  ])
  expect(new Set(tokens).size).toBe(tokens.length)
})

test('the table keeps only a hash of it [INT-10]', async () => {
  const token = await linkToken(secret, 'INC-2026-000123', 'zhang@example.com')
  const alias = await linkAlias(token)
  expect(alias).toMatch(/^link#[a-z2-7]{52}$/)
  expect(alias).not.toContain(token)
})
