import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/domain/instant.ts'
import { PRIORITIES, type Priority } from '../../../shared/domain/priority/grade.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { EscalationCell } from '../../../shared/domain/setting/policy.ts'
import { type DeskAtWork, deskAtWork } from '../../support/desk-at-work.ts'
import {
  anna,
  deskWithPolicy,
  GRADES,
  inShanghai,
  MONDAY_9,
  recorded,
  requesterOf,
  smallDesk,
} from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)
const { escalation, targets, criticality } = smallDesk.policy.value

/** No promises, so that only the matrix is heard. */
const silent = { assignMinutes: null, respondMinutes: null, restoreMinutes: null, confirmMinutes: null }
const onlyMatrix = (more: Partial<typeof escalation> = {}): Desk =>
  deskWithPolicy({
    targets: {
      1: { ...targets[1], ...silent },
      2: { ...targets[2], ...silent },
      3: { ...targets[3], ...silent },
      4: { ...targets[4], ...silent },
    },
    escalation: { ...escalation, ...more },
  })

const opened = (priority: Priority, desk: Desk = onlyMatrix(), more = {}): DeskAtWork => {
  const at = deskAtWork({ desk })
  at.act('grace', recorded({ service: 'mail', ...GRADES[priority], ...more }))
  return at
}
const announced = (desk: DeskAtWork) =>
  desk.log.flatMap(({ at, event }) => (event.type === 'escalated' ? [[event.level, at]] : []))
const levels = (desk: DeskAtWork) => desk.all('escalated').map(({ trigger, level }) => `${trigger} ${level}`)

