import { describe, expect, test } from 'vitest'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { deskWithPolicy, inShanghai, recorded, smallDesk } from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const opened = (more = {}): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded(more))
  return desk
}

const to = (group: string, assignee?: string): TicketCommand => ({
  type: 'transfer',
  group,
  ...(assignee ? { assignee } : {}),
  reason: 'needs other hands',
})

/** Moves that change hands back and forth, as many as asked for. */
const passAround = (desk: DeskAtWork, times: number): void => {
  for (let i = 0; i < times; i += 1) desk.act('grace', to(desk.current().group === 'network' ? 'platform' : 'network'))
}

describe('dispatching', () => {
  test('goes to the group the category selects, and the ticket is assigned from then on [LIF-2] [PRI-2]', () => {
    const desk = opened()
    desk.moveTo(inShanghai('2026-03-02 09:07'))
    desk.act('grace', { type: 'assign' })
    expect(desk.current()).toMatchObject({
      state: 'assigned',
      group: 'network',
      line: 1,
      assignee: null,
      assignedAt: inShanghai('2026-03-02 09:07'),
      respondedAt: null,
    })
    expect(desk.all('assigned')).toMatchObject([{ told: ['noor', 'hao'] }])
  })

  test('may go to another group or to one of its members, who alone is told [LIF-2]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign', group: 'platform', assignee: 'petra' })
    expect(desk.current()).toMatchObject({ group: 'platform', line: 2, assignee: { id: 'petra', name: 'Petra' } })
    expect(desk.all('assigned')).toMatchObject([{ told: ['petra'] }])
  })

  test('to nobody who is not of the group, or no longer there, and to no group there is not [LIF-2]', () => {
    const refused = (group: string | undefined, assignee?: string) =>
      refusalOf(() => opened().act('grace', { type: 'assign', group, assignee }))
    expect(refused('network', 'petra')).toBe('invalid not-a-member')
    expect(refused('network', 'olga')).toBe('invalid not-a-member')
    expect(refused(undefined, 'nobody')).toBe('invalid not-a-member')
    expect(refused('weather')).toBe('invalid unknown-group')
  })

  test('names a person in the group that has it; twice the same is refused [LIF-2]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign', group: 'platform' })
    desk.act('grace', { type: 'assign', assignee: 'petra' })
    expect(desk.current()).toMatchObject({ group: 'platform', assignee: { id: 'petra' }, reassignments: 0 })
    expect(refusalOf(() => desk.act('grace', { type: 'assign', assignee: 'petra' }))).toBe('conflict already-assigned')
  })

  test('a ticket of no known category stays with the desk, which may take it itself [LIF-2] [PRI-2]', () => {
    const desk = opened({ category: 'unclassified' })
    desk.act('grace', { type: 'assign', assignee: 'grace' })
    expect(desk.current()).toMatchObject({ state: 'assigned', group: 'desk', assignee: { id: 'grace' } })
    const gone = opened()
    gone.setUp({ ...smallDesk, categories: new Map() })
    gone.act('grace', { type: 'assign' })
    expect(gone.current().group).toBe('desk')
  })

  test('what the desk solves itself needs no dispatching; an engineer accepts first [LIF-2]', () => {
    const own = opened()
    own.act('grace', solved)
    expect(own.current().state).toBe('resolved')
    const dispatched = opened()
    dispatched.act('grace', { type: 'assign' })
    dispatched.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    expect(refusalOf(() => dispatched.act('noor', solved))).toBe('illegal-move not-accepted')
    const waiting = opened()
    waiting.act('grace', { type: 'wait', code: 'vendor', reason: 'asked' })
    waiting.act('grace', solved)
    expect(waiting.current().state).toBe('resolved')
  })
})

describe('a transfer', () => {
  const accepted = (): DeskAtWork => {
    const desk = opened()
    desk.act('grace', { type: 'assign' })
    desk.act('noor', { type: 'accept' })
    return desk
  }

  test('hands over to the second line, a vendor or a colleague with a reason, and states the category again [LIF-3] [PRI-2]', () => {
    const desk = accepted()
    desk.act('noor', { ...to('platform'), category: 'printing' } as TicketCommand)
    expect(desk.current()).toMatchObject({
      state: 'assigned',
      group: 'platform',
      line: 2,
      assignee: null,
      category: 'printing',
      reassignments: 1,
    })
    expect(desk.all('transferred')).toMatchObject([
      { reason: 'needs other hands', category: 'printing', counted: true, told: ['petra'] },
    ])
    desk.act('petra', to('acme'))
    expect(desk.current()).toMatchObject({ group: 'acme', line: 'vendor', category: 'printing', reassignments: 2 })
    expect(refusalOf(() => desk.act('grace', { ...to('network'), category: 'weather' } as TicketCommand))).toBe(
      'invalid unknown-category',
    )
  })

  test('goes to somebody else, not to where it lies [LIF-3]', () => {
    const desk = accepted()
    expect(refusalOf(() => desk.act('noor', to('network', 'noor')))).toBe('conflict already-assigned')
    expect(refusalOf(() => desk.act('noor', to('network', 'petra')))).toBe('invalid not-a-member')
    expect(refusalOf(() => desk.act('noor', to('weather')))).toBe('invalid unknown-group')
    desk.act('noor', to('network'))
    expect(desk.current()).toMatchObject({ state: 'assigned', assignee: null, reassignments: 1 })
  })
})

