import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/domain/language.ts'
import type { NoticeMessage } from '../../../shared/domain/notice/message.ts'
import { chatTextFor, spokenTextFor } from '../../../shared/domain/notice/rendering/chat-message.ts'
import { instantText } from '../../../shared/domain/notice/rendering/instant-text.ts'
import { jointLetterFor } from '../../../shared/domain/notice/rendering/joint-letter.ts'
import { letterFor } from '../../../shared/domain/notice/rendering/letter.ts'
import { letterHtml } from '../../../shared/domain/notice/rendering/letter-html.ts'
import { letterText } from '../../../shared/domain/notice/rendering/letter-text.ts'
import { cut, escapeHtml, manyLines, oneLine } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { textMessageFor } from '../../../shared/domain/notice/rendering/text-message.ts'
import { facts, toldOf, toRequester, toStaff } from './messages.ts'

const letterhead = { deskName: 'IT & Co', ticketUrl: 'https://desk.example.com/api/v1/links/abc' }
const letter = (message: NoticeMessage, title = facts.title, recipient = toRequester) =>
  letterFor({ recipient, message, ticket: { ...facts, title } }, letterhead)

const RLO = '\u202e'
const HOSTILE = `<img src=x onerror=alert(1)>"'&\r\nBcc: everybody@example.com\n\n${RLO}gpj.exe\u0000\ud800`
const DECEPTIVE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

describe('a letter', () => {
  const solved: NoticeMessage = {
    template: 'solved',
    outcome: 'cure',
    solution: 'New drum.\nTried it.',
    closesAt: facts.restoreBy,
  }

  test('reads well as plain text [CLO-2]', () => {
    expect(letterText(letter(solved))).toBe(
      [
        'Hello Zhang Wei,',
        '',
        'We have solved your ticket. This is what was done:',
        '',
        '> New drum.',
        '> Tried it.',
        '',
        'What happens next: Please tell us whether it works now: one click below is enough, and you do not need to sign in. If it does not, we take your ticket up again. If we do not hear from you, the ticket is closed automatically after Mon 2 Mar 2026 17:30 (GMT+8).',
        '',
        'Yes, it works: https://desk.example.com/api/v1/links/abc#confirm',
        'No, it does not: https://desk.example.com/api/v1/links/abc#reject',
        'Open the ticket: https://desk.example.com/api/v1/links/abc',
        '',
        'Ticket: INC-2026-000123',
        'Title: Printer jams',
        'State: Assigned',
        'Priority: 2 – high',
        'Service: Printing',
        'Response due: Mon 2 Mar 2026 09:15 (GMT+8)',
        'Solution due: Mon 2 Mar 2026 17:30 (GMT+8)',
        '',
        '-- ',
        'To add something, reply to this e-mail: your answer goes straight to the ticket.',
        'Sent automatically by IT & Co.',
      ].join('\n'),
    )
  })

  test('reads well in Chinese [NOT-2]', () => {
    const zh = letter({ template: 'acknowledged' }, '打印机卡纸', { ...toRequester, name: '张伟', language: 'zh-CN' })
    expect(zh.subject).toBe('[INC-2026-000123] 已为您登记工单：打印机卡纸')
    expect(letterText(zh)).toContain(
      '接下来：我们将在 2026年3月2日（周一）09:15（GMT+8）前开始处理，并应在 2026年3月2日（周一）17:30（GMT+8）前解决。您可以随时通过下方链接查看进展，无需登录。',
    )
    expect(letterText(zh)).toContain('查看工单： https://desk.example.com/api/v1/links/abc')
  })

  test('tells the people of the desk more of the ticket than the requester [ROL-3]', () => {
    const labels = (recipient: typeof toStaff) =>
      letter({ template: 'closed', bySystem: false }, 'x', recipient).facts.map(({ label }) => label)
    expect(labels(toStaff)).toEqual([
      'Ticket',
      'Title',
      'State',
      'Priority',
      'Service',
      'Requester',
      'Group',
      'Assignee',
      'Response due',
      'Solution due',
    ])
    expect(labels(toRequester)).not.toContain('Group')
    const bare = { ...facts, service: null, assignee: null, respondBy: null, restoreBy: null }
    const told = { recipient: toStaff, message: { template: 'assigned', toYou: true }, ticket: bare } as const
    expect(letterFor(told, letterhead).facts.map(({ label }) => label)).toEqual([
      'Ticket',
      'Title',
      'State',
      'Priority',
      'Requester',
      'Group',
    ])
  })

  test('shows the same in HTML, and loads nothing from anywhere [NOT-1]', () => {
    const html = letterHtml(letter(solved), 'en')
    for (const shown of ['Hello Zhang Wei,', 'New drum.\nTried it.', 'Yes, it works', 'IT &amp; Co', 'Solution due']) {
      expect(html).toContain(shown)
    }
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('content="light dark"')
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|style)|url\(|@import|src=/i)
    expect(letterHtml(letter({ template: 'acknowledged' }), 'en')).not.toContain('border-left')
  })

  test('shows no empty quotation [NOT-1]', () => {
    expect(letter({ template: 'answered', by: 'Li', text: ' \n ' }).quote).toBeNull()
  })
})

