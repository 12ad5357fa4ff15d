import { describe, expect, test } from 'vitest'
import type { PlannedNotice } from '../../../shared/domain/notice/notice.ts'
import { mayTell, noticesFor } from '../../../shared/domain/notice/plan.ts'
import { staffMessage } from '../../../shared/domain/notice/staff-message.ts'
import type { ActorRef } from '../../../shared/domain/people/actor.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import type { AlarmChange, AlarmWatch } from '../../../shared/domain/ticket/alarm-watch.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { watchOf } from '../../../shared/domain/ticket/evolve-alarm.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { AGENT, BY_CLOCK, desk, ENGINEER, MONDAY_9, planningOf, REQUESTER, recorded, staff } from './desk-at-work.ts'

const inBrief = ({ medium, recipient, message }: PlannedNotice): string =>
  `${medium === 'call' ? 'call ' : ''}${recipient.personId ?? 'stranger'} ${message.template}`

const told = (event: TicketEvent, actor: ActorRef, changes: Partial<Ticket> = {}): readonly string[] =>
  noticesFor(planningOf(event, actor, changes)).map(inBrief)

const network = { group: 'network', line: 1, assignee: null } as const
const resolution = {
  outcome: 'cure',
  solution: '已更换硒鼓',
  cause: null,
  environmentChanged: false,
  leftToFindOut: null,
} as const
const escalated = {
  type: 'escalated',
  trigger: 'matrix',
  level: 'PM',
  reason: null,
  dueAt: MONDAY_9,
  told: ['zhao', 'sun'],
} as const
const words = { text: 'x', fullText: null, html: null, attachments: [], mail: null, told: [] } as const
const spoken = { type: 'commented', visibility: 'public', from: 'staff', ...words } as const
const change: AlarmChange = {
  eventId: 'e-1',
  arn: 'arn:aws:cloudwatch:eu-west-1:1:alarm:cpu',
  name: 'cpu',
  account: '1',
  region: 'eu-west-1',
  metric: null,
  dimensions: {},
  description: null,
  reason: 'above 90',
  state: 'ALARM',
  changedAt: MONDAY_9,
}
const alarm: AlarmWatch = watchOf(change)
const muted: AlarmWatch = { ...alarm, muted: true }

