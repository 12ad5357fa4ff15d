import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailFingerprint } from '../../../shared/domain/mail/identity.ts'
import { machineReason } from '../../../shared/domain/mail/machine.ts'
import { parseMail } from '../../../shared/domain/mail/parse.ts'
import { base64, mailText, multipart, utf8 } from './mails.ts'

const checks = async (raw: Uint8Array): Promise<void> => {
  const mail = await parseMail(raw)
  expect(await mailFingerprint(mail, raw)).toMatch(/^[0-9a-f]{64}$/)
  if (mail.kind === 'unreadable') {
    expect(mail.reason).not.toMatch(/failed/)
    return
  }
  expect(mail.text === '' || mail.newText !== '').toBe(true)
  expect(mail.html ?? '').not.toMatch(/<(?:script|iframe|form|style|meta)|<[^>]*(?:javascript:|\son\w+=)/i)
  for (const { filename, bytes, content } of mail.attachments) {
    expect(filename).not.toMatch(/[/\\\p{Cc}]/u)
    expect(bytes).toBe(content.length)
  }
  machineReason(mail, { from: null }, { addresses: ['desk@firstline.example'] })
}

const SAMPLE = utf8(
  mailText({ Subject: '=?gb2312?B?tPLTobv6?=', 'In-Reply-To': '<0@x>' }, '').replace(/\r\n$/, '') +
    multipart('mixed', [
      multipart(
        'alternative',
        ['\r\nHello\r\n> old', 'Content-Type: text/html\r\n\r\n<p onclick=x>a<script>b</script></p>'],
        'inner',
      ),
      `Content-Type: image/png; name*=utf-8''%E6%89%93.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(utf8('picture'))}`,
      'Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nenclosed',
    ]),
)

test('random bytes are read or called unreadable, never thrown at anybody [INT-2]', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), checks))
})

test('a mail with bytes changed, cut out or doubled is still read [INT-2]', async () => {
  const at = fc.nat(SAMPLE.length - 1)
  const change = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at, byte: fc.nat(255) }),
    fc.record({ kind: fc.constant('cut' as const), at, length: fc.nat(80) }),
    fc.record({ kind: fc.constant('double' as const), at, length: fc.nat(80) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Array.from(SAMPLE)
      for (const c of changes) {
        if (c.kind === 'set') bytes[c.at % bytes.length] = c.byte
        if (c.kind === 'cut') bytes.splice(c.at, c.length)
        if (c.kind === 'double') bytes.splice(c.at, 0, ...bytes.slice(c.at, c.at + c.length))
      }
      await checks(Uint8Array.from(bytes))
    }),
    { numRuns: 300 },
  )
})

test('mails put together from the words of mail formats are read [INT-2]', async () => {
  const word = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '--b',
    '--b--',
    '--',
    ': ',
    ';',
    '"',
    '=?',
    '?=',
    '=?utf-8?Q?',
    '=?x?B?',
    '<',
    '>',
    '@',
    '(',
    ')',
    'From',
    'Subject',
    'Content-Type',
    'multipart/mixed',
    'multipart/report',
    'message/rfc822',
    'text/html',
    'text/plain',
    'boundary=b',
    'charset=',
    'utf-7',
    'hz-gb-2312',
    'utf-32',
    'Content-Transfer-Encoding: base64',
    'On 2026-03-02 a@b wrote:',
    '> ',
    '\xff',
    '打',
    '\0',
    ' ',
    '\t',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 60 }), (words) => checks(utf8(`From: a@b\r\n${words.join('')}`))),
    { numRuns: 300 },
  )
})
