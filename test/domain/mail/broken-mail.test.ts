import { describe, expect, test } from 'vitest'
import { base64, mailText, multipart, rawBytes, read, readMail } from './mails.ts'

/** 打印机坏了，请帮忙。 in GBK. */
const GBK = '\xb4\xf2\xd3\xa1\xbb\xfa\xbb\xb5\xc1\xcb\xa3\xac\xc7\xeb\xb0\xef\xc3\xa6\xa1\xa3'
const CHINESE = '打印机坏了，请帮忙。'
const SEVEN_BITS = Array.from(GBK, (char) => String.fromCharCode(char.charCodeAt(0) & 0x7f)).join('')
const UTF16 = Array.from(CHINESE, (char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff])
const UTF7 = `+${base64(Uint8Array.from(UTF16.flat())).replaceAll('=', '')}-`

const mixed = (parts: readonly string[], boundary?: string): string =>
  mailText({}, '').replace(/\r\n$/, '') + multipart('mixed', parts, boundary)

describe('charsets', () => {
  test('header bytes that are not UTF-8 are Chinese, also in file names [INT-2]', async () => {
    const raw = `From: \xd5\xc5\xc8\xfd <z@x.example>\r\nSubject: ${GBK}\r\n${multipart('mixed', [`Content-Type: image/png; name="${GBK.slice(0, 6)}.png"\r\n\r\nx`])}`
    const mail = await read(rawBytes(raw))
    expect([mail.from?.name, mail.subject, mail.attachments[0]?.filename]).toEqual(['张三', CHINESE, '打印机.png'])
  })

  test('a western letter alone among plain ones is not Chinese [INT-2]', async () => {
    const mail = await read(rawBytes('From: a@b.example\r\nSubject: Die Fr\xf6sche\r\n\r\nGr\xfc\xdfe aus M\xfcnchen'))
    expect([mail.subject, mail.text]).toEqual(['Die Frösche', 'Grüße aus München'])
  })

  test('raw bytes inside an encoded word are in the charset of that word [INT-2]', async () => {
    const mail = await read(rawBytes('From: a@b.example\r\nX: \xff\r\nSubject: =?iso-8859-1?Q?Fr\xf6sche?=\r\n\r\nx'))
    expect(mail.subject).toBe('Frösche')
  })

  test.each([
    ['none', '', GBK],
    ['us-ascii', 'text/plain; charset=us-ascii', GBK],
    ['one nobody knows', 'text/plain; charset=x-unknown', GBK],
    ['one that does not exist', 'text/plain; charset=klingon', GBK],
    ['utf-8, wrongly', 'text/plain; charset=utf-8', GBK],
    ['hz-gb-2312', 'text/plain; charset=hz-gb-2312', `~{${SEVEN_BITS}~}`],
    ['iso-2022-cn', 'text/plain; charset=iso-2022-cn', `\x1b$)A\x0e${SEVEN_BITS}\x0f`],
    ['utf-7', 'text/plain; charset=utf-7', UTF7],
    ['utf-16be', 'text/plain; charset=utf-16be', String.fromCharCode(...UTF16.flat())],
  ])('a text with charset %s is read [INT-2]', async (_, type, body) => {
    const raw = rawBytes(`From: a@b.example\r\n${type === '' ? '' : `Content-Type: ${type}\r\n`}\r\n`)
    const mail = await read(Uint8Array.from([...raw, ...rawBytes(body)]))
    expect(mail.text.replace(/\ufffd$/, '')).toBe(CHINESE)
  })

  test.each([
    ['~~ and joined ~\r\nlines~', 'hz-gb-2312', '~ and joined lines~'],
    ['~{4r~}~\nx', 'hz-gb-2312', '打x'],
    ['\x1b$)C\x0e\x3e\x48\x33\x67\x0f!', 'iso-2022-kr', '안녕!'],
    ['A+-B +/yE-C +/yEx', 'utf-7', 'A+B ＡC Ａ'],
    ['\0\0\xfe\xff\0\0\0A\0\xff\xff\xff', 'utf-32', 'A\ufffd'],
    ['A\0\0\0', 'utf-32le', 'A'],
  ])('%j in %s is %j [INT-2]', async (body, charset, expected) => {
    const head = `From: a@b.example\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`
    expect((await read(head + base64(rawBytes(body)))).text).toBe(expected)
  })

  test('encoded and quoted-printable texts are decoded before their charset is judged [INT-2]', async () => {
    const quoted = Array.from(GBK, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase()}`).join('')
    const parts = [
      `Content-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(rawBytes(GBK))}`,
      `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}`,
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ]
    expect((await read(mixed(parts))).text.split(/\n+/)).toEqual([CHINESE, CHINESE])
  })

  test.each([
    ['gb2312', '<meta charset="gb2312">', GBK],
    ['none', '', GBK],
    ['one nobody knows', '<meta charset="x-nothing">', GBK],
  ])('a page without charset is read by its own meta, here %s [INT-2]', async (_, meta, text) => {
    const mail = await read(rawBytes(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${meta}<p>${text}</p>`))
    expect(mail.text).toBe(CHINESE)
  })

  test('eight-bit Japanese declared as seven-bit is read [INT-2]', async () => {
    const japanese = async (bytes: string) =>
      (await read(rawBytes(`From: a@b.example\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n${bytes}`))).text
    expect(await japanese('\xe3\x83\xa1')).toBe('メ')
    expect(await japanese('\xa5\xe1\xa1\xbc\xa5\xeb')).toBe('メール')
    expect(await japanese('\x83\x81\x81\x5b\x83\x8b')).toBe('メール')
  })

  test.each([
    ['=?hz-gb-2312?B?fns0clMhO3p+fQ==?=', '打印机'],
    [`=?utf-7?Q?${UTF7}?=`, CHINESE],
    ['=?unknown-8bit?Q?=B4=F2=D3=A1_ok?=', '打印 ok'],
    ['=?unknown-8bit*zh?B?tPLTobv6?= ok', '打印机 ok'],
    ['=?klingon?B?!?= left alone', 'left alone'],
    ['=?klingon?Q?打?= left alone', '打 left alone'],
  ])('the encoded word %s reads %s [INT-2]', async (subject, expected) => {
    expect((await readMail({ Subject: subject })).subject).toMatch(expected)
  })

  test('a few broken characters do not turn UTF-8 into Chinese nonsense [INT-2]', async () => {
    const body = rawBytes(`From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n`)
    const text = new TextEncoder().encode('打印机坏了')
    const mail = await read(Uint8Array.from([...body, ...text, 0xe6]))
    expect(mail.text).toBe('打印机坏了\ufffd')
  })
})

