import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { plus } from '../../../shared/domain/instant.ts'
import type { NoticeCommand, NoticeEvent } from '../../../shared/domain/notice/event.ts'
import { evolve } from '../../../shared/domain/notice/evolve.ts'
import { isFirstAttempt, overtakenBy, repetitionOf } from '../../../shared/domain/notice/ladder.ts'
import type { MessageNotice, Notice } from '../../../shared/domain/notice/notice.ts'
import { NOTICE_DECIDER } from '../../../shared/domain/notice/notice-decider.ts'
import { type Actor, actorRef, DESK } from '../../../shared/domain/people/actor.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { AGENT, planningOf } from './desk-at-work.ts'
import { plannedMessage, repeatedMessage } from './messages.ts'

const START = '2026-03-02T01:00:00.000Z'
const MINUTE_MS = 60_000
const chen = { id: 'chen', name: 'Chen Jie' }
const climb = { type: 'climb', next: chen } as const
const delivery = { type: 'note-delivery' } as const
const refused = { type: 'note-failure', claim: 'a', reason: 'refused', detail: 'no' } as const
const stop = { type: 'stop', why: 'ticket-over' } as const
const wang: Actor = {
  kind: 'person',
  id: 'wang',
  name: 'Wang Wei',
  email: '',
  roles: [],
  groups: [],
  department: null,
}

/** A notice that repeats, and a clock. */
const telling = (planned = repeatedMessage) => {
  let state: Notice | null = null
  let now = START
  const act = (command: NoticeCommand, actor: Actor = DESK): readonly NoticeEvent[] => {
    const context = { now, actor, newId: () => 'id' }
    const events = NOTICE_DECIDER.decide(state, command, context)
    for (const event of events) state = evolve(state, event, { at: now, actor: actorRef(actor) })
    return events
  }
  act({ type: 'plan', notice: planned })
  const types = (command: NoticeCommand, actor?: Actor) => act(command, actor).map(({ type }) => type)
  return {
    act,
    types,
    send: () => [
      ...types({ type: 'claim', claim: 'a' }),
      ...types({ type: 'note-sent', claim: 'a', messageId: '<m@x>' }),
    ],
    fail: () => [...types({ type: 'claim', claim: 'a' }), ...types(refused)],
    after: (minutes: number) => {
      now = plus(now, minutes * MINUTE_MS)
    },
    state: () => state as MessageNotice,
  }
}

describe('without an acknowledgement', () => {
  test('the next channel, the next person, and all channels once more until the rounds are through [NOT-3]', () => {
    const notice = telling()
    notice.send()
    expect(notice.state()).toMatchObject({ status: 'sent', dueAt: plus(START, 5 * MINUTE_MS) })
    notice.after(4)
    expect(notice.act(climb), 'early').toEqual([])
    notice.after(1)
    expect(notice.act(climb)).toEqual([{ type: 'repeated', to: repeatedMessage.routes[1], round: 1 }])
    expect(notice.act(climb), 'double').toEqual([])
    notice.send()
    notice.after(5)
    expect(notice.act(climb)).toEqual([
      { type: 'passed-on', to: chen, retryAt: null },
      { type: 'repeated', to: repeatedMessage.routes[0], round: 2 },
    ])
    notice.send()
    notice.after(5)
    expect(notice.types(climb)).toEqual(['repeated'])
    notice.send()
    notice.after(5)
    expect(notice.types(climb), 'the next person is told once').toEqual(['unanswered'])
    expect(notice.state()).toMatchObject({ status: 'unanswered', dueAt: null })
    expect([...notice.act(climb), ...notice.act({ type: 'claim', claim: 'late' })]).toEqual([])
  })

  test('a report of delivery does not put off the next step, one that comes first starts the wait [NOT-3]', () => {
    const notice = telling()
    notice.send()
    notice.after(3)
    notice.act(delivery)
    expect(notice.state()).toMatchObject({ status: 'delivered', dueAt: plus(START, 5 * MINUTE_MS) })
    const early = telling()
    early.act({ type: 'claim', claim: 'a' })
    early.act(delivery)
    expect(early.state()).toMatchObject({ status: 'delivered', dueAt: plus(START, 5 * MINUTE_MS) })
  })

  test('whoever cannot be reached is passed over at once, and tried again while there are rounds [NOT-3]', () => {
    const notice = telling()
    expect(notice.fail()).toEqual(['attempt-started', 'attempt-failed', 'fell-over'])
    expect(notice.fail()).toEqual(['attempt-started', 'attempt-failed', 'given-up'])
    expect(notice.state()).toMatchObject({ status: 'undeliverable', dueAt: START })
    const retryAt = plus(START, 5 * MINUTE_MS)
    expect(notice.act(climb)).toEqual([{ type: 'passed-on', to: chen, retryAt }])
    expect(notice.state().dueAt).toBe(retryAt)
    notice.after(5)
    expect(notice.types(climb)).toEqual(['repeated'])
    notice.fail()
    notice.fail()
    expect(notice.types(climb)).toEqual(['unanswered'])
    const onlyOnce = telling({ ...repeatedMessage, ladder: { ...ladder(), rounds: 1 } })
    onlyOnce.fail()
    onlyOnce.fail()
    onlyOnce.act(climb)
    expect(onlyOnce.state()).toMatchObject({ status: 'undeliverable', passedOn: true, dueAt: null })
  })

  test('a channel that is busy is tried once more before the next: others wait to be told [NOT-3]', () => {
    const notice = telling({ ...repeatedMessage, routes: [repeatedMessage.routes[0]] })
    const busy = { ...refused, reason: 'passing' } as const
    notice.act({ type: 'claim', claim: 'a' })
    expect(notice.types(busy)).toEqual(['attempt-failed'])
    notice.after(1)
    notice.act({ type: 'claim', claim: 'a' })
    expect(notice.types(busy)).toEqual(['attempt-failed', 'given-up'])
  })

  test('what is told once neither climbs nor stops [NOT-3]', () => {
    const notice = telling(plannedMessage)
    notice.send()
    notice.after(600)
    expect([...notice.act(climb), ...notice.act(stop)]).toEqual([])
    expect(notice.state()).toMatchObject({ status: 'sent', dueAt: null })
  })
})

