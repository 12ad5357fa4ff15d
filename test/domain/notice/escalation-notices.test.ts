import { describe, expect, test } from 'vitest'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { BY_CLOCK, desk, MONDAY_9, planningOf, staff } from './desk-at-work.ts'
import { escalated, told } from './told.ts'

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
