import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referencedMessageIds, replyAddressFor, replyTokenIn, ticketTagIn } from '../../../shared/domain/mail/thread.ts'
import { readMail } from './mails.ts'

const DESK = 'Desk@firstline.example'

describe('the tag in a subject', () => {
  test.each([
    ['Re: [INC-2026-000123] Printer', 'INC-2026-000123'],
    ['答复：[ req-2026-1234567 ] x', 'REQ-2026-1234567'],
    ['INC-2026-000123 without brackets', null],
    ['[INC-2026-123]', null],
    ['[INC-26-000123]', null],
    ['', null],
  ])('%j names %s [INT-3]', (subject, number) => {
    expect(ticketTagIn(subject)).toBe(number)
  })
})

describe('the reply address', () => {
  test('gives its token back whatever mail programs do to the case [INT-3]', () => {
    const token = fc.stringMatching(/^[a-z2-7]{1,50}$/)
    fc.assert(
      fc.property(token, fc.boolean(), (written, shouts) => {
        const address = replyAddressFor(DESK, written)
        const seen = shouts ? address.toUpperCase() : address
        expect(replyTokenIn(['other@x.example', seen], DESK)).toBe(written)
      }),
    )
  })

  test.each([
    'desk@firstline.example',
    'desk+@firstline.example',
    'desk+abc@other.example',
    'help+abc@firstline.example',
    'desk+not!base32@firstline.example',
    'desk+abc189@firstline.example',
    'desk+abc',
    '',
  ])('%j carries no token [INT-3]', (address) => {
    expect(replyTokenIn([address], DESK)).toBeNull()
  })
})

describe('the mails a mail answers', () => {
  test('begin with the one answered, then the newest, none twice [INT-3]', async () => {
    const mail = await readMail({ 'In-Reply-To': '<c@x>', References: '<a@x> <b@x> <c@x>' })
    expect(referencedMessageIds(mail)).toEqual(['<c@x>', '<b@x>', '<a@x>'])
    expect(referencedMessageIds(await readMail())).toEqual([])
  })

  test('of a chain without end are the newest and the one that opened the ticket [INT-3]', async () => {
    const References = Array.from({ length: 200 }, (_, i) => `<${i}@x>`).join(' ')
    const ids = referencedMessageIds(await readMail({ References }))
    expect(ids).toHaveLength(50)
    expect([ids[0], ids[48], ids[49]]).toEqual(['<199@x>', '<151@x>', '<0@x>'])
  })
})
