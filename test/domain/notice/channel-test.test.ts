import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { type ChannelTests, channelTestDecider } from '../../../shared/domain/notice/channel-test.ts'
import { testChatText, testTextMessage } from '../../../shared/domain/notice/rendering/test-message.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { refusalOf } from '../../support/desk-at-work.ts'
import { asActor, MONDAY_9, personNamed } from '../../support/ticket-fixtures.ts'

const hao = asActor(personNamed('hao'))
const route = { channel: 'sms', address: '+4915228817' } as const
const ask = { type: 'ask', personId: 'hao', route } as const
const minute = (count: number) => plus(MONDAY_9, count * 60_000)

/** Hao asks at each of the minutes. */
const askedAt = (...minutes: readonly number[]): ChannelTests | null =>
  minutes.reduce<ChannelTests | null>((kept, at) => {
    const context = { now: minute(at), actor: hao, newId: () => `t${at}` }
    const [event] = channelTestDecider.decide(kept, ask, context)
    if (!event) throw new Error('nothing was asked')
    return channelTestDecider.evolve(kept, event, { at: minute(at), actor: { kind: 'person', id: 'hao', name: 'Hao' } })
  }, null)

describe('a test of a way to oneself', () => {
  test('is asked for by whoever is reached, by nobody for others [NOT-2] [ROL-2]', () => {
    expect(askedAt(0)?.tests).toEqual([{ id: 't0', route, askedAt: minute(0), outcome: 'under-way', detail: null }])
    for (const actor of [asActor(personNamed('ada')), DESK]) {
      const context = { now: MONDAY_9, actor, newId: () => 'id' }
      expect(refusalOf(() => channelTestDecider.decide(null, ask, context))).toBe('forbidden not-your-act')
    }
  })

  test('is sent ten times an hour and no more, the last ten are kept [NOT-2]', () => {
    const ten = askedAt(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    const at = (minutes: number) => ({ now: minute(minutes), actor: hao, newId: () => 'next' })
    expect(refusalOf(() => channelTestDecider.decide(ten, ask, at(59)))).toBe('too-many too-many-tests')
    expect(channelTestDecider.decide(ten, ask, at(60))).toHaveLength(1)
    expect(
      askedAt(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 60)
        ?.tests.map(({ id }) => id)
        .at(-1),
    ).toBe('t1')
  })

  test('has one outcome, whatever is delivered twice [NOT-4]', () => {
    const kept = askedAt(0, 1)
    const note = { type: 'note', id: 't0', outcome: 'failed', detail: 'no such number' } as const
    const context = { now: minute(2), actor: DESK, newId: () => 'id' }
    const [event] = channelTestDecider.decide(kept, note, context)
    if (!event || !kept) throw new Error('nothing was noted')
    const meta = { at: minute(2), actor: { kind: 'system', id: 'desk', name: 'desk' } } as const
    const noted = channelTestDecider.evolve(kept, event, meta)
    expect(noted.tests.map(({ id, outcome, detail }) => [id, outcome, detail])).toEqual([
      ['t1', 'under-way', null],
      ['t0', 'failed', 'no such number'],
    ])
    expect(channelTestDecider.decide(noted, { ...note, outcome: 'sent', detail: null }, context)).toEqual([])
    expect(channelTestDecider.decide(null, note, context)).toEqual([])
    expect(channelTestDecider.evolve(null, event, meta).tests).toEqual([])
    expect(channelTestDecider.passTime(noted, context)).toEqual([])
    expect(channelTestDecider.wakeAt(noted, context)).toBeNull()
  })

  test('in a chat says whose it is, since others read it too [NOT-1]', () => {
    const to = { name: '郝强 Hao', language: 'zh-CN' } as const
    const { lines } = testChatText({ at: MONDAY_9, timeZone: 'UTC', deskName: 'd', url: 'u', to })
    expect(lines[0]).toMatch(/^郝强 Hao 测试了/)
  })

  test('fits one part of a text message in either language [NOT-1]', () => {
    const tested = { at: MONDAY_9, timeZone: 'UTC', deskName: 'd', url: 'u' }
    expect(testTextMessage({ ...tested, to: { name: 'h', language: 'zh-CN' } }).length).toBeLessThanOrEqual(70)
    expect(testTextMessage({ ...tested, to: { name: 'h', language: 'en' } }).length).toBeLessThanOrEqual(160)
  })
})
