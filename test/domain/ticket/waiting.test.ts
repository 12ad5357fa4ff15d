import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { inShanghai, linkTo, mailFrom, NUMBER, recorded, smallDesk } from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)

const wait = (code: string, until?: Instant): TicketCommand => ({
  type: 'wait',
  code,
  reason: 'we asked',
  ...(until ? { until } : {}),
})

/** Noor has accepted a priority 3 and waits from ten o'clock. */
const waiting = (code: string, until?: Instant): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.act('grace', { type: 'assign', assignee: 'noor' })
  desk.act('noor', { type: 'accept' })
  desk.moveTo(on('10:00'))
  desk.act('noor', wait(code, until))
  return desk
}

const restoreDue = (desk: DeskAtWork) =>
  stepClock(desk.current(), 'restore', judgedBy(desk.current(), desk.context()), desk.now())?.dueAt

describe('waiting', () => {
  test('needs a code, which says whether the clocks stop [WAI-1]', () => {
    const desk = waiting('vendor')
    expect(desk.current()).toMatchObject({
      state: 'waiting',
      waiting: { code: 'vendor', reason: 'we asked', since: on('10:00'), until: null, stateBefore: 'accepted' },
      pauses: [{ from: on('10:00'), to: null, code: 'vendor' }],
    })
    expect(restoreDue(desk)).toBeNull()
    const watched = waiting('observation', on('17:00'))
    expect(watched.current()).toMatchObject({ state: 'waiting', pauses: [] })
    expect(restoreDue(watched)).toBe(inShanghai('2026-03-04 10:00'))
    expect(refusalOf(() => waiting('patience'))).toBe('invalid unknown-wait-code')
  })

  test('is not counted inside working time, and changes nothing outside it [WAI-3]', () => {
    const desk = waiting('vendor')
    desk.moveTo(on('11:00'))
    desk.act('noor', { type: 'resume' })
    expect(desk.current()).toMatchObject({ state: 'accepted', waiting: null, pauses: [{ to: on('11:00') }] })
    expect(restoreDue(desk)).toBe(inShanghai('2026-03-04 11:00'))
    desk.moveTo(on('12:00'))
    desk.act('noor', wait('vendor'))
    desk.moveTo(on('13:30'))
    desk.act('noor', { type: 'resume' })
    expect(restoreDue(desk)).toBe(inShanghai('2026-03-04 11:00'))
  })

  test('ends with the resolution, a return or a cancellation: no clock stands still after that [WAI-3]', () => {
    const resolved = waiting('vendor')
    resolved.moveTo(on('11:00'))
    resolved.act('noor', solved)
    expect(resolved.current()).toMatchObject({ waiting: null, pauses: [{ from: on('10:00'), to: on('11:00') }] })
    const cancelled = waiting('vendor')
    cancelled.act('grace', { type: 'cancel', reason: 'mistake' })
    expect(cancelled.current()).toMatchObject({ state: 'cancelled', waiting: null, pauses: [{ to: on('10:00') }] })
  })
})

describe('waiting for a date', () => {
  test('needs a date that lies ahead, other waits do not [WAI-1]', () => {
    expect(refusalOf(() => waiting('appointment'))).toBe('invalid until-missing')
    expect(refusalOf(() => waiting('appointment', on('10:00')))).toBe('invalid until-past')
    expect(refusalOf(() => waiting('vendor', on('09:59')))).toBe('invalid until-past')
    expect(waiting('vendor', on('11:00')).wakeAt()).not.toBe(on('11:00'))
  })

  test('ends by itself on that date [WAI-1]', () => {
    const desk = waiting('appointment', on('11:00'))
    expect(desk.wakeAt()).toBe(on('11:00'))
    desk.fastForwardTo(on('11:00'))
    expect(desk.all('resumed')).toEqual([{ type: 'resumed', cause: 'date' }])
    expect(desk.current()).toMatchObject({ state: 'accepted', waiting: null, pauses: [{ to: on('11:00') }] })
  })

  test('the clocks run from the date, however late the wake-up for it came [SLA-6] [WAI-3]', () => {
    const desk = waiting('appointment', on('11:00'))
    desk.moveTo(on('16:45'))
    desk.wake()
    expect(desk.current().pauses).toEqual([{ from: on('10:00'), to: on('11:00'), code: 'appointment' }])
    expect(restoreDue(desk)).toBe(inShanghai('2026-03-04 11:00'))
  })
})

