import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import {
  burstPolicyOf,
  DEFAULT_BURSTS,
  isToldByStorm,
  matterFor,
  waitMs,
} from '../../../shared/domain/notice/bursts.ts'
import type { NoticeCommand, NoticeEvent } from '../../../shared/domain/notice/event.ts'
import { evolve } from '../../../shared/domain/notice/evolve.ts'
import { mattersOf } from '../../../shared/domain/notice/gathering.ts'
import { canBeHandedOver, takeOver } from '../../../shared/domain/notice/handing-over.ts'
import { isFirstAttempt } from '../../../shared/domain/notice/ladder.ts'
import type { MessageNotice, Notice, PlannedNotice } from '../../../shared/domain/notice/notice.ts'
import { NOTICE_DECIDER } from '../../../shared/domain/notice/notice-decider.ts'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import { actorRef, DESK } from '../../../shared/domain/people/actor.ts'
import { watchOf } from '../../../shared/domain/ticket/evolve-alarm.ts'
import { BY_CLOCK, planningOf } from './desk-at-work.ts'
import { facts, plannedCall, plannedMessage, repeatedMessage } from './messages.ts'
import { change, escalated } from './told.ts'

const START = '2026-03-02T01:00:00.000Z'
const until = plus(START, 30_000)
const chen = { id: 'chen', name: 'Chen Jie' }

const begun = (planned: PlannedNotice, gathering: Extract<NoticeCommand, { type: 'plan' }>['gathering'] = null) => {
  let state: Notice | null = null
  let now = START
  const act = (command: NoticeCommand): readonly NoticeEvent[] => {
    const events = NOTICE_DECIDER.decide(state, command, { now, actor: DESK, newId: () => 'id' })
    for (const event of events) state = evolve(state, event, { at: now, actor: actorRef(DESK) })
    return events
  }
  act({ type: 'plan', notice: planned, gathering })
  return {
    act,
    types: (command: NoticeCommand) => act(command).map(({ type }) => type),
    at: (instant: string) => {
      now = instant
    },
    state: () => state as unknown as Notice,
    message: () => state as unknown as MessageNotice,
  }
}

const another = (id: string, priority: 1 | 2 | 3 = 2, base: typeof repeatedMessage = repeatedMessage) => ({
  ...base,
  id,
  ticket: { ...facts, number: `INC-2026-${id}`, priority },
})
const gatherOf = (id: string, priority: 1 | 2 | 3 = 2, pace = { stepMinutes: 2, rounds: 3 }): NoticeCommand => ({
  type: 'gather',
  matter: matterFor(another(id, priority)),
  repetition: pace,
  until: plus(START, 10_000),
})

