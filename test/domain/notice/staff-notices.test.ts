import { describe, expect, test } from 'vitest'
import { mayTell, noticesFor } from '../../../shared/domain/notice/plan.ts'
import type { ActorRef } from '../../../shared/domain/people/actor.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { AGENT, BY_CLOCK, desk, ENGINEER, MONDAY_9, planningOf, REQUESTER, recorded, staff } from './desk-at-work.ts'
import { change, network, resolution, spoken, told } from './told.ts'

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
        { type: 'decision-overdue', round: 2, dueAt: MONDAY_9, told: ['sun', 'wang'] },
        BY_CLOCK,
        ['sun decision-overdue', 'wang decision-overdue'],
      ],
      [
        { type: 'target-warned', step: 'respond', warnAt: MONDAY_9, dueAt: MONDAY_9, told: ['wang', 'sun'] },
        BY_CLOCK,
        ['wang target-warned', 'sun target-warned'],
      ],
      [
        { type: 'time-answered', round: 1, restoreBy: MONDAY_9, agreed: false, text: 'no', told: ['wang', 'sun'] },
        REQUESTER,
        ['wang time-objected', 'sun time-objected'],
      ],
      [
        {
          type: 'registered-afterwards',
          ...{ reason: 'r', line: 1, group: 'network', resolution },
          ...{ occurredAt: MONDAY_9, reportedAt: MONDAY_9, assignedAt: MONDAY_9 },
          ...{ respondedAt: MONDAY_9, restoredAt: MONDAY_9 },
          told: ['sun'],
        },
        AGENT,
        ['sun registration-to-confirm'],
      ],
      [{ type: 'insisted', text: null, told: ['zhao'] }, REQUESTER, ['zhao insisted']],
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

  test('learn whether a comment is an internal note or went to the requester [LIF-4]', () => {
    const internal = (visibility: 'internal' | 'public') =>
      noticesFor(planningOf({ ...spoken, visibility, told: ['wang'] }, AGENT)).flatMap(({ message }) =>
        message.template === 'commented' ? [message.internal] : [],
      )
    expect(internal('internal')).toEqual([true])
    expect(internal('public')).toEqual([false])
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
