import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runMail } from '../../local/desk-mail.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-mail-'))
})
afterAll(() => rm(folder, { recursive: true }))

const TOKEN = 'abcdefghijklmnopqrstuvwxyz234567abcdefgh'

const lineOf = async (raw: string): Promise<Record<string, unknown>> => {
  const file = join(folder, 'mail.eml')
  await writeFile(file, raw)
  const lines: string[] = []
  expect(await runMail([file], (line) => lines.push(line))).toBe(0)
  return JSON.parse(lines[0] ?? '')
}

const mail = (fields: string, text = 'Still broken.\r\n\r\n> old\r\n'): string =>
  `From: Zhang San <zhang@customer.example>\r\n${fields}\r\n${text}`

test('a mail is shown with its facts, quotes folded away [INT-2, INT-3]', async () => {
  expect(await lineOf(mail('Subject: Printer\r\nMessage-ID: <1@x>\r\nReferences: <0@x>\r\n'))).toEqual({
    file: join(folder, 'mail.eml'),
    outcome: 'reply',
    reason: expect.stringContaining('answers <0@x>'),
    from: { address: 'zhang@customer.example', name: 'Zhang San' },
    subject: 'Printer',
    messageId: '<1@x>',
    inReplyTo: null,
    references: ['<0@x>'],
    text: 'Still broken.',
    attachments: [],
  })
})

test('attachments are shown by name, size and hash, not content [INT-2]', async () => {
  const { attachments } = await lineOf(
    mail('Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n', 'AAEC'),
  )
  expect(attachments).toEqual([
    { filename: 'a.png', bytes: 3, sha256: 'ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc' },
  ])
})

test.each([
  ['ticket', '', /answers nothing/],
  ['ticket', 'Cc: zhang+work@x.example\r\n', /answers nothing/],
  ['reply', `To: desk+${TOKEN}@firstline.example\r\n`, /reply address/],
  ['reply', `Cc: desk+${TOKEN}@firstline.example\r\n`, /reply address/],
  ['reply', 'Subject: Re: [INC-2026-000123] x\r\n', /INC-2026-000123/],
  ['machine', 'Subject: Re: [INC-2026-000123] x\r\nAuto-Submitted: auto-replied\r\n', /auto-submitted/],
])('a %s is told with the reason [INT-3, INT-5]', async (outcome, fields, reason) => {
  expect(await lineOf(mail(fields))).toMatchObject({ outcome, reason: expect.stringMatching(reason) })
})

test('a mail from nobody and an unreadable one have the same fields as any other [INT-2]', async () => {
  const nobody = { from: { address: '', name: '' }, messageId: null, attachments: [] }
  expect(await lineOf('Subject: x\r\n\r\nhelp')).toMatchObject({ ...nobody, outcome: 'ticket', text: 'help' })
  expect(await lineOf('')).toMatchObject({ ...nobody, outcome: 'unreadable', reason: 'the mail is empty', text: '' })
})

test('a file that is not there is told, the others are shown all the same [INT-2]', async () => {
  const file = join(folder, 'there.eml')
  await writeFile(file, mail('Subject: x\r\n'))
  const lines: string[] = []
  expect(await runMail([join(folder, 'missing.eml'), file], (line) => lines.push(line))).toBe(1)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { error: expect.stringContaining('ENOENT') },
    { subject: 'x' },
  ])
})