describe('a message that waits for others', () => {
  test('takes them in once, leaves as early and repeats as often as the most urgent asks [NOT-5]', () => {
    const teller = begun(repeatedMessage, { until })
    expect(teller.state()).toMatchObject({ status: 'planned', dueAt: until, waited: true })
    expect(teller.types(gatherOf('2', 1))).toEqual(['gathered'])
    expect(teller.types(gatherOf('2', 1)), 'twice').toEqual([])
    expect(teller.state()).toMatchObject({ dueAt: plus(START, 10_000), ladder: { stepMinutes: 2, rounds: 3 } })
    expect(mattersOf(teller.state()).map(({ id }) => id)).toEqual(['2', repeatedMessage.id])
    const plain = begun(plannedMessage, { until })
    plain.act({ ...(gatherOf('2') as Extract<NoticeCommand, { type: 'gather' }>), repetition: null })
    expect(plain.state()).toMatchObject({ ladder: null, dueAt: plus(START, 10_000) })
  })

  test('takes in none once it is on its way, and no more than it can name [NOT-5]', () => {
    const teller = begun(repeatedMessage, { until })
    for (let count = 2; count < 80; count += 1) teller.act(gatherOf(String(count)))
    expect(mattersOf(teller.state())).toHaveLength(60)
    const sent = begun(repeatedMessage, { until })
    sent.at(until)
    sent.act({ type: 'claim', claim: 'a' })
    expect(sent.types(gatherOf('2'))).toEqual([])
    expect(begun(repeatedMessage).types(gatherOf('2')), 'one that never waited').toEqual([])
    expect(begun(repeatedMessage, { within: 'x' }).types(gatherOf('2')), 'one that is told by another').toEqual([])
  })

  test('shows of what people have written only the beginning [NOT-5]', () => {
    const long = { template: 'rejected', reason: 'x'.repeat(5_000) } as const
    const { message } = matterFor({ ...repeatedMessage, message: long })
    expect(JSON.stringify(message).length).toBeLessThan(300)
  })

  test('leaves out what was answered meanwhile, and never everything by that [NOT-3] [NOT-5]', () => {
    const teller = begun(repeatedMessage, { until })
    teller.act(gatherOf('2'))
    expect(teller.types({ type: 'leave-out', ids: [repeatedMessage.id] })).toEqual(['left-out'])
    expect(teller.types({ type: 'leave-out', ids: [repeatedMessage.id] })).toEqual([])
    expect(mattersOf(teller.state()).map(({ id }) => id)).toEqual(['2'])
    expect(isFirstAttempt(teller.message())).toBe(true)
    teller.act({ type: 'leave-out', ids: ['2'] })
    expect(
      mattersOf(teller.state()).map(({ id }) => id),
      'its own stays to be shown',
    ).toEqual([repeatedMessage.id])
  })

  test('is stopped like any other, also when it asked for no answer [INT-8] [NOT-5]', () => {
    const teller = begun(plannedMessage, { until })
    expect(teller.types({ type: 'stop', why: 'told-by-storm' })).toEqual(['stopped'])
  })
})

describe('what another message tells', () => {
  const within = () => begun(another('2'), { within: repeatedMessage.id })
  const tellerWho = (changes: Partial<MessageNotice>): MessageNotice => ({
    ...begun(repeatedMessage, { until }).message(),
    ...changes,
  })
  const followed = (changes: Partial<MessageNotice>, next: typeof chen | null = chen) =>
    ({ type: 'follow', teller: tellerWho(changes), next }) as const

  test('rests, and comes to the same as that one, once [NOT-4] [NOT-5]', () => {
    const notice = within()
    expect(notice.state()).toMatchObject({ status: 'gathered', dueAt: null, within: repeatedMessage.id })
    expect(isFirstAttempt(notice.message())).toBe(true)
    expect(notice.types(followed({}))).toEqual([])
    expect(notice.types(followed({ timesTold: 1 }))).toEqual(['sent'])
    expect(notice.state(), 'its steps are those of the other').toMatchObject({ status: 'sent', dueAt: null })
    expect(notice.types(followed({ timesTold: 1 }))).toEqual([])
    expect(notice.act(followed({ timesTold: 2, passedOn: true }))).toEqual([
      { type: 'passed-on', to: chen, retryAt: null },
    ])
    expect(notice.types(followed({ timesTold: 2, passedOn: true }))).toEqual([])
    expect(notice.types(followed({ timesTold: 4, passedOn: true, status: 'unanswered' }))).toEqual(['unanswered'])
    expect(notice.types(followed({ timesTold: 4, passedOn: true, status: 'unanswered' }))).toEqual([])
  })

  test('is acknowledged with it, and lost with it [NOT-3] [NOT-4]', () => {
    const by = { kind: 'link', id: 'wang@example.com', name: 'Wang Wei' } as const
    const acknowledged = { by, via: 'chat', at: START } as const
    expect(within().act(followed({ acknowledged }))).toEqual([{ type: 'acknowledged', by, via: 'chat' }])
    const lost = within()
    expect(lost.types(followed({ status: 'undeliverable' }))).toEqual(['given-up'])
    expect(lost.state(), 'the other one climbs').toMatchObject({ status: 'undeliverable', dueAt: null })
    const told = begun({ ...another('2'), ladder: null }, { within: repeatedMessage.id })
    expect(told.types(followed({ timesTold: 1, passedOn: true }))).toEqual(['sent'])
  })

  test('follows no other [NOT-5]', () => {
    expect(within().types({ type: 'follow', teller: tellerWho({ id: 'x', timesTold: 1 }), next: null })).toEqual([])
    const call = begun(plannedCall).state() as Notice
    const strange = { ...call, id: repeatedMessage.id } as Notice
    expect(within().types({ type: 'follow', teller: strange, next: null })).toEqual([])
    const task = begun({ ...plannedCall, id: 'c' }, { within: repeatedMessage.id })
    expect(task.types(followed({ timesTold: 1 }))).toEqual([])
  })

  test('is told otherwise when that one had left already [NOT-4] [NOT-5]', () => {
    const notice = within()
    expect(notice.types({ type: 'regather', gathering: { within: 'later' } })).toEqual(['regathered'])
    expect(notice.state()).toMatchObject({ status: 'gathered', within: 'later' })
    notice.act({ type: 'regather', gathering: { until } })
    expect(notice.state()).toMatchObject({ status: 'planned', within: null, dueAt: until })
    expect(notice.types({ type: 'regather', gathering: null })).toEqual([])
  })
})

