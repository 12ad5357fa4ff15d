import { describe, expect, test } from 'vitest'
import { chatTextFor, spokenTextFor } from '../../../shared/domain/notice/rendering/chat-message.ts'
import { routesTo } from '../../../shared/domain/notice/routes.ts'
import { chatLimit, minuteOf, nextMinute, textLimit } from '../../../shared/domain/notice/sending-limits.ts'
import { CHAT_PROVIDERS } from '../../../shared/domain/setting/catalogue.ts'
import { allMessages, facts, toldOf, toStaff } from './messages.ts'

const chatChannels = new Map([
  ['ops', { id: 'ops', name: { en: 'Ops', 'zh-CN': '值班' }, provider: 'wecom', parameter: 'ops' } as const],
])
const around = { deskAddress: 'desk@example.com', desk: { chatChannels } }
const wang = { email: 'wang@example.com', mobile: '+86 138 0000 0000', phone: '+49 30 1234567' }
const email = { channel: 'email', address: 'wang@example.com' }
const sms = { channel: 'sms', address: '+8613800000000' }
const voice = { channel: 'voice', address: '+8613800000000' }

describe('the ways to somebody', () => {
  test('are their own, in their order, each once [NOT-2]', () => {
    expect(routesTo(wang, around)).toEqual([email, sms])
    expect(routesTo({ ...wang, channels: ['chat:ops', 'sms', 'voice', 'sms'] }, around)).toEqual([
      { channel: 'chat', address: 'ops' },
      sms,
      voice,
    ])
  })

  test('lead somewhere, or are left out [NOT-2]', () => {
    expect(routesTo({ ...wang, mobile: null, channels: ['voice', 'chat:gone'] }, around)).toEqual([
      { channel: 'voice', address: '+49301234567' },
    ])
    expect(routesTo({ ...wang, email: 'desk+x@example.com', channels: ['email', 'sms'] }, around)).toEqual([sms])
    expect(routesTo({ ...wang, mobile: 'no number', phone: null, channels: ['sms', 'email'] }, around)).toEqual([email])
  })

  test('are mail and text message where none of their own is left [NOT-2]', () => {
    expect(routesTo({ ...wang, channels: ['chat:gone'] }, around)).toEqual([email, sms])
    expect(routesTo({ ...wang, channels: [] }, around)).toEqual([email, sms])
    expect(routesTo({ email: null, mobile: null, phone: null, channels: ['voice'] }, around)).toBeNull()
  })
})

test('text messages leave places for what is urgent, and stay below a part a second [NOT-5]', () => {
  expect(textLimit(false)).toBeLessThan(textLimit(true))
  expect(textLimit(true) * 3).toBeLessThanOrEqual(60)
})

describe('a chat', () => {
  test.each(CHAT_PROVIDERS)('of %s leaves places for what is urgent [NOT-5]', (provider) => {
    expect(chatLimit(provider, false)).toBeLessThan(chatLimit(provider, true))
    expect(chatLimit(provider, true)).toBeLessThanOrEqual(100)
  })

  test('counts by the minute [NOT-5]', () => {
    expect(minuteOf('2026-03-02T01:00:59.999Z')).toBe('2026-03-02T01:00:00.000Z')
    expect(nextMinute('2026-03-02T01:00:00.000Z')).toBe('2026-03-02T01:01:00.000Z')
  })

  test.each(allMessages)('$template is said shortly, in either language [NOT-2]', (message) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const told = { recipient: { ...toStaff, language }, message, ticket: { ...facts, title: '打'.repeat(500) } }
      const letterhead = { deskName: 'IT', ticketUrl: 'https://desk.example.com/t', urlOf: (number: string) => number }
      const { title, lines, buttons } = chatTextFor(toldOf(told), letterhead)
      expect(title.length).toBeLessThanOrEqual(100)
      expect(lines.every((line) => line.length <= 400 && line !== '')).toBe(true)
      expect(buttons.map(({ url }) => url)).toContain('https://desk.example.com/t')
      expect(spokenTextFor(toldOf(told)).length).toBeLessThan(4_000)
    }
  })
})
