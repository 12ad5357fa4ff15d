import { expect, test } from 'vitest'
import { parseMail } from '../../../shared/domain/mail/parse.ts'
import { mailText, multipart, read, utf8 } from './mails.ts'

const filled = (piece: string, characters: number): string => piece.repeat(Math.ceil(characters / piece.length))
const MEGABYTE = 1_000_000

test('a long text of short lines arrives whole [INT-2]', async () => {
  const text = filled('lorem ipsum\r\n', MEGABYTE)
  expect((await read(mailText({}, text))).text).toBe(text.replaceAll('\r', '').trimEnd())
})

test('a long attachment that is not encoded arrives whole [INT-2]', async () => {
  const log = filled('2026-03-02 error\n', 200_000)
  const raw =
    mailText({}, '').replace(/\r\n$/, '') + multipart('mixed', [`Content-Type: text/x-log\r\n\r\n${log.trimEnd()}`])
  expect(new TextDecoder().decode((await read(raw)).attachments[0]?.content)).toBe(log)
})

test('two hundred attachments are two hundred [INT-2]', async () => {
  const parts = Array.from({ length: 200 }, (_, i) => `Content-Type: image/png; name=${i}.png\r\n\r\n${i}`)
  const mail = await read(mailText({}, '').replace(/\r\n$/, '') + multipart('mixed', parts))
  expect(mail.attachments).toHaveLength(200)
  expect(mail.attachments[199]?.filename).toBe('199.png')
})

test('more parts, or deeper ones, than anybody writes are shown as they stand [INT-2]', async () => {
  const many = multipart(
    'mixed',
    Array.from({ length: 5001 }, () => '\r\nx'),
  )
  const deep = Array.from(
    { length: 300 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  ).join('')
  for (const parts of [many, `${deep}\r\nat the bottom`]) {
    const mail = await read(mailText({}, '').replace(/\r\n$/, '') + parts)
    expect(mail).toMatchObject({ subject: 'Printer on floor 3', attachments: [] })
    expect(mail.text).toContain('--')
  }
})

test('a header without end does not keep the mail from being read [INT-2]', async () => {
  const mail = await read(`From: a@b.example\r\nSubject: x\r\nX-Long: ${filled('a, ', 2 * MEGABYTE)}\r\n\r\nhelp`)
  expect(mail).toMatchObject({ subject: 'x', text: 'help' })
  const words = filled('=?utf-8?B?5omT?= ', MEGABYTE / 2)
  expect((await read(`From: a@b.example\r\nSubject: ${words}\r\n\r\nhelp`)).subject).toMatch(/^打{200}/)
})

/** Each makes a rule that goes back and forth over the text run longer than the runner waits. */
test.each([
  ['<div>', 'text/html'],
  ['<b><p>', 'text/html'],
  ['<', 'text/html'],
  ['<!--', 'text/html'],
  ['&', 'text/html'],
  ['在\n', 'text/plain'],
  ['On 2026-03-02 10:00\n', 'text/plain'],
  ['From: x\n', 'text/plain'],
  ['--\n', 'text/plain'],
  ['> ', 'text/plain'],
  [' ', 'text/plain'],
])('%j over and over is read like any mail [INT-2]', async (piece, type) => {
  expect((await parseMail(utf8(mailText({ 'Content-Type': type }, `${filled(piece, MEGABYTE / 2)}x`)))).kind).toBe(
    'mail',
  )
})