describe('a call to make', () => {
  test('is one for all that comes up until it is made, and ticks off all of it [NOT-1] [NOT-5]', () => {
    const teller = begun(plannedCall)
    expect(teller.types(gatherOf('c2'))).toEqual(['gathered'])
    teller.act(gatherOf('c3'))
    expect(mattersOf(teller.state()).map(({ id }) => id)).toEqual([plannedCall.id, 'c2', 'c3'])
    const follower = begun({ ...plannedCall, id: 'c2' }, { within: plannedCall.id })
    expect(follower.types({ type: 'follow', teller: teller.state(), next: null })).toEqual([])
    const done = { at: START, by: actorRef(DESK), outcome: 'reached', note: 'ok' } as const
    const made = { ...teller.state(), done } as Notice
    expect(follower.types({ type: 'follow', teller: made, next: null })).toEqual(['ticked-off'])
    expect(follower.state()).toMatchObject({ done: { outcome: 'reached', note: 'ok' } })
    expect(follower.types({ type: 'follow', teller: made, next: null })).toEqual([])
    expect(follower.types({ type: 'regather', gathering: null })).toEqual([])
    const late = begun({ ...plannedCall, id: 'c4' }, { within: plannedCall.id })
    expect(late.types({ type: 'regather', gathering: null })).toEqual(['regathered'])
    expect(late.state()).toMatchObject({ within: null })
    const speak = { type: 'translate', language: 'en', ticket: facts } as const
    expect(() => begun(plannedCall).types(speak), 'a person makes it').toThrow(/tick it off/)
  })
})

test('a notice speaks the language of now [NOT-2]', () => {
  const notice = begun(plannedMessage)
  expect(notice.types({ type: 'translate', language: 'en', ticket: facts })).toEqual([])
  const ticket = { ...facts, group: '网络组' }
  expect(notice.types({ type: 'translate', language: 'zh-CN', ticket })).toEqual(['translated'])
  expect(notice.state()).toMatchObject({ recipient: { language: 'zh-CN' }, ticket: { group: '网络组' } })
})

test('what the desk ships waits no longer than a minute, and less the more urgent it is [NOT-5] [SLA-6]', () => {
  const { repeat } = { repeat: {} as never }
  expect(burstPolicyOf({ repeat })).toBe(DEFAULT_BURSTS)
  const bursts = { above: { clock: 1, people: 1 }, waitSeconds: { 1: 5, 2: 5, 3: 5, 4: 5 } }
  expect(burstPolicyOf({ repeat, bursts })).toBe(bursts)
  const waits = ([1, 2, 3, 4] as const).map((priority) => waitMs(priority, DEFAULT_BURSTS))
  expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
})

