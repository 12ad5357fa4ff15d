import { describe, expect, test } from 'vitest'
import { parseMail } from '../../../shared/domain/mail/parse.ts'
import { base64, mailText, multipart, rawBytes, read, readMail, utf8 } from './mails.ts'

const withParts = (parts: string): string => mailText({}, '').replace(/\r\n$/, '') + parts

describe('facts of the header', () => {
  test('sender, recipients, subject, time and thread of a mail are read [INT-2]', async () => {
    const mail = await readMail({
      From: '=?utf-8?B?5byg5LiJ?= <zhang@customer.example>',
      'Reply-To': 'other@customer.example',
      To: 'desk@firstline.example, Group: a@x.example, "B, b" <b@x.example>;',
      Cc: 'c@x.example',
      Subject: '=?gb2312?B?tPLTobv6?= broken  today',
      'In-Reply-To': 'Your message of Monday <0@desk.example>',
      References: '<a@x>\r\n <b@x> <a@x>',
    })
    expect(mail.from).toEqual({ address: 'zhang@customer.example', name: '张三' })
    expect(mail.replyTo.map(({ address }) => address)).toEqual(['other@customer.example'])
    expect(mail.to.map(({ address }) => address)).toEqual(['desk@firstline.example', 'a@x.example', 'b@x.example'])
    expect(mail.cc).toEqual([{ address: 'c@x.example', name: '' }])
    expect(mail.subject).toBe('打印机 broken today')
    expect(mail.messageId).toBe('<1@customer.example>')
    expect(mail.inReplyTo).toBe('<0@desk.example>')
    expect(mail.references).toEqual(['<a@x>', '<b@x>'])
    expect(mail.sentAt).toBe('2026-03-02T01:00:00.000Z')
    expect(mail.headers[0]).toEqual({ key: 'from', value: '=?utf-8?B?5byg5LiJ?= <zhang@customer.example>' })
  })

  test.each([
    ['Mon, 2 Mar 2026 09:00:00', '2026-03-02T09:00:00.000Z'],
    ['Mon, 2 Mar 2026 09:00:00 GMT', '2026-03-02T09:00:00.000Z'],
    ['Mon, 2 Mar 2026 09:00:00 +0800 (CST)', '2026-03-02T01:00:00.000Z'],
    ['yesterday', null],
    ['Mon, 2 Mar 9999 09:00:00 +0000', null],
  ])('a sending time %s is %s, in no zone but the written one or UTC [INT-2]', async (written, expected) => {
    expect((await readMail({ Date: written })).sentAt).toBe(expected)
  })

  test('what a header does not say is absent, not invented [INT-2]', async () => {
    const mail = await read('Subject: \r\nFrom: somebody\r\nMessage-ID: <>\r\n\r\nhelp')
    expect(mail).toMatchObject({ from: null, to: [], subject: '', messageId: null, inReplyTo: null, sentAt: null })
  })

  test('a Message-ID without angle brackets gets them, so that answers find it [INT-3]', async () => {
    expect((await readMail({ 'Message-ID': '17@device.example' })).messageId).toBe('<17@device.example>')
  })

  test('a subject loses what does not show or turns the text round, and is kept short [INT-2]', async () => {
    const mail = await readMail({ Subject: `a\u202egpj.exe\u0007  b${'c'.repeat(2000)}` })
    expect(mail.subject).toMatch(/^a gpj\.exe bc{500}/)
    expect(mail.subject).toHaveLength(1000)
  })
})

