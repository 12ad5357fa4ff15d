import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Calendar } from '../../../shared/domain/sla/calendar.ts'
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
  const office = smallDesk.calendars.get('cn-office')?.value
  if (!office) throw new Error('no calendar')
  const version = (number: number, changes: Partial<Calendar>): Desk => ({
    ...smallDesk,
    calendars: new Map([...smallDesk.calendars, ['cn-office', { version: number, value: { ...office, ...changes } }]]),
  })
  const known = version(1, { publishedThrough: 2026 })
  const dayOff = { on: '2027-01-04', name: 'declared late' }
  const newYear = version(2, { publishedThrough: 2027, holidays: [...office.holidays, dayOff] })
  const otherHours = version(2, { publishedThrough: 2026, weekly: {} })

  /** Priority 4 has forty working hours to restore the service. */
  const openedOn = (date: string): DeskAtWork => {
    const desk = deskAtWork({ desk: known, at: inShanghai(`${date} 09:00`) })
    desk.act('grace', recorded(GRADES[4]))
    return desk
  }
  const restoreDue = (desk: DeskAtWork) =>
    stepClock(desk.current(), 'restore', judgedBy(desk.current(), desk.context()), desk.now())?.dueAt
  const renewed = { type: 'clocks-renewed', calendar: { id: 'cn-office', version: 2 } }

  test('times a ticket that reaches into it anew from its start, once, whatever is done first [SLA-3]', () => {
    const desk = openedOn('2026-12-28')
    expect(restoreDue(desk)).toBe(inShanghai('2027-01-05 11:30'))
    expect(desk.wake()).toEqual([])
    desk.setUp(newYear)
    expect(desk.act('grace', { type: 'classify', title: 'VPN drops' })).toMatchObject([renewed, { type: 'classified' }])
    expect(restoreDue(desk)).toBe(inShanghai('2027-01-06 11:30'))
    expect(desk.wake()).toEqual([])
  })

  test('does not touch a ticket that ends before, one that runs around the clock, or one that is over [SLA-3] [SLA-4]', () => {
    const before = openedOn('2026-12-01')
    const urgent = deskAtWork({ desk: known, at: inShanghai('2026-12-31 23:00') })
    urgent.act('grace', recorded(GRADES[2]))
    const over = openedOn('2026-12-28')
    over.act('grace', { type: 'cancel', reason: 'a mistake' })
    for (const desk of [before, urgent, over]) {
      desk.setUp(newYear)
      expect(desk.wake()).toEqual([])
    }
  })

  test('is what it takes: a version with other hours alone touches later tickets only, an older one none [SLA-3] [SLA-4]', () => {
    const desk = openedOn('2026-12-28')
    desk.setUp(otherHours)
    expect(desk.wake()).toEqual([])
    desk.setUp(known)
    desk.setUp(newYear)
    expect(desk.wake()).toMatchObject([renewed])
    desk.setUp(known)
    expect(desk.wake()).toEqual([])
    const corrected = deskAtWork({ desk: version(3, { publishedThrough: 2026 }), at: inShanghai('2026-12-28 09:00') })
    corrected.act('grace', recorded(GRADES[4]))
    corrected.setUp(newYear)
    expect(corrected.wake()).toEqual([])
  })

  test('is found by a ticket that came to reach into it by waiting, when it goes on [SLA-3] [WAI-3]', () => {
    const desk = openedOn('2026-12-21')
    desk.act('grace', { type: 'wait', code: 'vendor', reason: 'a part' })
    desk.setUp(newYear)
    expect(desk.wake()).toEqual([])
    desk.fastForwardTo(inShanghai('2026-12-28 09:00'))
    expect(desk.act('grace', { type: 'resume' })).toMatchObject([{ type: 'resumed' }, renewed])
    expect(restoreDue(desk)).toBe(inShanghai('2027-01-06 11:30'))
  })

  test('moves no ticket to another calendar, also when its service did or the calendar is gone [SLA-3] [ESC-9]', () => {
    const desk = deskAtWork({ desk: known, at: inShanghai('2026-12-28 09:00') })
    desk.act('grace', recorded({ service: 'mail', ...GRADES[4] }))
    const mail = smallDesk.services.get('mail')
    if (!mail) throw new Error('no mail')
    const calendars = new Map([...known.calendars].filter(([id]) => id !== 'cn-office'))
    desk.setUp({ ...known, calendars })
    expect(desk.wake()).toEqual([])
    desk.setUp({ ...newYear, services: new Map([...smallDesk.services, ['mail', { ...mail, calendar: 'berlin' }]]) })
    desk.wake()
    expect(desk.current().calendar).toEqual({ id: 'cn-office', version: 2 })
  })
})
