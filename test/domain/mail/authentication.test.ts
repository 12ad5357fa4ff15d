import { describe, expect, test } from 'vitest'
import { authenticationOf } from '../../../shared/domain/mail/authentication.ts'
import type { MailHeader } from '../../../shared/domain/mail/mail.ts'

const TRUSTED = 'amazonses.com'

const headers = (...fields: readonly [string, string][]): readonly MailHeader[] =>
  fields.map(([key, value]) => ({ key, value }))

const dmarc = (value: string): string =>
  authenticationOf(headers(['received', 'by us'], ['authentication-results', value]), TRUSTED).dmarc

describe('the finding of our own mail server', () => {
  test.each([
    [
      'amazonses.com; spf=pass (x) client-ip=192.0.2.1; dkim=pass header.i=@x; dmarc=pass header.from=x.example;',
      'pass',
    ],
    ['AmazonSES.com 1; dmarc = PASS', 'pass'],
    ['amazonses.com; dmarc=fail header.from=x.example', 'fail'],
    ['amazonses.com; dmarc=pass; dmarc=fail', 'fail'],
    ['amazonses.com; dmarc=none', 'none'],
    ['amazonses.com; dmarc=temperror', 'none'],
    ['amazonses.com; spf=pass', 'none'],
    ['amazonses.com', 'none'],
    ['', 'none'],
  ])('%j is %s [INT-6]', (value, expected) => {
    expect(dmarc(value)).toBe(expected)
  })

  test.each([
    ['another server', 'mx.attacker.example; dmarc=pass'],
    ['a server whose name begins alike', 'amazonses.com.attacker.example; dmarc=pass'],
    ['a comment', 'amazonses.com; spf=none (; dmarc=pass)'],
    ['a comment in a comment', 'amazonses.com; spf=none (a (b); dmarc=pass)'],
    ['an escaped end of a comment', 'amazonses.com; spf=none (a \\); dmarc=pass)'],
    ['a quoted value', 'amazonses.com; spf=none smtp.mailfrom="x; dmarc=pass"@attacker.example'],
    ['an encoded word', 'amazonses.com; =?utf-8?q?;_dmarc=3Dpass?='],
  ])('what stands in %s does not count [INT-6]', (_, value) => {
    expect(dmarc(value)).toBe('none')
  })

  test('counts from the top only: what the sender wrote below cannot pass for it [INT-6]', () => {
    const ours: [string, string] = ['authentication-results', 'amazonses.com; dmarc=fail']
    const forged: [string, string] = ['authentication-results', 'amazonses.com; dmarc=pass']
    const received: [string, string] = ['received', 'x']
    expect(authenticationOf(headers(received, ours, forged), TRUSTED).dmarc).toBe('fail')
    expect(authenticationOf(headers(received, received, forged), TRUSTED).dmarc).toBe('none')
    expect(
      authenticationOf(headers(['authentication-results', 'other.example; dmarc=pass'], forged), TRUSTED).dmarc,
    ).toBe('none')
  })

  test('without a trusted server nothing passes [INT-6]', () => {
    expect(authenticationOf(headers(['authentication-results', 'amazonses.com; dmarc=pass']), null).dmarc).toBe('none')
  })

  test('verdicts of spam and virus count [INT-6]', () => {
    const verdicts = headers(['x-ses-spam-verdict', 'FAIL'], ['x-ses-virus-verdict', ' fail '])
    expect(authenticationOf(verdicts, null)).toEqual({ dmarc: 'none', spam: true, virus: true })
    const clean = headers(
      ['x-ses-spam-verdict', 'GRAY'],
      ['x-ses-virus-verdict', 'PASS'],
      ['x-ses-virus-verdict', 'FAIL'],
    )
    expect(authenticationOf(clean, TRUSTED)).toEqual({ dmarc: 'none', spam: false, virus: false })
  })
})