const ladder = () => repeatedMessage.ladder ?? expect.unreachable()

describe('an answer', () => {
  test('says who and on which way, and ends it [NOT-3]', () => {
    const notice = telling()
    notice.send()
    notice.act({ type: 'acknowledge', via: 'sms' }, wang)
    const by = { kind: 'person', id: 'wang', name: 'Wang Wei' }
    expect(notice.state()).toMatchObject({ status: 'acknowledged', acknowledged: { by, via: 'sms', at: START } })
    notice.after(600)
    expect([...notice.act(climb), ...notice.act(stop)]).toEqual([])
  })

  test('by its link counts for its own ticket only [NOT-3]', () => {
    const notice = telling()
    const holder = (ticket: string): Actor => ({ kind: 'link', name: 'Wang Wei', email: '+861', ticket })
    const acknowledge = { type: 'acknowledge', via: 'sms' } as const
    expect(() => notice.act(acknowledge, holder('INC-2026-000999'))).toThrow(/person it was for/)
    expect(notice.types(acknowledge, holder('INC-2026-000123'))).toEqual(['acknowledged'])
  })

  test('to another notice of the matter stops it, but not in the middle of a sending [NOT-3]', () => {
    const notice = telling()
    notice.act({ type: 'claim', claim: 'a' })
    expect(notice.act(stop)).toEqual([])
    notice.act({ type: 'note-sent', claim: 'a', messageId: '<m@x>' })
    expect(notice.act(stop)).toEqual([{ type: 'stopped', why: 'ticket-over' }])
    expect(notice.state()).toMatchObject({ status: 'stopped', dueAt: null })
    notice.after(600)
    expect([...notice.act(stop), ...notice.act(climb)]).toEqual([])
  })
})

describe('what repeats', () => {
  const { notices } = defaultPolicy
  const assigned = { template: 'assigned', toYou: true } as const
  const escalated = { template: 'escalated', level: 'PM', because: { trigger: 'matrix' }, next: null } as const
  const commented = { template: 'commented', by: 'Li', byRequester: true, internal: false, text: '?' } as const

  test('is what asks somebody to act at priorities 1 and 2, and every escalation [NOT-3]', () => {
    expect(repetitionOf(assigned, 1, notices)).toEqual({ stepMinutes: 5, rounds: 3 })
    expect(repetitionOf(assigned, 2, notices)).toEqual({ stepMinutes: 10, rounds: 2 })
    expect(repetitionOf(assigned, 3, notices)).toBeNull()
    expect(repetitionOf(escalated, 4, notices)).toEqual({ stepMinutes: 60, rounds: 1 })
    expect(repetitionOf(commented, 1, notices)).toBeNull()
  })

  test('is nothing where the policy has no rounds [NOT-3]', () => {
    const never = { repeat: { ...notices.repeat, 1: { stepMinutes: 5, rounds: 0 } } }
    expect(repetitionOf(escalated, 1, never)).toBeNull()
  })
})