describe('the escalation matrix', () => {
  const lived = (priority: Priority, minutes = 30 * 24 * 60) => {
    const desk = opened(priority)
    desk.fastForward({ minutes })
    return announced(desk)
  }

  test('tells each level at its time since recording, on the clock of the priority [ESC-1]', () => {
    expect(lived(1)).toEqual([
      ['PM', MONDAY_9],
      ['management', on('09:30')],
    ])
    expect(lived(2)).toEqual([
      ['L2', MONDAY_9],
      ['PM', on('09:30')],
      ['management', on('13:00')],
    ])
    expect(lived(3)).toEqual([
      ['L1', MONDAY_9],
      ['L2', on('09:30')],
      ['PM', on('14:30')],
      ['management', inShanghai('2026-03-03 15:00')],
    ])
    expect(lived(4)).toEqual([
      ['L1', on('09:30')],
      ['L2', on('14:30')],
      ['PM', inShanghai('2026-03-03 15:00')],
      ['management', inShanghai('2026-03-03 18:00')],
    ])
  })

  test('two days of a priority on working time are two working days, across the weekend [ESC-1]', () => {
    const friday = deskAtWork({ desk: onlyMatrix(), at: inShanghai('2026-03-06 13:30') })
    friday.act('grace', recorded(GRADES[4]))
    friday.fastForward({ days: 30 })
    expect(announced(friday).at(-1)).toEqual(['management', inShanghai('2026-03-10 12:00')])
    const matrix = { ...escalation.matrix, 1: [{ after: { workingDays: 2 }, level: 'PM' as const }] }
    const round = opened(1, onlyMatrix({ matrix }))
    round.fastForward({ days: 30 })
    expect(announced(round)).toEqual([['PM', inShanghai('2026-03-04 09:00')]])
  })

  test('waiting time is left out [ESC-1]', () => {
    const desk = opened(2)
    desk.act('grace', { type: 'assign' })
    desk.moveTo(on('09:10'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.fastForwardTo(on('11:10'))
    expect(announced(desk)).toEqual([['L2', MONDAY_9]])
    desk.act('noor', { type: 'resume' })
    desk.fastForward({ days: 1 })
    expect(announced(desk).slice(1)).toEqual([
      ['PM', on('11:30')],
      ['management', on('15:00')],
    ])
  })

  test('is for tickets that are not resolved, and goes on when the resolution is rejected [ESC-1] [CLO-2]', () => {
    const desk = opened(2)
    desk.moveTo(on('09:20'))
    desk.act('grace', solved)
    desk.fastForwardTo(on('12:20'))
    expect(announced(desk)).toEqual([['L2', MONDAY_9]])
    desk.act('anna', { type: 'reject', reason: 'it still drops' })
    desk.fastForward({ days: 1 })
    expect(announced(desk)[1]).toEqual(['PM', on('12:30')])
  })

  test('a higher priority has its own row, counted from the recording [ESC-1] [SLA-4]', () => {
    const desk = opened(4)
    desk.fastForwardTo(on('11:00'))
    desk.act('grace', { type: 'classify', ...GRADES[2], reason: 'the whole floor' })
    expect(announced(desk)).toEqual([
      ['L1', on('09:30')],
      ['L2', on('11:00')],
      ['PM', on('11:00')],
    ])
    desk.fastForward({ days: 1 })
    expect(announced(desk).at(-1)).toEqual(['management', on('13:00')])
  })

  test('a cell may hand the ticket to a line: the second line of its category, or none there is [ESC-1]', () => {
    const matrix = {
      ...escalation.matrix,
      2: [{ after: { minutes: 30 }, level: 'L2' as const, assignToLine: 2 as const }],
    }
    const handedOver = (more: object, prepare: (desk: DeskAtWork) => void) => {
      const desk = opened(2, onlyMatrix({ matrix }), more)
      prepare(desk)
      desk.fastForwardTo(on('09:30'))
      return [desk.current().group, desk.current().assignee?.id, desk.all('escalated').length]
    }
    const dispatch = (desk: DeskAtWork) => desk.act('grace', { type: 'assign', assignee: 'noor' })
    expect(handedOver({}, dispatch)).toEqual(['platform', undefined, 1])
    expect(handedOver({}, () => {})).toEqual(['platform', undefined, 1])
    expect(handedOver({ category: 'printing' }, dispatch)).toEqual(['network', 'noor', 1])
    const there = (desk: DeskAtWork) => desk.act('grace', { type: 'assign', group: 'platform', assignee: 'petra' })
    expect(handedOver({}, there)).toEqual(['platform', 'petra', 1])
    const watched = (desk: DeskAtWork) => {
      dispatch(desk)
      desk.act('noor', { type: 'wait', code: 'observation', reason: 'watching', until: on('17:00') })
    }
    expect(handedOver({}, watched)).toEqual(['network', 'noor', 1])
  })

  test('hands to the first line too, and says why [ESC-1]', () => {
    const cell: EscalationCell = { after: { minutes: 30 }, level: 'L1', assignToLine: 1 }
    const desk = opened(3, onlyMatrix({ matrix: { ...escalation.matrix, 3: [cell] } }))
    desk.fastForwardTo(on('09:30'))
    expect(desk.all('transferred')).toEqual([
      {
        type: 'transferred',
        group: 'network',
        line: 1,
        assignee: null,
        reason: 'escalation matrix: L1',
        category: 'vpn',
        counted: false,
        told: ['noor', 'hao'],
      },
    ])
  })
})

describe('an escalation', () => {
  test('by hand goes to the next level that does not know yet, and raises the urgency [ESC-5] [ESC-7]', () => {
    const desk = opened(3)
    desk.act('noor', { type: 'escalate', reason: 'the vendor does not answer' })
    expect(levels(desk).slice(0, 2)).toEqual(['matrix L1', 'manual L2'])
    expect(desk.all('escalated')[1]).toMatchObject({ reason: 'the vendor does not answer', dueAt: null })
    expect(desk.current()).toMatchObject({ urgency: 'high', priority: 2 })
    expect(desk.all('regraded')).toMatchObject([{ cause: 'escalation', reason: 'the vendor does not answer' }])
  })

  test('by a missed target raises the urgency too; the matrix alone does not [ESC-4] [ESC-7]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded(GRADES[4]))
    desk.fastForwardTo(on('10:00'))
    expect(desk.current()).toMatchObject({ urgency: 'low', priority: 4 })
    desk.fastForward({ ms: 1 })
    expect(desk.current()).toMatchObject({ urgency: 'high', priority: 3 })
    expect(desk.all('regraded')).toMatchObject([{ cause: 'escalation', reason: 'assign' }])
  })

  test('never lowers the urgency, nor the priority [ESC-7]', () => {
    const critical = opened(2, onlyMatrix(), { impact: 'minor', urgency: 'critical' })
    critical.act('grace', { type: 'escalate', reason: 'again' })
    expect(critical.current()).toMatchObject({ urgency: 'critical', priority: 2 })
    expect(critical.all('regraded')).toEqual([])
  })

  test('never lowers the priority, though the service is no longer as vital as it was [ESC-7]', () => {
    const vital = { ...criticality, vital: { ...criticality.vital, priorityFloor: 1 as const } }
    const desk = deskWithPolicy({ criticality: vital })
    const once = opened(4, desk, { service: 'erp' })
    expect(once.current().priority).toBe(1)
    once.setUp({ ...desk, services: new Map() })
    once.act('grace', { type: 'escalate', reason: 'again' })
    expect(once.current()).toMatchObject({ urgency: 'high', priority: 1 })
  })

  test('that makes it priority 1 makes a candidate [MAJ-1] [ESC-7]', () => {
    const desk = opened(2, onlyMatrix(), { impact: 'extensive', urgency: 'medium' })
    desk.act('grace', { type: 'escalate', reason: 'all floors' })
    expect(desk.current()).toMatchObject({ priority: 1, major: 'candidate' })
  })
})

describe('one record of escalations', () => {
  test('no level is announced twice, whatever the triggers [ESC-8]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded(GRADES[2]))
    desk.act('grace', { type: 'escalate', reason: 'no answer' })
    desk.act('grace', { type: 'assign' })
    for (const group of ['platform', 'network', 'platform'])
      desk.act('grace', { type: 'transfer', group, reason: 'other hands' })
    desk.fastForward({ days: 10 })
    expect(levels(desk)).toEqual([
      'matrix L2',
      'manual PM',
      'reassignments management',
      'missed-target null',
      'missed-target null',
    ])
    expect(desk.current().announced).toEqual(['L2', 'PM', 'management'])
    expect(desk.current().escalations.map(({ trigger }) => trigger)).toEqual([
      'matrix',
      'manual',
      'reassignments',
      'missed-target',
      'missed-target',
    ])
  })

  test('two cells of one level tell it once [ESC-8]', () => {
    const twice: readonly EscalationCell[] = [
      { after: { minutes: 10 }, level: 'PM' },
      { after: { minutes: 20 }, level: 'PM' },
    ]
    const desk = opened(1, onlyMatrix({ matrix: { ...escalation.matrix, 1: twice } }))
    desk.fastForward({ days: 1 })
    expect(announced(desk)).toEqual([['PM', on('09:10')]])
  })

  test('when every level knows, only the incident manager is told [ESC-8] [ESC-3]', () => {
    const desk = opened(1)
    desk.fastForward({ hours: 1 })
    desk.act('grace', { type: 'escalate', reason: 'still nothing' })
    expect(desk.all('escalated').at(-1)).toMatchObject({ level: null, told: ['ivan'] })
    expect(desk.current().announced).toEqual(['PM', 'management'])
    expect(desk.current().escalations).toHaveLength(3)
  })

  test('a row without a level skips it: a priority 1 escalated by hand never asks the first line [ESC-8] [ESC-1]', () => {
    const desk = opened(1, onlyMatrix({ matrix: { ...escalation.matrix, 1: escalation.matrix[1].slice(1) } }))
    desk.act('grace', { type: 'escalate', reason: 'now' })
    expect(levels(desk)).toEqual(['manual management'])
  })
})