describe('waiting for the requester', () => {
  const answer: TicketCommand = { type: 'comment', text: 'Room 12', visibility: 'public' }
  const answeredBy = (who: string | Actor, code = 'requester'): string => {
    const desk = waiting(code)
    desk.act(who, answer)
    return desk.current().state
  }

  test('ends with their answer, whichever way it comes [WAI-4]', () => {
    expect(answeredBy('anna')).toBe('accepted')
    expect(answeredBy(linkTo(NUMBER))).toBe('accepted')
    expect(answeredBy(mailFrom('anna@example.com'))).toBe('accepted')
    const desk = waiting('requester')
    desk.act('anna', answer)
    expect(desk.all('resumed')).toEqual([{ type: 'resumed', cause: 'requester-answer' }])
  })

  test('not with somebody else’s word, nor with a mail that proves nothing [WAI-4] [INT-6]', () => {
    expect(answeredBy('grace')).toBe('waiting')
    expect(answeredBy(mailFrom('bob@example.com'))).toBe('waiting')
    expect(answeredBy(mailFrom('anna@example.com', { verified: false }))).toBe('waiting')
  })

  test('other waits go on when the requester writes [WAI-4]', () => {
    expect(answeredBy('anna', 'vendor')).toBe('waiting')
  })

  test('a ticket that does not wait is not resumed by a comment [WAI-4]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded())
    desk.act('anna', answer)
    expect(desk.all('resumed')).toEqual([])
  })
})

describe('the longest stay', () => {
  test('passed in working time, a reminder goes to who works on it and the lead, once [WAI-1]', () => {
    const desk = waiting('requester')
    const dueAt = inShanghai('2026-03-05 10:00') // three days of 7.5 h
    desk.fastForwardTo(inShanghai('2026-03-20 09:00'))
    expect(desk.all('waiting-overstayed')).toEqual([
      { type: 'waiting-overstayed', code: 'requester', dueAt, told: ['noor'] },
    ])
    expect(desk.current()).toMatchObject({ state: 'waiting', waiting: { overstayed: true } })
    const groupWaits = deskAtWork()
    groupWaits.act('grace', recorded())
    groupWaits.act('grace', { type: 'assign' })
    groupWaits.act('grace', wait('requester'))
    groupWaits.fastForwardTo(inShanghai('2026-03-20 09:00'))
    expect(groupWaits.all('waiting-overstayed')).toMatchObject([{ told: ['noor', 'hao'] }])
  })

  test('a wait for a distant date is reminded of too, and still ends on its date [WAI-1]', () => {
    const until = inShanghai('2026-04-10 09:00')
    const desk = waiting('appointment', until)
    desk.fastForwardTo(until)
    expect(desk.all('waiting-overstayed')).toMatchObject([{ dueAt: inShanghai('2026-03-16 10:00') }])
    expect(desk.current().state).toBe('accepted')
    const near = waiting('appointment', on('17:00'))
    near.fastForwardTo(on('17:00'))
    expect(near.all('waiting-overstayed')).toEqual([])
  })

  test('the next wait is counted anew [WAI-1]', () => {
    const desk = waiting('requester')
    desk.fastForwardTo(inShanghai('2026-03-06 10:00'))
    desk.act('noor', { type: 'resume' })
    desk.act('noor', wait('requester'))
    expect(desk.current().waiting?.overstayed).toBe(false)
    desk.fastForwardTo(inShanghai('2026-03-20 09:00'))
    expect(desk.all('waiting-overstayed')).toHaveLength(2)
  })

  test('a wait by a code that was taken off the list goes on until a person ends it [WAI-1]', () => {
    const desk = waiting('requester')
    desk.setUp({ ...smallDesk, codes: { ...smallDesk.codes, waitCodes: [] } })
    expect(desk.wakeAt()).toBeNull()
    desk.act('anna', { type: 'comment', text: 'Room 12', visibility: 'public' })
    expect(desk.current().state).toBe('waiting')
    desk.act('noor', { type: 'resume' })
    expect(desk.current().state).toBe('accepted')
  })
})
