import { describe, expect, test } from 'vitest'
import { DESK } from '../../../shared/domain/people/actor.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { GRADES, inShanghai, MONDAY_9, recorded, smallDesk } from '../../support/ticket-fixtures.ts'

const opened = (more = {}): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded(more))
  return desk
}
const inWork = (more = {}): DeskAtWork => {
  const desk = opened(more)
  desk.act('grace', { type: 'assign' })
  desk.act('noor', { type: 'accept' })
  return desk
}
const asks: TicketCommand = { type: 'request-priority-change', ...GRADES[1], reason: 'the whole house is concerned' }

describe('classification', () => {
  test('says what it is about, field by field; what is left out stays [PRI-1] [PRI-2]', () => {
    const desk = opened({ service: 'mail', item: 'mail-1', system: 'Outlook' })
    const before = desk.current()
    desk.act('grace', { type: 'classify', class: 'complaint' })
    expect(desk.current()).toEqual({ ...before, class: 'complaint' })
    desk.act('grace', {
      type: 'classify',
      kind: 'service-request',
      title: 'New VPN token',
      category: 'printing',
      service: null,
      item: null,
      system: null,
      security: true,
    })
    expect(desk.current()).toMatchObject({
      kind: 'service-request',
      class: 'complaint',
      title: 'New VPN token',
      category: 'printing',
      service: null,
      item: null,
      system: null,
      security: true,
    })
  })

  test('the same again changes nothing, unknown codes are refused [PRI-1]', () => {
    const desk = opened({ service: 'mail' })
    expect(desk.act('grace', { type: 'classify', category: 'vpn', service: 'mail' })).toEqual([])
    expect(refusalOf(() => desk.act('grace', { type: 'classify', category: 'weather' }))).toBe(
      'invalid unknown-category',
    )
    expect(refusalOf(() => desk.act('grace', { type: 'classify', service: 'weather' }))).toBe('invalid unknown-service')
    expect(refusalOf(() => desk.act('grace', { type: 'classify', class: 'weather' }))).toBe('invalid unknown-class')
  })

  test('another service brings its calendar and its floor for the priority [PRI-5] [SLA-3]', () => {
    const desk = opened({ ...GRADES[4] })
    desk.act('grace', { type: 'classify', service: 'erp' })
    expect(desk.current()).toMatchObject({ priority: 3, calendar: { id: '24x7', version: 1 } })
    expect(desk.all('regraded')).toMatchObject([{ cause: 'service', priority: 3 }])
    desk.act('grace', { type: 'classify', service: null })
    expect(desk.current()).toMatchObject({ priority: 4, calendar: { id: 'cn-office', version: 1 } })
  })

  test('a service that is no longer in the catalogue sets no floor [PRI-5]', () => {
    const desk = opened({ service: 'erp', ...GRADES[4] })
    desk.setUp({ ...smallDesk, services: new Map() })
    desk.act('grace', { type: 'classify', urgency: 'medium', reason: 'looked again' })
    expect(desk.current().priority).toBe(3)
    desk.act('grace', { type: 'classify', urgency: 'low', reason: 'looked again' })
    expect(desk.current().priority).toBe(4)
  })

  test('a request of priority 1 that turns out to be an incident becomes a candidate, once [MAJ-1]', () => {
    const desk = opened({ kind: 'service-request', ...GRADES[1] })
    desk.act('grace', { type: 'classify', kind: 'incident' })
    expect(desk.current().major).toBe('candidate')
    expect(desk.act('grace', { type: 'classify', title: 'Everything is down' }).map(({ type }) => type)).toEqual([
      'classified',
    ])
    const both = opened({ kind: 'service-request' })
    both.act('grace', { type: 'classify', kind: 'incident', ...GRADES[1], reason: 'all floors' })
    expect(both.all('major-candidate-raised')).toHaveLength(1)
  })
})

describe('a change of priority', () => {
  test('is the desk’s, keeps who, why, old and new, and re-targets from the original start [PRI-6] [SLA-4]', () => {
    const desk = opened(GRADES[3])
    desk.moveTo(inShanghai('2026-03-02 09:02'))
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor' })
    expect(desk.log.find(({ event }) => event.type === 'regraded')).toMatchObject({
      by: 'grace',
      at: inShanghai('2026-03-02 09:02'),
      event: { type: 'regraded', ...GRADES[2], priority: 2, cause: 'desk', reason: 'the whole floor' },
    })
    expect(desk.current().grades).toEqual([
      { at: MONDAY_9, priority: 3 },
      { at: desk.now(), priority: 2 },
    ])
    const clock = stepClock(desk.current(), 'restore', judgedBy(desk.current(), desk.context()), desk.now())
    expect(clock).toMatchObject({ startedAt: MONDAY_9, dueAt: inShanghai('2026-03-02 17:00') })
  })

  test('needs a reason once the ticket was dispatched; the first grading says enough by itself [PRI-6]', () => {
    const desk = opened()
    desk.act('grace', { type: 'classify', urgency: 'high' })
    expect(desk.current().urgency).toBe('high')
    desk.act('grace', { type: 'assign' })
    expect(refusalOf(() => desk.act('grace', { type: 'classify', urgency: 'low' }))).toBe('invalid reason-missing')
    expect(refusalOf(() => desk.act('grace', { type: 'classify', impact: 'extensive' }))).toBe('invalid reason-missing')
    expect(desk.act('grace', { type: 'classify', urgency: 'high' })).toEqual([])
  })

  test('another impact of the same priority is a change too [PRI-6]', () => {
    const desk = opened({ impact: 'significant', urgency: 'medium' })
    desk.act('grace', { type: 'classify', impact: 'moderate' })
    expect(desk.all('regraded')).toMatchObject([{ impact: 'moderate', urgency: 'medium', priority: 3 }])
  })

  test('priority 1 makes a candidate, and the PM’s no stays a no [MAJ-1] [MAJ-2]', () => {
    const desk = opened()
    desk.act('grace', { type: 'classify', ...GRADES[1], reason: 'all floors' })
    expect(desk.current().major).toBe('candidate')
    desk.act('paula', { type: 'judge-major', confirmed: false, reason: 'one floor' })
    expect(desk.current().major).toBe('demoted')
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'one floor' })
    desk.act('grace', { type: 'classify', ...GRADES[1], reason: 'all floors after all' })
    expect(desk.all('major-candidate-raised')).toHaveLength(1)
    expect(refusalOf(() => desk.act('paula', { type: 'judge-major', confirmed: true, reason: 'yes' }))).toBe(
      'conflict not-a-candidate',
    )
    const other = opened(GRADES[1])
    other.act('paula', { type: 'judge-major', confirmed: true, reason: 'all floors' })
    expect(other.current().major).toBe('confirmed')
  })
})