describe('who is told', () => {
  const requester = requesterOf(anna)
  const toldAt = (priority: Priority, desk: Desk, more = {}) => opened(priority, desk, more).all('escalated')[0]?.told

  test('the level, and always the incident manager [ESC-1] [ESC-3]', () => {
    expect(toldAt(1, onlyMatrix())).toEqual(['paula', 'ivan'])
    expect(toldAt(2, onlyMatrix())).toEqual(['petra', 'ivan'])
    expect(toldAt(3, onlyMatrix())).toEqual(['noor', 'hao', 'ivan'])
    const desk = opened(1)
    desk.fastForwardTo(on('09:30'))
    expect(desk.all('escalated')[1]?.told).toEqual(['martin', 'ivan'])
  })

  test('the head of the requester’s department where the policy says so [ESC-3]', () => {
    expect(toldAt(1, onlyMatrix({ tellDepartmentHeads: true }))).toEqual(['paula', 'ivan', 'fiona'])
    const stranger = { ...requester, department: null }
    expect(toldAt(1, onlyMatrix({ tellDepartmentHeads: true }), { requester: stranger })).toEqual(['paula', 'ivan'])
    const unknown = { ...requester, department: 'gone' }
    expect(toldAt(1, onlyMatrix({ tellDepartmentHeads: true }), { requester: unknown })).toEqual(['paula', 'ivan'])
  })

  test('for every priority the row of the matrix is in the order of its levels [ESC-1]', () => {
    for (const priority of PRIORITIES) {
      const desk = opened(priority)
      desk.fastForward({ days: 30 })
      const told = announced(desk).map(([level]) => level)
      expect(told).toEqual(escalation.matrix[priority].map(({ level }) => level))
      expect(desk.wakeAt()).toBeNull()
    }
  })
})
