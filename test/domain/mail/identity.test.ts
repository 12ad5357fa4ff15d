import { expect, test } from 'vitest'
import { mailFingerprint } from '../../../shared/domain/mail/identity.ts'
import { parseMail } from '../../../shared/domain/mail/parse.ts'
import { mailText, multipart, utf8 } from './mails.ts'

const fingerprint = async (text: string): Promise<string> => {
  const raw = utf8(text)
  return mailFingerprint(await parseMail(raw), raw)
}

const NAMELESS = { 'Message-ID': '' }

test.each([
  ['a mail', {}],
  ['a mail without Message-ID', NAMELESS],
])('%s that comes twice on different ways is one [INT-4]', async (_, fields) => {
  const once = mailText(fields)
  const again = `Delivered-To: desk@firstline.example\r\nReceived: from b by c\r\n${once}`.replaceAll('\r\n', '\n')
  expect(await fingerprint(again)).toBe(await fingerprint(once))
})

test.each([
  ['text', mailText({}, 'Something else.')],
  ['subject', mailText({ Subject: 'x' })],
  ['sender', mailText({ From: 'li@customer.example' })],
  ['time', mailText({ Date: 'Mon, 02 Mar 2026 09:00:01 +0800' })],
  ['Message-ID', mailText({ 'Message-ID': '<2@customer.example>' })],
])('mails of different %s are two, whatever else is the same [INT-4]', async (_, other) => {
  expect(await fingerprint(other)).not.toBe(await fingerprint(mailText()))
})

test('mails without Message-ID of different attachments are two [INT-4]', async () => {
  const withPart = (part: string) =>
    mailText(NAMELESS, '').replace(/\r\n$/, '') + multipart('mixed', [`Content-Type: image/png\r\n\r\n${part}`])
  expect(await fingerprint(withPart('a'))).not.toBe(await fingerprint(withPart('b')))
})

test('mails with neither Message-ID nor date are two when they set out apart [INT-4]', async () => {
  const sent = (hop: string) => `Received: from relay by desk\r\n${mailText({ ...NAMELESS, Date: '', Received: hop })}`
  expect(await fingerprint(sent('from ups-1; 09:00'))).not.toBe(await fingerprint(sent('from ups-1; 10:00')))
  expect(await fingerprint(sent('a'))).toBe(await fingerprint(sent('a').replace('relay', 'another relay')))
  expect(await fingerprint(mailText({ ...NAMELESS, Date: '', From: '' }))).toMatch(/^[0-9a-f]{64}$/)
})

test('of an unreadable mail every byte counts [INT-4]', async () => {
  expect(await fingerprint('garbage')).toBe(await fingerprint('garbage'))
  expect(await fingerprint('garbage')).not.toBe(await fingerprint('garbage '))
})