describe('an engineer', () => {
  test('asks for a change of priority, and the desk grants it with the engineer’s reason [PRI-6]', () => {
    const desk = inWork()
    expect(desk.act('noor', asks)).toMatchObject([{ by: { id: 'noor' }, told: ['grace', 'wei'] }])
    expect(desk.current().priorityChangeRequest).toMatchObject({ ...GRADES[1], requestedBy: { id: 'noor' } })
    expect(desk.current().priority).toBe(3)
    expect(refusalOf(() => desk.act('hao', asks))).toBe('conflict request-pending')
    desk.act('grace', { type: 'decide-priority-change', granted: true, reason: 'agreed' })
    expect(desk.current()).toMatchObject({ priority: 1, major: 'candidate', priorityChangeRequest: null })
    expect(desk.all('priority-change-decided')).toMatchObject([{ granted: true, told: ['noor'] }])
    expect(desk.all('regraded')).toMatchObject([{ cause: 'request', reason: 'the whole house is concerned' }])
  })

  test('is told no, and may ask again [PRI-6]', () => {
    const desk = inWork()
    desk.act('noor', asks)
    desk.act('grace', { type: 'decide-priority-change', granted: false, reason: 'one floor only' })
    expect(desk.current()).toMatchObject({ priority: 3, priorityChangeRequest: null })
    expect(refusalOf(() => desk.act('grace', { type: 'decide-priority-change', granted: true, reason: '' }))).toBe(
      'conflict no-request',
    )
    expect(desk.act('noor', asks)).toHaveLength(1)
  })

  test('asks in vain once the ticket has ended: nobody has to decide it any more [PRI-6]', () => {
    const desk = inWork()
    desk.act('noor', asks)
    desk.act('grace', { type: 'cancel', reason: 'recorded by mistake' })
    expect(desk.current().priorityChangeRequest).toBeNull()
  })
})

describe('a new year of the calendar', () => {
  const [old, berlin] = ['cn-office', 'berlin'].map((id) => smallDesk.calendars.get(id)?.value)
  if (!old || !berlin) throw new Error('no calendar')
  const closedOnMonday = { ...old, holidays: [...old.holidays, { on: '2026-03-02', name: 'declared late' }] }
  const newYear: Desk = {
    ...smallDesk,
    calendars: new Map([...smallDesk.calendars, ['cn-office', { version: 2, value: closedOnMonday }]]),
  }

  test('times the ticket anew from its start, once; the acts of before stay as they are [SLA-3]', () => {
    const desk = opened()
    const restoreDue = () =>
      stepClock(desk.current(), 'restore', judgedBy(desk.current(), desk.context()), desk.now())?.dueAt
    expect(restoreDue()).toBe(inShanghai('2026-03-04 10:00'))
    expect(desk.act(DESK, { type: 'renew-clocks' })).toEqual([])
    desk.setUp(newYear)
    desk.act('grace', { type: 'classify', title: 'VPN drops' })
    expect(restoreDue()).toBe(inShanghai('2026-03-04 10:00'))
    desk.act(DESK, { type: 'renew-clocks' })
    expect(restoreDue()).toBe(inShanghai('2026-03-05 10:00'))
    expect(desk.act(DESK, { type: 'renew-clocks' })).toEqual([])
  })

  test('moves no ticket to another calendar, also when its service did or the calendar is gone [SLA-3] [ESC-9]', () => {
    const desk = opened({ service: 'mail' })
    const mail = smallDesk.services.get('mail')
    if (!mail) throw new Error('no mail')
    const services = new Map([...smallDesk.services, ['mail', { ...mail, calendar: 'berlin' }]])
    desk.setUp({ ...newYear, services })
    desk.act(DESK, { type: 'renew-clocks' })
    expect(desk.current().calendar).toEqual({ id: 'cn-office', version: 2 })
    desk.setUp({ ...smallDesk, calendars: new Map([['berlin', { version: 1, value: berlin }]]) })
    expect(desk.act(DESK, { type: 'renew-clocks' })).toEqual([])
  })
})