describe('shapes', () => {
  test('a byte order mark, empty lines and a mailbox line before the header are passed over [INT-2]', async () => {
    const mail = await read(`\ufeff\r\n\r\nFrom zhang@x Mon Mar  2 09:00:00 2026\r\n${mailText()}`)
    expect(mail).toMatchObject({ subject: 'Printer on floor 3', text: 'It prints nothing since this morning.' })
  })

  test('lines that end in carriage returns only are lines [INT-2]', async () => {
    expect(await read(mailText().replaceAll('\n', ''))).toMatchObject({
      subject: 'Printer on floor 3',
      text: 'It prints nothing since this morning.',
    })
  })

  test('a boundary that never appears leaves the raw text [INT-2]', async () => {
    const mail = await read(
      mailText(
        { 'Content-Type': 'multipart/mixed; boundary=a' },
        '--b\r\nContent-Type: text/plain\r\n\r\nhelp\r\n--b--\r\n',
      ),
    )
    expect(mail.text).toContain('help')
    expect(mail.text).toContain('--b--')
  })

  test.each(['multipart/mixed', 'multipart/mixed; boundary=""'])(
    '%s without a boundary leaves the raw text [INT-2]',
    async (type) => {
      expect((await readMail({ 'Content-Type': type }, 'help\r\n')).text).toBe('help')
    },
  )

  test('an inner boundary that never appears leaves what stands there [INT-2]', async () => {
    const mail = await read(mixed(['\r\none', 'Content-Type: multipart/alternative; boundary=zz\r\n\r\ntwo']))
    expect(mail.text.split(/\n+/)).toEqual(['one', 'two'])
  })

  test('an empty mail of several parts shows nothing rather than its delimiters [INT-2]', async () => {
    expect((await read(mixed(['Content-Type: text/plain\r\n\r\n', 'Content-Type: text/plain\r\n\r\n']))).text).toBe('')
  })

  test('text right behind a delimiter is text, not header [INT-2]', async () => {
    expect((await read(mixed(['first words\r\nsecond words']))).text).toBe('first words\nsecond words')
  })

  test('a header that no empty line ends, ends where the text begins [INT-2]', async () => {
    const whole = await read('From: a@b.example\r\nSubject: x\r\n folded\r\nplease help\r\nsoon')
    expect(whole).toMatchObject({ subject: 'x folded', text: 'please help\nsoon' })
    expect((await read(mixed(['Content-Type: text/plain\r\nhelp me']))).text).toBe('help me')
    expect(await read('From: a@b.example\r\nSubject: only this')).toMatchObject({ subject: 'only this', text: '' })
  })

  test('a parameter on a line of its own without indentation belongs to its field [INT-2]', async () => {
    const raw =
      mailText({}, '').replace(/\r\n$/, '') + multipart('mixed', ['\r\nhello']).replace('; boundary', ';\r\nboundary')
    expect((await read(raw)).text).toBe('hello')
  })

  test('an unclosed multipart, an early end and text behind the end lose no part [INT-2]', async () => {
    const open = multipart('mixed', ['\r\none', '\r\ntwo']).replace('--frontier--\r\n', '')
    expect((await read(mailText({}, '').replace(/\r\n$/, '') + open)).text.split(/\n+/)).toEqual(['one', 'two'])
    expect((await read(`${mixed(['\r\none'])}behind\r\n--frontier\r\n\r\ntwo`)).text).toContain('one')
  })

  test('the default type inside a digest is a mail, whatever its bytes [INT-2]', async () => {
    const digest = multipart('digest', [`\r\nFrom: c@d.example\r\nSubject: ${GBK}\r\n\r\n${GBK}`])
    expect((await read(rawBytes(`From: a@b.example\r\n${digest}`))).text).toContain(`Subject: ${CHINESE}\n\n${CHINESE}`)
  })

  test('more than a long line of dashes is no delimiter [INT-2]', async () => {
    expect((await read(mixed([`\r\n--${'-'.repeat(2000)}\r\nbelow`]))).text).toContain('below')
  })
})
