import { describe, expect, test } from 'vitest'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import type { Priority } from '../../../shared/domain/priority/grade.ts'
import { ticketDecider } from '../../../shared/domain/ticket/decide.ts'
import { type DeskAtWork, deskAtWork } from '../../support/desk-at-work.ts'
import { deskWithPolicy, GRADES, inShanghai, recorded, smallDesk } from '../../support/ticket-fixtures.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)

/** A desk whose matrix is silent, so that only promises are heard. */
const { escalation, targets } = smallDesk.policy.value
const quiet = deskWithPolicy({ escalation: { ...escalation, matrix: { 1: [], 2: [], 3: [], 4: [] } } })

const opened = (priority: Priority, desk = quiet): DeskAtWork => {
  const at = deskAtWork({ desk })
  at.act('grace', recorded(GRADES[priority]))
  return at
}
/** Assigned to noor and answered: only the restoration is still to come. */
const inWork = (priority: Priority, desk = quiet): DeskAtWork => {
  const at = opened(priority, desk)
  at.act('grace', { type: 'assign', assignee: 'noor' })
  at.act('noor', { type: 'accept' })
  return at
}
const toldOfPromises = (desk: DeskAtWork) =>
  desk.log
    .filter(({ event }) => event.type === 'target-warned' || event.type === 'target-missed')
    .map(({ at, event }) => [event.type, 'step' in event ? event.step : '', at])