describe('a ticket overtakes its notices', () => {
  const about = { ...ladder(), group: 'desk', assignee: null }
  const of = (message: Parameters<typeof overtakenBy>[1], changes: Partial<Ticket>) =>
    overtakenBy(about, message, { ...planningOf({ type: 'rating-review-opened', told: [] }, AGENT, changes).ticket })
  const assigned = { template: 'assigned', toYou: false } as const
  const warned = (step: 'assign' | 'respond' | 'restore') =>
    ({ template: 'target-warned', step, dueAt: START }) as const
  const escalated = { template: 'escalated', level: 'PM', because: { trigger: 'matrix' }, next: null } as const

  test.each(['resolved', 'closed', 'merged', 'cancelled', 'returned'] as const)('when it is %s [NOT-3]', (state) => {
    expect(of(escalated, { state })).toBe('ticket-over')
  })

  test('when somebody takes it on, or somebody else has it [NOT-3]', () => {
    expect(of(assigned, { state: 'assigned' })).toBeNull()
    expect(of(assigned, { state: 'accepted' })).toBe('taken-on')
    expect(of(assigned, { state: 'assigned', group: 'network' })).toBe('moved-on')
    expect(of(assigned, { state: 'assigned', assignee: { id: 'chen', name: 'Chen Jie' } })).toBe('moved-on')
    expect(of(escalated, { state: 'accepted', acceptedAt: START }), 'whoever is above has to say so').toBeNull()
    const toLine = (level: 'L1' | 'L2', changes: Partial<Ticket>) => of({ ...escalated, level }, changes)
    expect(toLine('L1', { state: 'accepted', acceptedAt: START })).toBe('taken-on')
    expect(toLine('L2', { state: 'waiting', acceptedAt: START })).toBe('taken-on')
    expect(toLine('L1', { state: 'accepted', acceptedAt: plus(START, -1) }), 'it was so before').toBeNull()
    expect(toLine('L1', { state: 'accepted', acceptedAt: null })).toBeNull()
    expect(toLine('L1', { state: 'assigned', acceptedAt: START })).toBeNull()
  })

  test('when the step somebody was warned of is done [NOT-3]', () => {
    expect(of(warned('assign'), { assignedAt: null })).toBeNull()
    expect(of(warned('assign'), { assignedAt: START })).toBe('taken-on')
    expect(of(warned('respond'), { respondedAt: null })).toBeNull()
    expect(of(warned('respond'), { respondedAt: START })).toBe('taken-on')
    expect(of(warned('restore'), { respondedAt: START })).toBeNull()
  })

  test('but whom the event itself tells is told, however late [NOT-4]', () => {
    const first = evolve(null, { type: 'planned', notice: repeatedMessage }, { at: START, actor: AGENT })
    if (first.medium !== 'message') return expect.unreachable()
    expect(isFirstAttempt(first)).toBe(true)
    expect(isFirstAttempt({ ...first, ladder: { ...ladder(), insteadOf: 'Li' } })).toBe(false)
    expect(isFirstAttempt({ ...first, dueAt: plus(START, 1) })).toBe(false)
    expect(isFirstAttempt({ ...first, ladder: null })).toBe(false)
  })
})

test('whoever is told by all channels at once is told by the next one at once when the first has no room [MAJ-1] [NOT-4]', () => {
  const { ladder } = repeatedMessage
  const notice = telling({ ...repeatedMessage, ladder: ladder && { ...ladder, atOnce: true } })
  notice.act({ type: 'claim', claim: 'a' })
  const throttled = { type: 'note-failure', claim: 'a', reason: 'passing', detail: 'throttled' } as const
  expect(notice.types(throttled)).toEqual(['attempt-failed', 'fell-over'])
  expect(notice.state()).toMatchObject({ route: { channel: 'sms' }, dueAt: START })
})

describe('a channel that is busy', () => {
  const until = plus(START, MINUTE_MS)
  const putOff = (claim = 'a') => ({ type: 'put-off', claim, until }) as const

  test('is waited for, which is no failure [NOT-5]', () => {
    const notice = telling()
    notice.act({ type: 'claim', claim: 'a' })
    expect(notice.act(putOff('b')), 'somebody else’s').toEqual([])
    expect(notice.types(putOff())).toEqual(['put-off'])
    expect(notice.state()).toMatchObject({ status: 'planned', dueAt: until, attemptsOnRoute: 0, timesPutOff: 1 })
    expect(notice.act({ type: 'claim', claim: 'a' }), 'early').toEqual([])
  })

  test('but not for ever: then the next one is tried [NOT-5]', () => {
    const notice = telling()
    for (let times = 0; times < 5; times += 1) {
      notice.act({ type: 'claim', claim: 'a' })
      expect(notice.types(putOff())).toEqual(['put-off'])
      notice.after(1)
    }
    notice.act({ type: 'claim', claim: 'a' })
    expect(notice.types(putOff())).toEqual(['attempt-failed', 'fell-over'])
    expect(notice.state()).toMatchObject({ route: { channel: 'sms' }, timesPutOff: 0 })
  })

  test('for as long as it takes where there is no other way: nothing is lost [NOT-4] [NOT-5]', () => {
    const notice = telling({
      ...repeatedMessage,
      routes: [{ channel: 'sms', address: '+8613800000000' }],
      ladder: null,
    })
    for (let times = 0; times < 12; times += 1) {
      notice.act({ type: 'claim', claim: 'a' })
      expect(notice.types(putOff())).toEqual(['put-off'])
      notice.after(1)
    }
  })
})