describe('accepting', () => {
  test('makes the ticket somebody’s own and is the response [SLA-2] [LIF-1]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign' })
    desk.moveTo(inShanghai('2026-03-02 09:20'))
    desk.act('noor', { type: 'accept' })
    const at = inShanghai('2026-03-02 09:20')
    expect(desk.current()).toMatchObject({
      state: 'accepted',
      assignee: { id: 'noor', name: 'Noor' },
      assignedAt: inShanghai('2026-03-02 09:00'),
      acceptedAt: at,
      respondedAt: at,
      reassignments: 0,
    })
  })

  test('a new ticket that the desk accepts is assigned and answered at once [SLA-2]', () => {
    const desk = opened()
    desk.act('grace', { type: 'accept' })
    expect(desk.current()).toMatchObject({ assignedAt: desk.now(), respondedAt: desk.now(), group: 'desk' })
  })

  test('the first acceptance counts, also when it goes to another later [SLA-2]', () => {
    const desk = opened()
    desk.act('grace', { type: 'accept' })
    const first = desk.now()
    desk.moveTo(inShanghai('2026-03-02 11:00'))
    desk.act('grace', to('network'))
    desk.act('noor', { type: 'accept' })
    expect(desk.current()).toMatchObject({ assignedAt: first, acceptedAt: first, respondedAt: first })
  })

  test('a colleague’s ticket is not taken without a word [LIF-3]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign', assignee: 'hao' })
    expect(refusalOf(() => desk.act('noor', { type: 'accept' }))).toBe('conflict assigned-to-other')
    desk.act('hao', { type: 'accept' })
    expect(desk.current().reassignments).toBe(0)
  })
})

describe('the desk manager', () => {
  test('takes over any ticket, whoever has it, and it counts as changing hands [ROL-4] [ESC-6]', () => {
    const assigned = opened()
    assigned.act('grace', { type: 'assign', assignee: 'noor' })
    assigned.act('diana', { type: 'accept' })
    expect(assigned.current()).toMatchObject({ state: 'accepted', assignee: { id: 'diana' }, reassignments: 1 })

    const accepted = opened()
    accepted.act('grace', { type: 'assign', assignee: 'noor' })
    accepted.act('noor', { type: 'accept' })
    accepted.act('diana', { type: 'assign', assignee: 'diana' })
    accepted.act('diana', { type: 'accept' })
    expect(accepted.current()).toMatchObject({ group: 'network', assignee: { id: 'diana' }, reassignments: 1 })

    const waiting = opened()
    waiting.act('grace', { type: 'wait', code: 'vendor', reason: 'asked' })
    waiting.act('diana', { type: 'resume' })
    waiting.act('diana', { type: 'accept' })
    expect(waiting.current().assignee?.id).toBe('diana')
  })

  test('dispatches none to others: that is the desk’s [ROL-2]', () => {
    const desk = opened()
    expect(refusalOf(() => desk.act('diana', { type: 'assign', group: 'network' }))).toBe('forbidden dispatch-by-desk')
    expect(refusalOf(() => desk.act('diana', { type: 'assign', assignee: 'noor' }))).toBe('forbidden dispatch-by-desk')
  })
})

describe('reassignments', () => {
  test('the third escalates, and only the third [ESC-6]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign' })
    passAround(desk, 2)
    const byReassignment = () => desk.all('escalated').filter(({ trigger }) => trigger === 'reassignments')
    expect(byReassignment()).toEqual([])
    desk.act('grace', to('platform'))
    expect(desk.current().reassignments).toBe(3)
    expect(byReassignment()).toMatchObject([{ reason: '3 reassignments', dueAt: null }])
    expect(desk.current().urgency).toBe('high')
    desk.act('grace', { type: 'assign', assignee: 'petra' })
    desk.act('petra', { type: 'accept' })
    expect(byReassignment()).toHaveLength(1)
    passAround(desk, 2)
    expect(byReassignment()).toHaveLength(1)
  })

  test('the number is data [ESC-6]', () => {
    const { escalation } = smallDesk.policy.value
    const desk = deskAtWork({ desk: deskWithPolicy({ escalation: { ...escalation, reassignmentLimit: 1 } }) })
    desk.act('grace', recorded())
    desk.act('grace', { type: 'assign' })
    passAround(desk, 1)
    expect(desk.all('escalated').some(({ trigger }) => trigger === 'reassignments')).toBe(true)
  })

  test('the first assignment is none, neither to a group nor of a person in it [ESC-6]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign' })
    desk.act('grace', { type: 'assign', assignee: 'hao' })
    expect(desk.current().reassignments).toBe(0)
    desk.act('grace', { type: 'assign', assignee: 'noor' })
    expect(desk.current().reassignments).toBe(1)
    desk.act('grace', { type: 'assign' })
    expect(desk.current().reassignments).toBe(2)
  })

  test('a takeover can be the one too many [ESC-6] [ROL-4]', () => {
    const desk = opened()
    desk.act('grace', { type: 'assign' })
    passAround(desk, 1)
    desk.act('grace', to('network', 'noor'))
    expect(desk.current().reassignments).toBe(2)
    desk.act('diana', { type: 'accept' })
    expect(desk.all('escalated').at(-1)).toMatchObject({ trigger: 'reassignments' })
  })

  test('the matrix’ own moves are not counted [ESC-6]', () => {
    const { escalation } = smallDesk.policy.value
    const matrix = {
      ...escalation.matrix,
      3: [{ after: { minutes: 20 }, level: 'L2' as const, assignToLine: 2 as const }],
    }
    const desk = deskAtWork({ desk: deskWithPolicy({ escalation: { ...escalation, matrix } }) })
    desk.act('grace', recorded())
    desk.act('grace', { type: 'assign', assignee: 'noor' })
    desk.fastForward({ minutes: 20 })
    expect(desk.current()).toMatchObject({ state: 'assigned', group: 'platform', assignee: null, reassignments: 0 })
    expect(desk.all('transferred')).toMatchObject([{ counted: false, told: ['petra'], category: 'vpn', line: 2 }])
  })
})