describe('the requester', () => {
  test('gets an acknowledgement of what they have just sent, unless none is due [INT-10, INT-5]', () => {
    expect(told(recorded, REQUESTER)).toEqual(['zhang acknowledged'])
    expect(told({ ...recorded, acknowledge: false }, REQUESTER)).toEqual([])
  })

  test('reads what staff answer, not what they note among themselves [LIF-4, ROL-3]', () => {
    expect(told(spoken, AGENT)).toEqual(['zhang answered'])
    expect(told({ ...spoken, visibility: 'internal' }, AGENT)).toEqual([])
  })

  test('is asked when the ticket waits for them, and not when it waits for others [WAI-1]', () => {
    const waiting = { type: 'waiting-started', reason: '型号？', stopsClock: true, until: null } as const
    expect(told({ ...waiting, code: 'requester' }, ENGINEER)).toEqual(['zhang asked'])
    expect(told({ ...waiting, code: 'vendor' }, ENGINEER)).toEqual([])
  })

  test('is asked to confirm, reminded, and told of the close [CLO-2, CLO-3]', () => {
    const resolved = { type: 'resolved', resolution, category: 'vpn', bySystem: false, told: ['li'] } as const
    expect(told(resolved, ENGINEER)).toEqual(['zhang solved', 'li handed-over'])
    expect(told({ type: 'confirmation-reminded', dueAt: MONDAY_9 }, BY_CLOCK)).toEqual(['zhang reminded'])
    const closed = {
      type: 'closed',
      code: 'solved',
      satisfaction: { notObtained: 'no-answer' },
      bySystem: true,
    } as const
    expect(told(closed, BY_CLOCK)).toEqual(['zhang closed'])
  })

  test('hears when silence will close it, and of no such hour for a major incident [CLO-3, MAJ-7]', () => {
    const resolved = { type: 'resolved', resolution, category: 'vpn', bySystem: false, told: [] } as const
    const after: Partial<Ticket> = { state: 'resolved', resolvedAt: MONDAY_9, confirmationSince: MONDAY_9 }
    const messageOf = (changes: Partial<Ticket>) => noticesFor(planningOf(resolved, ENGINEER, changes))[0]?.message
    // Eight hours of work after Monday 09:00 end on Tuesday at 09:30.
    expect(messageOf(after)).toMatchObject({ closesAt: '2026-03-03T01:30:00.001Z' })
    expect(messageOf({ ...after, major: 'confirmed' })).toMatchObject({ closesAt: null })
  })

  test('gets the reason when a ticket is returned or cancelled [INT-11]', () => {
    expect(told({ type: 'returned', reason: 'r' }, AGENT)).toEqual(['zhang returned'])
    expect(told({ type: 'cancelled', reason: 'r' }, AGENT)).toEqual(['zhang cancelled'])
  })

  test('is not told of what they did themselves, signed in, by link or by mail [NOT-4]', () => {
    const cancelled = { type: 'cancelled', reason: 'r' } as const
    expect(told(cancelled, REQUESTER)).toEqual([])
    expect(told(cancelled, { kind: 'link', id: 'Zhang@example.com', name: '张伟' })).toEqual([])
    expect(told(cancelled, { kind: 'mail', id: 'zhang@example.com', name: '张伟' })).toEqual([])
  })

  test('is not bothered with how the desk passes it on [LIF-3]', () => {
    expect(told({ type: 'assigned', ...network, told: ['wang'] }, AGENT)).toEqual(['wang assigned'])
    expect(told({ type: 'accepted', by: ENGINEER }, ENGINEER)).toEqual([])
  })

  test('without an address, or with the desk’s own, is not mailed [INT-5]', () => {
    const { requester } = recorded
    const unreachable = (email: string | null) =>
      noticesFor({
        ...planningOf(recorded, REQUESTER, { requester: { ...requester, email } }),
        requester: null,
      })
    expect(unreachable(null)).toEqual([])
    expect(unreachable('Desk+abc@desk.example.com')).toEqual([])
    expect(unreachable('a@b.c\nBcc: everybody@example.com')).toEqual([])
    expect(unreachable('desk@example.com')).toHaveLength(1)
  })

  test('falls over to the mobile the desk knows [NOT-1, NOT-4]', () => {
    const [notice] = noticesFor(planningOf(recorded, REQUESTER))
    expect(notice).toMatchObject({
      routes: [
        { channel: 'email', address: 'zhang@example.com' },
        { channel: 'sms', address: '+8613800000002' },
      ],
      inReplyTo: '<first@example.com>',
    })
  })

  test('nobody knows is told in the language they wrote [NOT-2]', () => {
    const stranger = { ...recorded.requester, personId: null, language: 'en' as const, name: 'Jane' }
    const planning = planningOf(recorded, REQUESTER, { requester: stranger })
    expect(noticesFor({ ...planning, requester: null })).toMatchObject([
      {
        id: 'INC-2026-000123.3.0.message.requester',
        recipient: { part: 'requester', personId: null, name: 'Jane', language: 'en' },
        routes: [{ channel: 'email' }],
        ticket: { service: 'Mail', group: 'Service desk' },
      },
    ])
  })
})

