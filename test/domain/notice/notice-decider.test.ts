import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import type { NoticeCommand, NoticeEvent } from '../../../shared/domain/notice/event.ts'
import { evolve } from '../../../shared/domain/notice/evolve.ts'
import { CALL_OUTCOMES, type Notice, type PlannedNotice } from '../../../shared/domain/notice/notice.ts'
import { NOTICE_DECIDER } from '../../../shared/domain/notice/notice-decider.ts'
import { type Actor, actorRef, DESK } from '../../../shared/domain/people/actor.ts'
import type { Role } from '../../../shared/domain/people/person.ts'
import { plannedCall, plannedMessage } from './messages.ts'

const START = '2026-03-02T01:00:00.000Z'
const MINUTE_MS = 60_000

const person = (id: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  id,
  name: id,
  email: `${id}@example.com`,
  roles,
  groups: [],
  department: null,
})

/** A notice and a clock: each act is decided as the desk decides it, with the time that has passed first. */
const telling = (planned: PlannedNotice) => {
  let state: Notice | null = null
  let now = START
  const act = (command: NoticeCommand, actor: Actor = DESK): readonly NoticeEvent[] => {
    const context = { now, actor, newId: () => 'id' }
    const take = (events: readonly NoticeEvent[]) => {
      for (const event of events) state = evolve(state, event, { at: now, actor: actorRef(actor) })
      return events
    }
    const passed = state ? take(NOTICE_DECIDER.passTime(state, context)) : []
    return [...passed, ...take(NOTICE_DECIDER.decide(state, command, context))]
  }
  act({ type: 'plan', notice: planned })
  return {
    act,
    types: (command: NoticeCommand, actor?: Actor) => act(command, actor).map(({ type }) => type),
    waitMinutes: (minutes: number) => {
      now = plus(now, minutes * MINUTE_MS)
    },
    state: (): Notice => state ?? expect.unreachable(),
    wakeAt: () => NOTICE_DECIDER.wakeAt(state ?? expect.unreachable(), { now, actor: DESK, newId: () => 'id' }),
    now: () => now,
  }
}

const claim = (name = 'a') => ({ type: 'claim', claim: name }) as const
const sent = (name = 'a') => ({ type: 'note-sent', claim: name, messageId: '<m@x>' }) as const
const failure = (reason: 'passing' | 'refused', name = 'a') =>
  ({ type: 'note-failure', claim: name, reason, detail: 'no' }) as const
const bounce = { type: 'note-bounce', permanent: true, detail: '550' } as const
const delivery = { type: 'note-delivery' } as const
const acknowledge = { type: 'acknowledge', via: 'portal' } as const
const complaint = { type: 'note-complaint', detail: 'abuse' } as const
const onlyMail: PlannedNotice = { ...plannedMessage, routes: [{ channel: 'email', address: 'wang@example.com' }] }