describe('what somebody hostile writes', () => {
  const attack: readonly NoticeMessage[] = [
    { template: 'answered', by: HOSTILE, text: HOSTILE },
    { template: 'returned', reason: HOSTILE },
    { template: 'alarm-returned', alarm: HOSTILE, reason: HOSTILE, occurrences: 2 },
  ]

  test.each(attack)('cannot begin another header, another tag or another direction [INT-2]', (message) => {
    const { subject, quote } = letter(message, HOSTILE)
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    const html = letterHtml(letter(message, HOSTILE), 'en')
    expect(html).not.toContain('<img')
    for (const text of [subject, quote ?? '', html, letterText(letter(message, HOSTILE))]) {
      expect(text).not.toMatch(DECEPTIVE)
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toContain('\u0000')
    }
  })

  test('cannot make a subject, a quotation or a name as long as it likes [INT-2]', () => {
    const long = letter({ template: 'answered', by: 'x'.repeat(9_000), text: '卡'.repeat(9_000) }, '👩‍👩‍👧'.repeat(900))
    expect(long.subject.length).toBeLessThanOrEqual(180)
    expect(long.quote?.length).toBeLessThanOrEqual(5_000)
    expect(long.subject).toMatch(/^\[INC-2026-000123\] /)
    expect(long.facts.find(({ label }) => label === 'Title')?.value).toMatch(/^(👩‍👩‍👧)+…$/u)
  })

  test('breaks out of no letter, whatever it is [INT-2]', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(anything, anything, anything, (title, text, name) => {
        const told = {
          recipient: { ...toStaff, name },
          message: { template: 'commented', by: name, byRequester: true, internal: false, text } as const,
          ticket: { ...facts, title, requester: name, service: name, group: name, assignee: name },
        }
        const made = letterFor(told, letterhead)
        expect([made.subject, made.greeting, ...made.paragraphs].join('')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        const tags = [...letterHtml(made, 'en').matchAll(/<(\/?[a-z!]+)/g)].map(([, tag]) => tag)
        const harmless = letterFor(
          { ...told, message: { ...told.message, text: made.quote === null ? '' : 'x' } },
          letterhead,
        )
        expect(tags).toEqual([...letterHtml(harmless, 'en').matchAll(/<(\/?[a-z!]+)/g)].map(([, tag]) => tag))
      }),
    )
  })
})

describe('safe text', () => {
  test('keeps line feeds and tabs of many lines, and none of one [INT-2]', () => {
    expect(manyLines('a\r\nb\rc\u2028d\te\u0007f')).toBe('a\nb\nc\nd\tefg'.slice(0, -1))
    expect(oneLine(' a\r\n b\tc ')).toBe('a b c')
  })

  test('is cut between what people see as characters [INT-2]', () => {
    expect(cut('short', 5)).toBe('short')
    expect(cut('shorter', 5)).toBe('shor…')
    expect(cut('ab 👩‍👩‍👧 cd', 6)).toBe('ab…')
    expect(cut('one two', 5, '..')).toBe('one..')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, length) => {
        const short = cut(text, length)
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1))
        expect(text === short || short.endsWith('…')).toBe(true)
      }),
    )
  })

  test('is no markup [INT-2]', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;')
  })
})

test.each<readonly [Language, string, string]>([
  ['en', 'Asia/Shanghai', 'Mon 2 Mar 2026 00:05 (GMT+8)'],
  ['zh-CN', 'Asia/Shanghai', '2026年3月2日（周一）00:05（GMT+8）'],
  ['en', 'Europe/Berlin', 'Sun 1 Mar 2026 17:05 (GMT+1)'],
  ['en', 'UTC', 'Sun 1 Mar 2026 16:05 (GMT+0)'],
])('an instant in %s and %s says its zone [NOT-2]', (language, zone, expected) => {
  expect(instantText('2026-03-01T16:05:59.999Z', language, zone)).toBe(expected)
})