describe('the people of the desk', () => {
  test('are told what was decided to tell them, each event in its own words [NOT-4]', () => {
    const events: readonly (readonly [TicketEvent, ActorRef, readonly string[]])[] = [
      [{ type: 'assigned', ...network, told: ['wang', 'chen'] }, AGENT, ['wang assigned', 'chen assigned']],
      [
        { type: 'transferred', ...network, reason: 'r', category: 'vpn', counted: true, told: ['wang'] },
        AGENT,
        ['wang transferred'],
      ],
      [{ ...spoken, from: 'requester', told: ['wang'] }, REQUESTER, ['wang commented']],
      [{ ...spoken, from: 'other', told: ['wang'] }, REQUESTER, ['wang commented']],
      [
        { type: 'waiting-overstayed', code: 'vendor', dueAt: MONDAY_9, told: ['wang'] },
        BY_CLOCK,
        ['wang waiting-overstayed'],
      ],
      [
        { type: 'target-warned', step: 'respond', warnAt: MONDAY_9, dueAt: MONDAY_9, told: ['wang', 'sun'] },
        BY_CLOCK,
        ['wang target-warned', 'sun target-warned'],
      ],
      [
        {
          type: 'priority-change-requested',
          id: 'p',
          impact: 'minor',
          urgency: 'low',
          reason: 'r',
          by: ENGINEER,
          told: ['li'],
        },
        ENGINEER,
        ['li priority-change-requested'],
      ],
      [
        { type: 'priority-change-decided', id: 'p', granted: true, reason: 'r', told: ['wang'] },
        AGENT,
        ['wang priority-change-decided'],
      ],
      [{ type: 'rejected', reason: 'r', backTo: 'accepted', told: ['wang'] }, REQUESTER, ['wang rejected']],
      [{ type: 'rating-review-opened', told: ['li'] }, REQUESTER, ['li rating-review-opened']],
      [
        { type: 'alarm-returned', change, backTo: 'accepted', mutes: false, told: ['wang'] },
        BY_CLOCK,
        ['wang alarm-returned'],
      ],
    ]
    for (const [event, actor, expected] of events) {
      expect(told(event, actor), event.type).toEqual(expected)
      expect(mayTell(event), event.type).toBe(true)
    }
  })

  test('of most events nobody is told [NOT-4]', () => {
    const silent: readonly TicketEvent[] = [
      { type: 'accepted', by: ENGINEER },
      { type: 'target-missed', step: 'respond', dueAt: MONDAY_9 },
      { type: 'resumed', cause: 'person' },
      { type: 'confirmed', satisfaction: null },
      { type: 'rating-review-opened', told: [] },
    ]
    for (const event of silent) {
      expect(mayTell(event), event.type).toBe(false)
      expect(told(event, AGENT), event.type).toEqual([])
    }
    expect(told({ ...spoken, told: ['nobody-of-that-name'] }, REQUESTER)).toEqual(['zhang answered'].slice(1))
  })

  test('learn whether it was given to them or to their group [LIF-3]', () => {
    const assigned = { type: 'assigned', ...network, assignee: ENGINEER, told: ['wang', 'chen'] } as const
    expect(noticesFor(planningOf(assigned, AGENT)).map(({ message }) => message)).toEqual([
      { template: 'assigned', toYou: true },
      { template: 'assigned', toYou: false },
    ])
  })

  test('learn who passed it on, and when it was the escalation matrix [LIF-3, ESC-1]', () => {
    const moved = { type: 'transferred', ...network, reason: 'r', category: 'vpn', told: ['wang'] } as const
    const byOf = (counted: boolean) => noticesFor(planningOf({ ...moved, counted }, AGENT))[0]?.message
    expect(byOf(true)).toMatchObject({ by: '李娜', reason: 'r' })
    expect(byOf(false)).toMatchObject({ by: null })
  })

  test('get waiting codes and groups by name, unknown ones as they are [NOT-2]', () => {
    const overstayed = { type: 'waiting-overstayed', dueAt: MONDAY_9, told: ['wang', 'li'] } as const
    const messages = (code: string) => noticesFor(planningOf({ ...overstayed, code }, BY_CLOCK)).map((n) => n.message)
    expect(messages('vendor')).toMatchObject([{ code: 'Waiting for the vendor' }, { code: '等待供应商' }])
    expect(messages('retired')).toMatchObject([{ code: 'retired' }, { code: 'retired' }])
    const elsewhere = { service: 'gone', group: 'gone' }
    const [notice] = noticesFor(planningOf({ ...overstayed, code: 'vendor' }, BY_CLOCK, elsewhere))
    expect(notice?.ticket).toMatchObject(elsewhere)
  })

  test('who left, did it themselves or cannot be reached are not told [NOT-4]', () => {
    const assigned = { type: 'assigned', ...network, told: ['li', 'wang', 'chen', 'sun'] } as const
    const people = new Map([
      ['li', staff.li],
      ['wang', { ...staff.wang, active: false }],
      ['chen', { ...staff.chen, email: 'broken', mobile: null }],
      ['sun', { ...staff.sun, email: 'broken', mobile: 'call me' }],
    ])
    expect(noticesFor(planningOf(assigned, AGENT, {}, { ...desk, staff: people }))).toEqual([])
  })

  test('an own ticket tells somebody once, as the requester [NOT-4]', () => {
    const resolved = { type: 'resolved', resolution, category: 'vpn', bySystem: false, told: ['li', 'chen'] } as const
    const own = { ...recorded.requester, personId: 'li', email: 'li@example.com' }
    expect(told(resolved, ENGINEER, { requester: own })).toEqual(['li solved', 'chen handed-over'])
    const byAddress = { ...own, personId: null, email: 'LI@example.com' }
    expect(told(resolved, ENGINEER, { requester: byAddress })).toEqual(['stranger solved', 'chen handed-over'])
  })

  test('named twice are told once [NOT-4]', () => {
    expect(told({ type: 'assigned', ...network, told: ['wang', 'wang'] }, AGENT)).toEqual(['wang assigned'])
  })
})