describe('a message', () => {
  test('is planned once, due at once, then claimed, sent and delivered [NOT-4]', () => {
    const notice = telling(plannedMessage)
    expect(notice.types({ type: 'plan', notice: plannedMessage })).toEqual([])
    expect(notice.wakeAt()).toBe(START)
    expect(notice.types(claim())).toEqual(['attempt-started'])
    expect(notice.wakeAt()).toBe(plus(START, 3 * MINUTE_MS))
    expect(notice.types(sent())).toEqual(['sent'])
    expect(notice.wakeAt()).toBeNull()
    expect(notice.types(delivery)).toEqual(['delivered'])
    expect(notice.state()).toMatchObject({ status: 'delivered', route: plannedMessage.routes[0] })
  })

  test('is claimed by one alone, and the outcome of anybody else does not count [NOT-4]', () => {
    const notice = telling(plannedMessage)
    notice.act(claim('a'))
    expect(notice.act(claim('b'))).toEqual([])
    expect(notice.act(sent('b'))).toEqual([])
    expect(notice.act(failure('refused', 'b'))).toEqual([])
    expect(notice.types(sent('a'))).toEqual(['sent'])
    expect(notice.act(sent('a'))).toEqual([])
    expect(notice.act(claim('c'))).toEqual([])
  })

  test('whose sender died is tried again after the claim has run out [NOT-4]', () => {
    const notice = telling(onlyMail)
    notice.act(claim('a'))
    notice.waitMinutes(3)
    expect(notice.act(claim('b'))).toMatchObject([
      { type: 'attempt-failed', reason: 'outcome-unknown', retryAt: plus(notice.now(), MINUTE_MS) },
    ])
    expect(notice.act(sent('a'))).toEqual([])
    notice.waitMinutes(1)
    expect(notice.types(claim('b'))).toEqual(['attempt-started'])
    expect(notice.types(sent('b'))).toEqual(['sent'])
  })

  test('that fails for a while is tried once more while another channel is left, then falls over [NOT-4]', () => {
    const notice = telling(plannedMessage)
    notice.act(claim())
    expect(notice.act(failure('passing'))).toMatchObject([{ type: 'attempt-failed', retryAt: plus(START, MINUTE_MS) }])
    expect(notice.act(claim())).toEqual([])
    notice.waitMinutes(1)
    notice.act(claim())
    expect(notice.act(failure('passing'))).toMatchObject([
      { type: 'attempt-failed', route: { channel: 'email' }, retryAt: null },
      { type: 'fell-over', to: { channel: 'sms' } },
    ])
    expect(notice.wakeAt()).toBe(notice.now())
  })

  test('by its last channel is tried patiently, and given up after ever longer pauses [NOT-4]', () => {
    const notice = telling(onlyMail)
    const pauses: (number | null)[] = []
    for (;;) {
      notice.act(claim())
      const [failed, end] = notice.act(failure('passing'))
      const retryAt = failed?.type === 'attempt-failed' ? failed.retryAt : null
      if (retryAt === null) {
        expect(end).toEqual({ type: 'given-up' })
        break
      }
      const minutes = (Date.parse(retryAt) - Date.parse(notice.now())) / MINUTE_MS
      pauses.push(minutes)
      notice.waitMinutes(minutes)
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240])
    expect(notice.state()).toMatchObject({ status: 'undeliverable' })
    expect(notice.wakeAt()).toBeNull()
    expect(notice.act(claim())).toEqual([])
  })

  test('refused for good falls over at once [NOT-4]', () => {
    const notice = telling(plannedMessage)
    notice.act(claim())
    expect(notice.types(failure('refused'))).toEqual(['attempt-failed', 'fell-over'])
    notice.act(claim())
    expect(notice.types(failure('refused'))).toEqual(['attempt-failed', 'given-up'])
  })

  test('to an address that is not mailed any more takes the next channel [NOT-6]', () => {
    const notice = telling(plannedMessage)
    const skip = { type: 'skip-route', channel: 'email', why: 'bounced' } as const
    expect(notice.types(skip)).toEqual(['route-skipped', 'fell-over'])
    expect(notice.act(skip)).toEqual([])
    expect(telling(onlyMail).types(skip)).toEqual(['route-skipped', 'given-up'])
  })

  test('that bounces falls over, once, also after its delivery was reported [NOT-4, NOT-6]', () => {
    for (const before of [[], [delivery]]) {
      const notice = telling(plannedMessage)
      notice.act(claim())
      notice.act(sent())
      for (const command of before) notice.act(command)
      expect(notice.types(bounce)).toEqual(['bounced', 'fell-over'])
      expect(notice.act(bounce)).toEqual([])
      expect(notice.act(delivery)).toEqual([])
      expect(notice.types(claim())).toEqual(['attempt-started'])
    }
  })

  test('with no channel left is undeliverable after its bounce, and stays so [NOT-4]', () => {
    const notice = telling(onlyMail)
    notice.act(claim())
    notice.act(sent())
    expect(notice.types(bounce)).toEqual(['bounced', 'given-up'])
    expect([...notice.act(bounce), ...notice.act(delivery), ...notice.act(claim())]).toEqual([])
  })

  test('feedback may overtake our own note of the sending [NOT-4]', () => {
    const delivered = telling(plannedMessage)
    delivered.act(claim())
    expect(delivered.types(delivery)).toEqual(['delivered'])
    expect(delivered.act(sent())).toEqual([])
    const bounced = telling(plannedMessage)
    bounced.act(claim())
    expect(bounced.types(bounce)).toEqual(['bounced', 'fell-over'])
    expect(bounced.act(sent())).toEqual([])
  })

  test('feedback on what was never sent means some other mail [NOT-4]', () => {
    const notice = telling(plannedMessage)
    expect([...notice.act(delivery), ...notice.act(bounce)]).toEqual([])
    const bySms = telling({ ...plannedMessage, routes: [{ channel: 'sms', address: '+86138' }] })
    bySms.act(claim())
    expect([...bySms.act(delivery), ...bySms.act(bounce), ...bySms.act(complaint)]).toEqual([])
  })

  test('that is complained about is not sent again by another channel: it arrived [NOT-6]', () => {
    const notice = telling(plannedMessage)
    notice.act(claim())
    notice.act(sent())
    expect(notice.types(complaint)).toEqual(['complained'])
    expect(notice.act(complaint)).toEqual([])
    expect(notice.state()).toMatchObject({ status: 'sent', complained: true })
  })

  test('is acknowledged by its recipient or the desk, and then told to nobody again [NOT-4]', () => {
    const notice = telling(plannedMessage)
    notice.act(claim())
    notice.act(failure('passing'))
    expect(() => notice.act(acknowledge, person('chen', 'engineer'))).toThrow(/person it was for/)
    expect(() => notice.act(acknowledge)).toThrow(/person it was for/)
    expect(notice.types(acknowledge, person('wang', 'engineer'))).toEqual(['acknowledged'])
    expect(notice.act(acknowledge, person('li', 'desk'))).toEqual([])
    notice.waitMinutes(10)
    expect([...notice.act(claim()), ...notice.act(bounce), ...notice.act(delivery)]).toEqual([])
    expect(notice.wakeAt()).toBeNull()
  })

  test('is no call to tick off [NOT-1]', () => {
    const tickOff = { type: 'tick-off', outcome: 'reached', note: '' } as const
    expect(() => telling(plannedMessage).act(tickOff, person('li', 'desk'))).toThrow(/only a call/)
  })
})