describe('a notice that repeats', () => {
  const url = 'https://desk.example.com/api/a/abcdefghijklmnop'
  const of = (language: Language, insteadOf: string | null) =>
    letterText(
      letterFor(
        { recipient: { ...toStaff, language }, message: { template: 'assigned', toYou: false }, ticket: facts },
        { ...letterhead, acknowledging: { url, insteadOf, stepMinutes: 5 } },
      ),
    )

  test('asks for an answer, and says in whose place somebody is told [NOT-3]', () => {
    expect(of('en', null)).toContain(`I have seen it: ${url}`)
    expect(of('en', null)).toMatch(/Without an answer you are told again every 5 minutes/)
    expect(of('en', null)).not.toContain('now you are told')
    expect(of('en', 'Li')).toContain('Li has been told and has not acknowledged it, so now you are told.')
    expect(of('zh-CN', '李娜')).toContain('已通知李娜，但未收到确认，现转为通知您。')
    expect(of('zh-CN', null)).toContain(`我已知悉： ${url}`)
  })

  test('has its link in one text message, and only the title is cut [NOT-3]', () => {
    const text = (language: Language, title: string, link = url) => {
      const told = { recipient: { ...toStaff, language }, message: { template: 'assigned', toYou: false } as const }
      return textMessageFor(toldOf({ ...told, ticket: { ...facts, title } }), link)
    }
    expect(text('en', 'x'.repeat(300))).toHaveLength(160)
    expect(text('en', 'x'.repeat(300))).toMatch(/xxx\.\.\. Acknowledge: https:\S+ijklmnop$/)
    expect(text('zh-CN', '打'.repeat(300)).length, 'two parts').toBe(134)
    expect(text('zh-CN', '打'.repeat(300))).toMatch(/^工单 INC-2026-000123.*打… 确认：https:\S+ijklmnop$/)
    expect(text('en', '打'.repeat(300)), 'a title in the short alphabet costs no part of its own').toBe(
      `INC-2026-000123 (P2) is new for your group. Acknowledge: ${url}`,
    )
  })
})

describe('a message of several matters', () => {
  const matters = [1, 2, 3].map((index) => ({
    id: String(index),
    event: null,
    message: { template: 'assigned', toYou: true } as const,
    ticket: { ...facts, number: `INC-2026-00000${index}`, title: index === 2 ? HOSTILE : `Printer ${index}` },
  }))
  const [lead = expect.unreachable(), ...others] = matters
  const told = (language: Language) => ({ recipient: { ...toStaff, language }, matters: [lead, ...others] }) as const
  const url = 'https://desk.example.com/api/a/abcdefghijklmnop'
  const joint = (language: Language, timesTold = 0) =>
    jointLetterFor(told(language), {
      ...letterhead,
      urlOf: (number) => `https://desk.example.com/tickets/${number}`,
      acknowledging: { url, insteadOf: null, stepMinutes: 5, timesTold },
    })

  test('names each of them with its link, and one button answers all [NOT-5]', () => {
    const text = letterText(joint('en'))
    expect(joint('en').subject).toBe('[INC-2026-000001] 3 notices: Printer 1')
    for (const { ticket } of matters) expect(text).toContain(`https://desk.example.com/tickets/${ticket.number}`)
    expect(text).toContain('- [INC-2026-000003] 2 – high Assigned to you: Printer 3')
    expect(text).toContain(`I have seen it: ${url}`)
    const html = letterHtml(joint('en'), 'en')
    expect(html.match(/<li /g)).toHaveLength(3)
    expect(html).not.toContain('<img')
    expect(letterText(joint('zh-CN'))).toContain('短时间内有 3 项事务需要您关注')
  })

  test('is one text message, and a chat names ten of them at most [NOT-1] [NOT-5]', () => {
    expect(textMessageFor(told('en'))).toBe('3 notices for you, the most urgent: INC-2026-000001 (P2). Printer 1')
    const zh = textMessageFor(told('zh-CN'))
    expect(zh).toBe('您有 3 项通知，最紧急的是 INC-2026-000001（2 级）。Printer 1')
    expect(zh.length).toBeLessThanOrEqual(70)
    const many = Array.from({ length: 30 }, (_, index) => ({ ...lead, id: `x${index}` }))
    const { lines } = chatTextFor(
      { recipient: toStaff, matters: [lead, ...many] },
      { ...letterhead, urlOf: (number) => number },
    )
    expect(lines).toContain('… and 21 more')
    expect(lines.filter((line) => line.startsWith('[INC-'))).toHaveLength(10)
    expect(spokenTextFor(told('en'))).toContain('3 notices')
  })

  test('and any that is told again, says that it is a reminder [NOT-3]', () => {
    const again = (language: Language, times: number) =>
      jointLetterFor(
        { recipient: { ...toStaff, language }, matters: [lead] },
        { ...letterhead, urlOf: String, acknowledging: { url, insteadOf: null, stepMinutes: 5, timesTold: times } },
      )
    expect(again('en', 0).subject).toBe('[INC-2026-000001] Assigned to you: Printer 1')
    expect(again('en', 1).subject).toBe('[INC-2026-000001] Reminder: Assigned to you: Printer 1')
    expect(again('en', 3).subject).toContain('Reminder 3: ')
    expect(letterText(again('en', 3))).toContain('you have been told 3 times and have not acknowledged it yet')
    expect(letterText(again('en', 1))).toContain('you have been told once')
    expect(again('zh-CN', 1).subject).toBe('[INC-2026-000001] 提醒：已分派给您：Printer 1')
    expect(letterText(again('zh-CN', 2))).toContain('此前已通知您 2 次')
    expect(joint('zh-CN', 2).subject).toBe('[INC-2026-000001] 第2次提醒：3 项通知：Printer 1')
    expect(textMessageFor(told('en'), null, 1)).toMatch(/^Reminder: 3 notices/)
  })
})