describe('a warning', () => {
  test('comes at 80 % of the target, to the assignee, the lead and the IM [SLA-5]', () => {
    const desk = inWork(2)
    const warnAt = on('15:24') // 80 % of eight hours
    expect(desk.wakeAt()).toBe(warnAt)
    desk.fastForwardTo(warnAt)
    expect(desk.all('target-warned')).toEqual([
      {
        type: 'target-warned',
        step: 'restore',
        warnAt,
        dueAt: on('17:00'),
        told: ['noor', 'ivan'],
        proposed: on('21:00'),
      },
    ])
  })

  test('goes to the whole group while nobody has the ticket [SLA-5]', () => {
    const desk = opened(2)
    desk.act('grace', { type: 'assign', group: 'platform' })
    desk.fastForwardTo(on('09:24'))
    expect(desk.all('target-warned')).toMatchObject([{ step: 'respond', told: ['petra', 'ivan'] }])
  })

  test('at the share the policy says [SLA-5]', () => {
    const early = { ...quiet, policy: { version: 1, value: { ...quiet.policy.value, warnAtPercent: 50 } } }
    expect(inWork(2, early).wakeAt()).toBe(on('13:00'))
  })

  test('is not given for what is done [SLA-5]', () => {
    const desk = opened(3)
    desk.act('grace', { type: 'assign', assignee: 'noor' })
    desk.act('noor', { type: 'accept' })
    desk.fastForwardTo(on('17:59'))
    expect(toldOfPromises(desk)).toEqual([])
  })

  test('comes later by the time the ticket waited, and not while it waits [WAI-3] [SLA-5]', () => {
    const desk = inWork(2)
    desk.moveTo(on('15:00'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.fastForwardTo(on('16:00'))
    expect(toldOfPromises(desk)).toEqual([])
    desk.act('noor', { type: 'resume' })
    expect(desk.wakeAt()).toBe(on('16:24'))
  })

  test('once given is not given again because the ticket waited meanwhile [SLA-6]', () => {
    const desk = inWork(2)
    desk.fastForwardTo(on('15:30'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.fastForward({ hours: 2 })
    desk.act('noor', { type: 'resume' })
    desk.fastForwardTo(on('18:59'))
    expect(toldOfPromises(desk)).toEqual([['target-warned', 'restore', on('15:24')]])
    expect(desk.wakeAt()).toBe(plus(on('19:00'), 1))
  })
})

describe('a missed target', () => {
  test('is missed just after its due time, and escalates [ESC-4] [SLA-4]', () => {
    const desk = inWork(2)
    desk.fastForwardTo(on('17:00'))
    expect(desk.all('target-missed')).toEqual([])
    expect(desk.wakeAt()).toBe(plus(on('17:00'), 1))
    desk.fastForward({ ms: 1 })
    expect(desk.all('target-missed')).toEqual([{ type: 'target-missed', step: 'restore', dueAt: on('17:00') }])
    expect(desk.all('escalated')).toMatchObject([{ trigger: 'missed-target', reason: 'restore', dueAt: on('17:00') }])
  })

  test('is told once per step, each in its turn, and then no more [SLA-6] [ESC-4]', () => {
    const desk = opened(1)
    desk.fastForward({ days: 30 })
    expect(toldOfPromises(desk)).toEqual([
      ['target-warned', 'assign', on('09:04')],
      ['target-missed', 'assign', plus(on('09:05'), 1)],
      ['target-warned', 'respond', on('09:12')],
      ['target-missed', 'respond', plus(on('09:15'), 1)],
      ['target-warned', 'restore', on('12:12')],
      ['target-missed', 'restore', plus(on('13:00'), 1)],
    ])
    expect(desk.wakeAt()).toBeNull()
  })

  test('of the confirmation is the requester’s: it is kept, but escalates nothing [ESC-4]', () => {
    const confirmed = { ...targets, 2: { ...targets[2], confirmMinutes: 60 } }
    const desk = inWork(2, { ...quiet, policy: { version: 1, value: { ...quiet.policy.value, targets: confirmed } } })
    desk.act('grace', {
      type: 'resolve',
      outcome: 'cure',
      solution: 'Restarted',
      cause: null,
      environmentChanged: false,
      leftToFindOut: null,
    })
    desk.fastForward({ minutes: 61 })
    expect(desk.all('target-missed')).toMatchObject([{ step: 'confirm' }])
    expect(desk.all('escalated')).toEqual([])
  })

  test('a step without a target is never missed [SLA-1]', () => {
    const none = { assignMinutes: null, respondMinutes: null, restoreMinutes: null, confirmMinutes: null }
    const row = { ...targets, 2: { ...targets[2], ...none } }
    const desk = opened(2, { ...quiet, policy: { version: 1, value: { ...quiet.policy.value, targets: row } } })
    expect(desk.wakeAt()).toBeNull()
  })
})

describe('a re-grade', () => {
  test('that makes a promise due in the past breaks it at once, without a warning that comes too late [SLA-4] [SLA-5]', () => {
    const desk = inWork(4)
    desk.fastForward({ days: 1 })
    expect(toldOfPromises(desk)).toEqual([])
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor' })
    expect(toldOfPromises(desk)).toEqual([['target-missed', 'restore', inShanghai('2026-03-03 09:00')]])
  })

  test('to a promise due at this very moment leaves no time for a warning [SLA-5]', () => {
    const desk = inWork(4)
    desk.moveTo(on('17:00'))
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor' })
    expect(toldOfPromises(desk)).toEqual([])
    expect(desk.wakeAt()).toBe(plus(on('17:00'), 1))
  })

  test('to a later promise gives it again: it may be warned of and missed a second time [SLA-4] [SLA-5]', () => {
    const desk = inWork(2)
    desk.fastForwardTo(on('17:30'))
    expect(desk.all('target-missed')).toHaveLength(1)
    desk.act('grace', { type: 'classify', ...GRADES[4], reason: 'a single user' })
    desk.fastForward({ days: 14 })
    expect(toldOfPromises(desk).slice(2)).toEqual([
      ['target-warned', 'restore', inShanghai('2026-03-06 11:00')],
      ['target-missed', 'restore', plus(inShanghai('2026-03-09 11:30'), 1)],
    ])
    expect(desk.current().missed).toHaveLength(1)
  })

  test('back and forth tells nobody twice of the same moment [SLA-6]', () => {
    const desk = inWork(2)
    desk.fastForwardTo(on('15:30'))
    desk.act('grace', { type: 'classify', ...GRADES[3], reason: 'a single user' })
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor after all' })
    desk.fastForwardTo(on('16:59'))
    expect(toldOfPromises(desk)).toEqual([['target-warned', 'restore', on('15:24')]])
  })

  test('while the ticket waits warns of nothing; it is told when the clock goes on [SLA-5] [WAI-3]', () => {
    const desk = inWork(4)
    desk.moveTo(on('16:30'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.moveTo(on('16:40'))
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor' })
    expect(toldOfPromises(desk)).toEqual([])
    desk.moveTo(on('18:00'))
    desk.act('noor', { type: 'resume' })
    expect(desk.all('target-warned')).toMatchObject([{ warnAt: on('15:24'), dueAt: on('18:30') }])
  })
})

test('a missed promise that another calendar would have had due earlier is neither warned of nor missed again [SLA-6]', () => {
  const desk = deskAtWork({ desk: quiet })
  desk.act('grace', recorded({ impact: 'minor', urgency: 'high', service: 'mail' }))
  desk.act('grace', { type: 'accept' })
  desk.fastForward({ days: 7 })
  expect(toldOfPromises(desk)).toHaveLength(2)
  desk.act('grace', { type: 'classify', service: 'shop' })
  expect(desk.current()).toMatchObject({ priority: 3, calendar: { id: 'berlin' } })
  expect(toldOfPromises(desk)).toHaveLength(2)
})

describe('a wake-up', () => {
  test('that is early, stale or double finds nothing due and changes nothing [SLA-6]', () => {
    const desk = inWork(2)
    const before = desk.current()
    desk.moveTo(plus(on('15:24'), -1))
    expect(desk.wake()).toEqual([])
    expect(desk.current()).toEqual(before)
    desk.moveTo(on('15:24'))
    expect(desk.wake().map(({ type }) => type)).toEqual(['target-warned', 'time-proposed'])
    expect(desk.wake()).toEqual([])
  })

  test('for a ticket that changed meanwhile, or has ended, finds nothing [SLA-6]', () => {
    const desk = inWork(2)
    const planned = desk.wakeAt() ?? ''
    desk.moveTo(on('12:00'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.moveTo(planned)
    expect(desk.wake()).toEqual([])
    const cancelled = inWork(2)
    cancelled.act('grace', { type: 'cancel', reason: 'mistake' })
    expect(cancelled.wakeAt()).toBeNull()
    cancelled.moveTo(plus(planned, 1))
    expect(cancelled.wake()).toEqual([])
  })

  test('that comes late does all that was missed, in order, once [SLA-6]', () => {
    const desk = opened(1)
    desk.moveTo(on('09:20'))
    desk.wake()
    expect(toldOfPromises(desk).map(([type, step]) => `${type} ${step}`)).toEqual([
      'target-warned assign',
      'target-missed assign',
      'target-warned respond',
      'target-missed respond',
    ])
    expect(desk.wake()).toEqual([])
  })

  test('an act done before a late wake-up is decided on what the time had done already [SLA-6]', () => {
    const desk = opened(1)
    desk.moveTo(on('09:20'))
    desk.act('grace', { type: 'accept' })
    expect(desk.all('target-missed').map(({ step }) => step)).toEqual(['assign', 'respond'])
    expect(desk.events().at(-1)?.type).toBe('accepted')
  })

  test('a rule that feeds itself is stopped with an error instead of going on for ever [SLA-6]', () => {
    const desk = opened(2)
    let asked = 0
    const office = smallDesk.calendars.get('cn-office')?.value
    const context = {
      ...desk.context(),
      now: on('23:00'),
      policyOf: () => ({ ...quiet.policy.value, warnAtPercent: 1 + (asked++ % 90) }),
      calendarOf: () => office as NonNullable<typeof office>,
    }
    expect(() => ticketDecider.passTime(desk.current(), context)).toThrow('what is due never ends')
  })
})