describe('a call task', () => {
  const tickOff = { type: 'tick-off', outcome: 'reached', note: ' Will see to it. ' } as const

  test('waits for the desk as long as it takes, and is ticked off with its outcome [NOT-1]', () => {
    const task = telling(plannedCall)
    expect(task.wakeAt()).toBeNull()
    task.waitMinutes(600)
    expect(task.act(tickOff, person('li', 'desk'))).toEqual([
      { type: 'ticked-off', outcome: 'reached', note: 'Will see to it.', by: { kind: 'person', id: 'li', name: 'li' } },
    ])
    expect(task.state()).toMatchObject({ done: { outcome: 'reached', at: plus(START, 600 * MINUTE_MS) } })
  })

  test.each(CALL_OUTCOMES)('may end %s [NOT-1]', (outcome) => {
    const task = telling(plannedCall)
    task.act({ ...tickOff, outcome }, person('wu', 'desk-manager'))
    expect(task.state()).toMatchObject({ done: { outcome } })
  })

  test('is the desk’s, once, with a note of bounded length [NOT-1, ROL-2]', () => {
    const task = telling(plannedCall)
    expect(() => task.act(tickOff, person('wang', 'engineer'))).toThrow(/by the desk/)
    expect(() => task.act({ ...tickOff, note: 'x'.repeat(2_001) }, person('li', 'desk'))).toThrow(/2000 characters/)
    task.act(tickOff, person('li', 'desk'))
    expect(() => task.act(tickOff, person('wu', 'desk-manager'))).toThrow(/li has ticked/)
  })

  test('is nothing a machine could send [NOT-1]', () => {
    const task = telling(plannedCall)
    expect(() => task.act(claim())).toThrow(/somebody has to make/)
    expect(evolve(task.state(), { type: 'given-up' }, { at: START, actor: actorRef(DESK) })).toMatchObject({
      done: null,
    })
  })
})

test('what nobody planned is no notice [NOT-4]', () => {
  const context = { now: START, actor: DESK, newId: () => 'id' }
  expect(() => NOTICE_DECIDER.decide(null, claim(), context)).toThrow(/no such notice/)
  expect(() => evolve(null, { type: 'given-up' }, { at: START, actor: actorRef(DESK) })).toThrow(/before/)
})