describe('an alarm of a storm', () => {
  const alarm = watchOf(change)

  test('is told by the storm’s own incident until somebody touches it [INT-8] [NOT-5]', () => {
    expect(isToldByStorm({ alarm, parent: 'INC-1' })).toBe(true)
    expect(isToldByStorm({ alarm: { ...alarm, touched: true }, parent: 'INC-1' })).toBe(false)
    expect(isToldByStorm({ alarm, parent: null })).toBe(false)
    expect(isToldByStorm({ alarm: null, parent: 'INC-1' })).toBe(false)
  })

  test('tells nobody by itself, neither in writing nor by phone; what people do with it still tells [INT-8]', () => {
    const planning = planningOf(escalated, BY_CLOCK, { alarm })
    expect(noticesFor(planning)).not.toEqual([])
    expect(noticesFor({ ...planning, inStorm: true })).toEqual([])
    expect(noticesFor(planningOf(escalated, BY_CLOCK, { alarm, parent: 'INC-1' }))).toEqual([])
  })
})

describe('what a later notice of the ticket reminds of', () => {
  const told = (planned = repeatedMessage) => {
    const notice = begun(planned)
    notice.act({ type: 'claim', claim: 'a' })
    notice.act({ type: 'note-sent', claim: 'a', messageId: '<m>' })
    return notice
  }
  const overtaking = (id: string): NoticeCommand => ({
    type: 'take-over',
    matter: matterFor(another(id)),
    repetition: { stepMinutes: 2, rounds: 3 },
  })

  test('is taken over while that reminds, once, at its own time and the quicker pace [NOT-3] [NOT-5]', () => {
    const later = told()
    const { dueAt } = later.message()
    expect(later.types(overtaking('2'))).toEqual(['gathered'])
    expect(later.types(overtaking('2')), 'twice').toEqual([])
    expect(later.message()).toMatchObject({ dueAt, ladder: { stepMinutes: 2, rounds: 3 } })
    for (let more = 3; more <= 60; more += 1) later.act(overtaking(String(more)))
    expect(mattersOf(later.state())).toHaveLength(60)
    expect(later.types(overtaking('61')), 'too much for one message').toEqual([])
    later.act({ type: 'hand-over', to: 'x' })
    expect(later.types(overtaking('62')), 'it is reminded of elsewhere itself').toEqual([])
    expect(told(plannedMessage as typeof repeatedMessage).types(overtaking('2')), 'it reminds nobody').toEqual([])
    const resting = begun(repeatedMessage, { within: 'y' })
    expect(resting.types(overtaking('2'))).toEqual([])
  })

  test('rests from then on, and follows what becomes of it [NOT-3]', () => {
    const earlier = told()
    expect(earlier.types({ type: 'hand-over', to: repeatedMessage.id }), 'to itself').toEqual([])
    expect(earlier.types({ type: 'hand-over', to: 'later' })).toEqual(['handed-over'])
    expect(earlier.types({ type: 'hand-over', to: 'later' }), 'twice').toEqual([])
    expect(earlier.message()).toMatchObject({ status: 'sent', within: 'later', dueAt: null })
    expect(told(plannedMessage as typeof repeatedMessage).types({ type: 'hand-over', to: 'x' })).toEqual([])
    const planned = begun(repeatedMessage)
    planned.act({ type: 'hand-over', to: 'later' })
    expect(planned.message()).toMatchObject({ status: 'sent', dueAt: null, claim: null })
  })

  test('has been told through all channels, and to the next person, before that [NOT-3]', () => {
    const waits = { ...told().message(), status: 'planned', passedOn: true, round: 2, attemptsOnRoute: 0 } as const
    expect(canBeHandedOver(waits)).toBe(true)
    for (const not of [
      { passedOn: false },
      { round: 1 },
      { attemptsOnRoute: 1 },
      { status: 'sent' },
      { within: 'x' },
    ] as const)
      expect(canBeHandedOver({ ...waits, ...not })).toBe(false)
  })

  test('an attempt under way has no time of its own', () => {
    const sending = { ...told().message(), status: 'sending', dueAt: null } as const
    const matter = matterFor(another('2'))
    expect(takeOver(sending, { type: 'take-over', matter, repetition: null }, START)).toMatchObject([{ until: START }])
  })
})
