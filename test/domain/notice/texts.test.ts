import { describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/domain/language.ts'
import { letterFor, wordingFor } from '../../../shared/domain/notice/rendering/letter.ts'
import { textMessageFor } from '../../../shared/domain/notice/rendering/text-message.ts'
import { TEXTS } from '../../../shared/domain/notice/texts/texts.ts'
import { allMessages, facts, toldOf, toRequester, toStaff } from './messages.ts'

const languages: readonly Language[] = ['zh-CN', 'en']
const recipients = [toRequester, toStaff]
const letterhead = { deskName: 'IT', ticketUrl: 'https://desk.example.com/x' }

/** Without a single Han character of their own, so that what is Chinese in a Chinese text comes from the text. */
const told = (message: (typeof allMessages)[number], language: Language, recipient = toStaff) => ({
  recipient: { ...recipient, language },
  message,
  ticket: facts,
})

const shown = (message: (typeof allMessages)[number], language: Language): string => {
  const { subject, paragraphs, next, sms } = wordingFor(told(message, language))
  return [subject, ...paragraphs, next, sms].join('\n')
}

describe.each(languages)('in %s', (language) => {
  test.each(allMessages)('$template says everything it should and nothing by accident [NOT-2]', (message) => {
    const { subject, paragraphs, next, sms } = wordingFor(told(message, language))
    for (const text of [subject, ...paragraphs, next, sms]) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
    }
    expect(sms).toContain('INC-2026-000123')
  })

  test.each(allMessages)('$template fits into one text message by itself [NOT-1]', (message) => {
    const { sms } = wordingFor({ ...told(message, language), ticket: { ...facts, number: 'INC-2026-0001234' } })
    expect(sms.length).toBeLessThanOrEqual(language === 'en' ? 160 : 70)
    if (language === 'en') expect(sms).toMatch(/^[\x20-\x7e]*$/)
  })

  test.each(allMessages)(
    '$template with a link: whole parts, the number and the link never cut [NOT-1] [NOT-3]',
    (message) => {
      const link = `https://${'service-desk.'.repeat(6)}example.com/api/a/abcdefghijklmnop`
      for (const title of ['', 'Printer', 'x'.repeat(500), '打'.repeat(500), '🖨️'.repeat(200)]) {
        const text = textMessageFor(
          toldOf({ ...told(message, language), ticket: { ...facts, title, number: 'INC-2026-0001234' } }),
          link,
        )
        expect(text).toContain('INC-2026-0001234')
        expect(text.endsWith(link)).toBe(true)
        const isGsm = /^[\x20-\x7e]*$/.test(text)
        expect(text.length).toBeLessThanOrEqual(isGsm ? 2 * 153 : 4 * 67)
      }
    },
  )

  test.each(allMessages)('$template makes a whole letter for either part [NOT-2]', (message) => {
    for (const recipient of recipients) {
      const letter = letterFor(told(message, language, recipient), letterhead)
      expect(letter.subject).toMatch(/^\[INC-2026-000123\] .+Printer jams$/)
      expect(letter.buttons.every(({ label, url }) => label && url.startsWith(letterhead.ticketUrl))).toBe(true)
      expect(letter.facts.every(({ label, value }) => label && value)).toBe(true)
    }
  })
})

test.each(allMessages)('$template is written in Chinese, with Chinese punctuation [NOT-2]', (message) => {
  const text = shown(message, 'zh-CN')
  expect(text).toMatch(/\p{Script=Han}/u)
  expect(text).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u)
  expect(text).not.toMatch(/\p{Script=Han}\.(\s|$)/mu)
})

test.each(allMessages)('$template is written in English [NOT-2]', (message) => {
  expect(shown(message, 'en')).not.toMatch(/\p{Script=Han}|[，。：；？！（）]/u)
})

test.each(allMessages)('$template quotes the same words in both languages [NOT-2]', (message) => {
  expect(wordingFor(told(message, 'en')).quote).toBe(wordingFor(told(message, 'zh-CN')).quote)
})

test('both languages name the same things [NOT-2]', () => {
  const names = (value: unknown, path = ''): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => names(inner, `${path}.${key}`))
      : [path]
  expect(names(TEXTS.en)).toEqual(names(TEXTS['zh-CN']))
})

test('whoever has no name is greeted all the same [NOT-2]', () => {
  const nameless = (language: Language) =>
    letterFor(told({ template: 'acknowledged' }, language, { ...toRequester, name: '' }), letterhead).greeting
  expect([nameless('en'), nameless('zh-CN')]).toEqual(['Hello,', '您好！'])
})

test('promises that are not open are not made up [SLA-1]', () => {
  const of = (
    language: Language,
    open: { respondBy: string | null; restoreBy: string | null },
    template = 'acknowledged',
  ) =>
    allMessages
      .filter((message) => message.template === template)
      .map((message) => wordingFor({ ...told(message, language), ticket: { ...facts, ...open } }).next)[0]
  expect(of('en', { respondBy: null, restoreBy: null })).toMatch(/^We are looking into it\. You can/)
  expect(of('zh-CN', { respondBy: null, restoreBy: null })).toMatch(/^我们正在处理。/)
  expect(of('en', { respondBy: null, restoreBy: facts.restoreBy }, 'assigned')).toMatch(
    /^A solution is due by Mon 2 Mar 2026 17:30/,
  )
  expect(of('zh-CN', { respondBy: null, restoreBy: facts.restoreBy }, 'assigned')).toMatch(
    /^解决时限为 2026年3月2日（周一）17:30/,
  )
  expect(of('en', { respondBy: null, restoreBy: null }, 'assigned')).toBe('Please look at the ticket.')
  expect(of('zh-CN', { respondBy: null, restoreBy: null }, 'assigned')).toBe('请查看工单。')
})

describe('a text message', () => {
  const of = (language: Language, title: string, index = 0) => {
    const message = allMessages.filter(({ template }) => template === 'acknowledged')[index] ?? {
      template: 'acknowledged',
    }
    return textMessageFor(toldOf({ ...told(message, language), ticket: { ...facts, title } }))
  }

  test('takes as much of the title as one message holds [NOT-1]', () => {
    expect(of('en', 'Printer jams')).toBe('Your ticket is recorded. Its number is INC-2026-000123. Printer jams')
    expect(of('en', 'x'.repeat(500))).toHaveLength(160)
    expect(of('en', 'x'.repeat(500))).toMatch(/xxx\.\.\.$/)
    expect(of('zh-CN', '打印机卡纸')).toBe('已收到您反映的情况，工单号 INC-2026-000123。打印机卡纸')
    expect(of('zh-CN', '打'.repeat(100))).toHaveLength(70)
  })

  test('is short when a title asks for the short alphabet [NOT-1]', () => {
    expect(of('en', '打'.repeat(100))).toHaveLength(70)
    const long = { template: 'asked', question: '?', stopsClock: true } as const
    const ticket = { ...facts, title: '打印机卡纸', number: 'INC-2026-0001234' }
    expect(textMessageFor(toldOf({ ...told(long, 'en'), ticket }))).toBe(
      'Ticket INC-2026-0001234: we need your answer to carry on. Please see the ticket.',
    )
  })
})