describe('escalations', () => {
  test('to the PM and management are written and called, whatever the priority [NOT-1, ESC-3]', () => {
    expect(told(escalated, BY_CLOCK, { priority: 4 })).toEqual([
      'zhao escalated',
      'sun escalated',
      'call zhao escalated',
    ])
    expect(told({ ...escalated, level: 'management', told: ['qian', 'sun'] }, BY_CLOCK)).toContain(
      'call qian escalated',
    )
  })

  test('to a line of support are called at priority 1 and 2 only [NOT-1]', () => {
    const toFirstLine = { ...escalated, level: 'L1', told: ['wang', 'sun'] } as const
    expect(told(toFirstLine, BY_CLOCK, { priority: 3 })).toEqual(['wang escalated', 'sun escalated'])
    expect(told(toFirstLine, BY_CLOCK, { priority: 2 })).toEqual([
      'wang escalated',
      'sun escalated',
      'call wang escalated',
    ])
    expect(told({ ...toFirstLine, level: 'L2' }, BY_CLOCK, { priority: 1 })).toContain('call wang escalated')
  })

  test('that no level is left for reach the incident manager [ESC-3, ESC-8]', () => {
    const again = { ...escalated, trigger: 'reassignments', level: null, told: ['sun'] } as const
    expect(told(again, BY_CLOCK, { priority: 2 })).toEqual(['sun escalated', 'call sun escalated'])
    expect(told(again, BY_CLOCK, { priority: 4 })).toEqual(['sun escalated'])
  })

  test('by hand are not told to whoever escalates, who still knows whom to call [ESC-5, NOT-4]', () => {
    const manual = { ...escalated, trigger: 'manual', reason: 'CEO is waiting', dueAt: null } as const
    const byManager = { kind: 'person', id: 'sun', name: 'Sun Li' } as const
    expect(told(manual, byManager)).toEqual(['zhao escalated', 'call zhao escalated'])
    expect(noticesFor(planningOf(manual, byManager))[0]?.message).toMatchObject({
      because: { trigger: 'manual', by: 'Sun Li', reason: 'CEO is waiting' },
    })
    expect(noticesFor(planningOf({ ...manual, reason: null }, byManager))[0]?.message).toMatchObject({
      because: { trigger: 'manual', reason: '' },
    })
  })

  test('say what set them off and who is next [ESC-2, ESC-4, ESC-6]', () => {
    const messageOf = (event: TicketEvent, changes: Partial<Ticket> = {}) =>
      noticesFor(planningOf(event, BY_CLOCK, changes))[0]?.message
    const missed = { ...escalated, trigger: 'missed-target', reason: 'respond' } as const
    expect(messageOf(missed)).toMatchObject({ because: { trigger: 'missed-target', step: 'respond', dueAt: MONDAY_9 } })
    expect(messageOf({ ...missed, reason: 'unheard of' })).toMatchObject({ because: { trigger: 'matrix' } })
    expect(messageOf({ ...escalated, trigger: 'reassignments', reason: '3 reassignments' })).toMatchObject({
      because: { trigger: 'reassignments' },
    })
    const accepted = { acceptedAt: MONDAY_9, assignedAt: MONDAY_9, respondedAt: MONDAY_9, state: 'accepted' } as const
    const known = { ...accepted, announced: ['L1', 'L2', 'PM'], group: 'network' } as const
    // Twelve hours of work after Monday 09:00: seven and a half that day, four and a half on Tuesday.
    expect(messageOf(escalated, known)).toMatchObject({
      because: { trigger: 'matrix' },
      next: { level: 'management', at: '2026-03-03T07:00:00.000Z' },
    })
    expect(
      messageOf(escalated, { ...accepted, announced: ['L1', 'L2', 'PM', 'management'], priority: 2, state: 'closed' }),
    ).toMatchObject({ next: null })
  })

  test('are called where the phone is on record, and listed even where none is [NOT-1]', () => {
    const callOf = (change: { mobile: string | null; phone: string | null }) => {
      const people = new Map([['zhao', { ...staff.zhao, ...change }]])
      const planning = planningOf(escalated, BY_CLOCK, {}, { ...desk, staff: people })
      return noticesFor(planning).find(({ medium }) => medium === 'call')
    }
    expect(callOf({ mobile: '+86 138', phone: '010' })).toMatchObject({ phone: '+86 138' })
    expect(callOf({ mobile: null, phone: '010' })).toMatchObject({ phone: '010' })
    expect(callOf({ mobile: null, phone: null })).toMatchObject({ phone: null })
  })
})