describe('texts and parts', () => {
  test('plain text is taken as it is, its line ends made one kind [INT-2]', async () => {
    expect((await readMail({}, 'one\r\ntwo\rthree\n\0four\r\n\r\n')).text).toBe('one\ntwo\nthree\nfour')
  })

  test('of two forms of the same text the plain one is the text, the page is kept beside it [INT-2]', async () => {
    const parts = multipart('alternative', [
      'Content-Type: text/plain\r\n\r\nplain',
      'Content-Type: text/html\r\n\r\n<b>page</b>',
    ])
    const mail = await read(withParts(parts))
    expect(mail.text).toBe('plain')
    expect(mail.html?.trim()).toBe('<b>page</b>')
  })

  test.each(['', 'Content-Type: text/plain\r\n\r\n \r\n'])(
    'the text of a mail with only a page comes from it [INT-2]',
    async (plain) => {
      const page = 'Content-Type: text/html\r\n\r\n<p>Hello</p><p>world</p>'
      const mail = await read(withParts(multipart('alternative', plain === '' ? [page] : [plain, page])))
      expect(mail.text).toBe('Hello\n\nworld')
    },
  )

  test('attachments come with a safe name, size, hash and content; pictures in the page are marked [INT-2]', async () => {
    const page = 'Content-Type: text/html\r\n\r\n<img src="cid:logo%40x">'
    const picture = 'Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC'
    const report = `Content-Type: application/pdf; name="../../etc/a\u202eb.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(utf8('abc'))}`
    const mail = await read(withParts(multipart('related', [page, picture, report])))
    expect(mail.attachments).toEqual([
      expect.objectContaining({
        filename: 'attachment-1.png',
        mimeType: 'image/png',
        bytes: 3,
        contentId: 'logo@x',
        inline: true,
      }),
      expect.objectContaining({
        filename: 'ab.pdf',
        contentId: null,
        inline: false,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      }),
    ])
    expect(mail.attachments[1]?.content).toEqual(utf8('abc'))
  })

  test('an attachment of odd type is still an attachment [INT-2]', async () => {
    const mail = await read(withParts(multipart('mixed', ['Content-Type: ???; name=a.bin\r\nContent-ID: <>\r\n\r\nx'])))
    expect(mail.attachments[0]).toMatchObject({ mimeType: 'application/octet-stream', contentId: null })
  })

  test('an address in the page that is no proper escape refers to nothing and breaks nothing [INT-2]', async () => {
    const parts = [
      'Content-Type: text/html\r\n\r\n<img src="cid:%zz">',
      'Content-Type: image/png\r\nContent-ID: <a@b>\r\n\r\nx',
    ]
    expect((await read(withParts(multipart('related', parts)))).attachments[0]?.inline).toBe(false)
  })
})

describe('mails inside a mail', () => {
  const inner = 'From: Li <li@x.example>\r\nSubject: old\r\nDate: Sun, 1 Mar 2026 09:00:00 +0800\r\n'

  test('a mail sent along is shown with its text and attachments, but is not the new text [INT-2]', async () => {
    const enclosed = `Content-Type: message/rfc822\r\n\r\n${inner}${multipart('mixed', ['\r\nold words', 'Content-Type: image/png\r\n\r\nx'], 'inner')}`
    const mail = await read(withParts(multipart('mixed', ['\r\nsee below', enclosed])))
    expect(mail.newText).toBe('see below')
    expect(mail.text).toBe(
      'see below\n\n-----\nFrom: Li <li@x.example>\nDate: Sun, 1 Mar 2026 09:00:00 +0800\nSubject: old\n\nold words',
    )
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png'])
  })

  test('a mail that is nothing but another mail shows that one [INT-2]', async () => {
    const mail = await read(
      withParts(
        `Content-Type: message/rfc822\r\n\r\nFrom: nobody in particular\r\nContent-Type: text/html\r\n\r\n<i>old</i>`,
      ),
    )
    expect(mail.newText).toBe('-----\nFrom: nobody in particular\n\nold')
    expect(mail.html?.trim()).toBe('<i>old</i>')
  })

  test('a mail sent as an attachment stays one [INT-2]', async () => {
    const attached = `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\nold`
    const mail = await read(withParts(multipart('mixed', ['\r\nlook', attached])))
    expect(mail.text).toBe('look')
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['attachment-1.eml'])
  })

  test('a bounce somebody sends along keeps its parts to itself, its own bounce does not [INT-5]', async () => {
    const status = 'Content-Type: message/delivery-status\r\n\r\nAction: failed'
    const bounce = multipart(
      'report',
      ['\r\nnot delivered', status, `Content-Type: message/rfc822\r\n\r\n${inner}\r\nold`],
      'b',
    )
    const sentAlong = await read(
      withParts(multipart('mixed', ['\r\nwhat is this?', `Content-Type: message/rfc822\r\n\r\n${inner}${bounce}`])),
    )
    expect(sentAlong.attachments.map(({ mimeType }) => mimeType)).toEqual(['message/rfc822'])
    const itself = await read(withParts(bounce))
    expect(itself.attachments.map(({ mimeType }) => mimeType)).toEqual(['message/delivery-status', 'message/rfc822'])
  })

  test('mails in mails in mails end as an attachment [INT-2]', async () => {
    const deep = `${'Content-Type: message/rfc822\r\n\r\n'.repeat(20)}\r\nat the bottom`
    expect((await read(withParts(deep))).attachments).toHaveLength(1)
  })
})

describe('unreadable', () => {
  test.each([
    ['nothing', ''],
    ['only spaces', ' \r\n\r\n  '],
    ['no header line', 'just some words\r\nand more'],
    ['only an empty line before the text', '\r\n???'],
  ])('%s is unreadable and says why [INT-2]', async (_, raw) => {
    const mail = await parseMail(rawBytes(raw))
    expect(mail).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/empty|no header line/) })
  })

  test('a failure while reading is told, not thrown [INT-2]', async () => {
    const broken = new Proxy(utf8(mailText()), {
      get: () => {
        throw new Error('disk on fire')
      },
    })
    expect(await parseMail(broken)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('disk on fire'),
    })
  })
})
