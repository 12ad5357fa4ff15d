import { describe, expect, test } from 'vitest'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { ProposalOutcome } from '../../../shared/domain/ticket/time-proposal.ts'
import { AGENT, BY_CLOCK, ENGINEER, MONDAY_9, planningOf, REQUESTER, recorded } from './desk-at-work.ts'
import { network, resolution, spoken, told } from './told.ts'

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
    expect(told({ type: 'returned', reason: 'r', as: 'change' }, AGENT)).toEqual(['zhang returned'])
    const decided = { type: 'service-decided', reason: 'r' } as const
    expect(told({ ...decided, serve: true, told: ['li'] }, AGENT)).toEqual(['zhang service-decided'])
    expect(told({ ...decided, serve: true, told: ['li'] }, ENGINEER)).toEqual([
      'zhang service-decided',
      'li to-be-served',
    ])
    expect(told({ ...decided, serve: false, told: [] }, ENGINEER)).toEqual(['zhang service-decided'])
    expect(told({ type: 'cancelled', reason: 'r' }, AGENT)).toEqual(['zhang cancelled'])
  })

  test('hears that theirs is handled with another one, and when it is not any more [INT-13]', () => {
    const merged = { type: 'merged', merge: 'm', into: 'INC-2026-000050', code: 'merged', by: AGENT } as const
    expect(told(merged, BY_CLOCK)).toEqual(['zhang merged'])
    const unmerged = { type: 'unmerged', merge: 'm', from: 'INC-2026-000050', backTo: 'assigned' } as const
    expect(told(unmerged, AGENT)).toEqual(['zhang unmerged'])
  })

  test('is asked for a later time once, while the question stands [SLA-5]', () => {
    const asked = { round: 1, restoreBy: MONDAY_9, dueAt: null, cause: 'person', reason: 'r', by: ENGINEER } as const
    const event = { type: 'time-proposed', addedPercent: null, ...asked } as const
    const standing = (outcome: ProposalOutcome, round = 1): Partial<Ticket> => ({
      proposals: [{ ...asked, round, outcome, proposedAt: MONDAY_9, answeredAt: null, text: null }],
    })
    expect(told(event, ENGINEER, standing('open'))).toEqual(['zhang time-proposed'])
    expect(told({ ...event, cause: 'in-work', by: null }, BY_CLOCK, standing('open'))).toEqual(['zhang time-proposed'])
    for (const gone of [standing('unanswered'), standing('overtaken'), standing('open', 2), {}])
      expect(told(event, ENGINEER, gone)).toEqual([])
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