describe('alarm tickets', () => {
  const machine = { ...recorded.requester, personId: null, email: null }

  test('that resolve by themselves ask nobody to confirm [INT-8]', () => {
    const resolved = { type: 'resolved', resolution, category: 'vpn', bySystem: true, told: ['wang'] } as const
    expect(told(resolved, BY_CLOCK, { alarm })).toEqual(['wang handed-over'])
  })

  test('that flap tell nobody what the alarm does, but what was promised still escalates [INT-8]', () => {
    const quiet = { alarm: muted, requester: machine }
    const returned = { type: 'alarm-returned', change, backTo: 'assigned', mutes: true, told: ['wang'] } as const
    expect(told(returned, BY_CLOCK, quiet)).toEqual([])
    expect(told({ type: 'assigned', ...network, told: ['wang'] }, BY_CLOCK, quiet)).toEqual([])
    expect(told({ type: 'assigned', ...network, told: ['wang'] }, AGENT, quiet)).toEqual(['wang assigned'])
    expect(told(escalated, BY_CLOCK, quiet)).toContain('call zhao escalated')
    expect(told(returned, BY_CLOCK, { ...quiet, alarm })).toEqual(['wang alarm-returned'])
  })

  test('whose watch is gone still say what came back [INT-8]', () => {
    const returned = { type: 'alarm-returned', change, backTo: 'assigned', mutes: false, told: ['wang'] } as const
    expect(noticesFor(planningOf(returned, BY_CLOCK))[0]?.message).toMatchObject({ alarm: 'cpu', occurrences: 1 })
  })
})

test('instants are shown in the zone of the ticket’s calendar, around the clock in that of the office [NOT-2]', () => {
  const zoneOf = (calendar: string, of = desk) => {
    const planning = planningOf(recorded, REQUESTER, { calendar: { id: calendar, version: 1 } }, of)
    return noticesFor(planning)[0]?.ticket.timeZone
  }
  const berlin = { ...chinaOfficeHours, id: 'berlin', timeZone: 'Europe/Berlin' }
  const calendars = new Map([...desk.calendars, ['berlin', { version: 1, value: berlin }]])
  expect(zoneOf('berlin', { ...desk, calendars })).toBe('Europe/Berlin')
  expect(zoneOf(aroundTheClock.id)).toBe('Asia/Shanghai')
  const always = new Map([[aroundTheClock.id, { version: 1, value: aroundTheClock }]])
  expect(zoneOf(aroundTheClock.id, { ...desk, calendars: always })).toBe('UTC')
})

test('what is resolved already promises nothing any more [SLA-1]', () => {
  const open = noticesFor(planningOf(recorded, REQUESTER))[0]?.ticket
  expect(open).toMatchObject({ respondBy: '2026-03-02T03:00:00.000Z', restoreBy: '2026-03-04T02:00:00.000Z' })
  const resolved = noticesFor(planningOf(recorded, REQUESTER, { state: 'resolved', resolvedAt: MONDAY_9 }))[0]?.ticket
  expect(resolved).toMatchObject({ respondBy: null, restoreBy: null, service: '邮件' })
  const answered = noticesFor(planningOf(recorded, REQUESTER, { respondedAt: MONDAY_9, service: null }))[0]?.ticket
  expect(answered).toMatchObject({ respondBy: null, restoreBy: '2026-03-04T02:00:00.000Z', service: null })
})

test('an event that names nobody has no words for the desk either [NOT-4]', () => {
  expect(staffMessage(staff.wang, planningOf({ type: 'accepted', by: ENGINEER }, ENGINEER))).toBeNull()
})

test('planning twice plans the very same notices, whatever has happened in between [NOT-4]', () => {
  const assigned = { type: 'assigned', ...network, told: ['wang', 'chen'] } as const
  const ids = (changes: Partial<Ticket>) => noticesFor(planningOf(assigned, AGENT, changes)).map(({ id }) => id)
  expect(ids({ state: 'closed', group: 'desk' })).toEqual(ids({}))
  expect(ids({})).toEqual(['INC-2026-000123.3.0.message.wang', 'INC-2026-000123.3.0.message.chen'])
})
