import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import type { Rota, RotaSubject } from '../../../shared/domain/on-call/rota.ts'
import type { Person } from '../../../shared/domain/people/person.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { groupOfLine, membersOf, type Part, peopleFor, workers } from '../../../shared/domain/ticket/recipients.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { deskWithStaff, MONDAY_9, personNamed, smallDesk, staff } from '../../support/ticket-fixtures.ts'
import { ticketIn } from './tickets-in-every-state.ts'

const now = (desk: Desk) => ({ desk, now: MONDAY_9 })
const ticket: Ticket = { ...ticketIn('accepted'), service: 'erp' }
const told = (...parts: readonly Part[]) => peopleFor(now(smallDesk), ticket, ...parts)
const staffWith = (...changed: readonly Person[]) =>
  deskWithStaff(...staff.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed)

describe('the people of a part', () => {
  test('are those who play it for this ticket [ESC-1] [ESC-3]', () => {
    expect(told('L1')).toEqual(['noor', 'hao'])
    expect(told('L2')).toEqual(['petra'])
    expect(told('PM')).toEqual(['paula'])
    expect(told('management')).toEqual(['martin'])
    expect(told('IM')).toEqual(['ivan'])
    expect(told('assignee')).toEqual(['noor'])
    expect(told('lead')).toEqual(['noor'])
    expect(told('group')).toEqual(['noor', 'hao'])
    expect(told('desk')).toEqual(['grace', 'wei'])
    expect(told('desk-manager')).toEqual(['diana'])
    expect(told('department-head')).toEqual(['fiona'])
  })

  test('are told once, whatever parts they play, and nobody who has left [NOT-4]', () => {
    expect(told('assignee', 'lead', 'group')).toEqual(['noor', 'hao'])
    expect(membersOf(smallDesk, 'network')).not.toContain('olga')
    expect(membersOf(smallDesk, null)).toEqual([])
  })

  test('a part nobody plays tells nobody [ESC-1]', () => {
    const bare: Ticket = { ...ticket, group: 'acme', category: 'gone', assignee: null }
    expect(peopleFor(now(smallDesk), bare, 'L1', 'L2', 'assignee', 'lead', 'group')).toEqual([])
    expect(peopleFor(now(smallDesk), { ...bare, group: 'gone' }, 'lead')).toEqual([])
  })

  test('who works on it is the assignee, or the whole group [SLA-5]', () => {
    expect(workers(now(smallDesk), ticket)).toEqual(['noor'])
    expect(workers(now(smallDesk), { ...ticket, assignee: null })).toEqual(['noor', 'hao'])
  })
})

describe('a line of support', () => {
  test('is the group that has the ticket when it is of that line, else the category’s [ESC-1]', () => {
    expect(groupOfLine(smallDesk, { group: 'desk', category: 'vpn' }, 1)).toBe('network')
    expect(groupOfLine(smallDesk, { group: 'desk', category: 'vpn' }, 2)).toBe('platform')
    expect(groupOfLine(smallDesk, { group: 'platform', category: 'printing' }, 2)).toBe('platform')
    expect(groupOfLine(smallDesk, { group: 'network', category: 'unclassified' }, 1)).toBe('network')
    expect(groupOfLine(smallDesk, { group: 'network', category: 'printing' }, 2)).toBeNull()
    expect(groupOfLine(smallDesk, { group: 'network', category: 'gone' }, 2)).toBeNull()
  })
})

describe('managers', () => {
  test('the project manager is the service’s; without one who is there, all are told [ESC-1]', () => {
    const of = (service: string | null, desk = smallDesk) => peopleFor(now(desk), { ...ticket, service }, 'PM')
    expect(of('mail')).toEqual(['paula'])
    expect(of('shop')).toEqual(['paula', 'peng'])
    expect(of(null)).toEqual(['paula', 'peng'])
    expect(of('gone')).toEqual(['paula', 'peng'])
    expect(of('mail', staffWith({ ...personNamed('paula'), active: false }))).toEqual(['peng'])
  })

  test('an incident manager may be limited to business groups; ESC-3 still finds one [ROL-1] [ESC-3]', () => {
    const ivan = personNamed('ivan')
    const limited = { ...ivan, businessGroups: ['operations'] }
    const other = { ...ivan, id: 'other', businessGroups: ['office'] }
    const of = (service: string | null, ...managers: readonly Person[]) =>
      peopleFor(now(staffWith(...managers)), { ...ticket, service }, 'IM')
    expect(of('erp', limited, other)).toEqual(['ivan'])
    expect(of('erp', ivan, other)).toEqual(['ivan'])
    expect(of('mail', ivan, other)).toEqual(['ivan'])
    expect(of('mail', limited, other)).toEqual(['ivan', 'other'])
    expect(of(null, limited, other)).toEqual(['ivan', 'other'])
    expect(of('gone', limited)).toEqual(['ivan'])
  })
})

describe('whoever is on call', () => {
  /** From the Monday on, one after the other, a day each. */
  const rotaOf = (subject: RotaSubject, participants: readonly string[]): Rota => ({
    id: 'rota',
    name: { en: 'Rota', 'zh-CN': '值班表' },
    subject,
    timeZone: 'Asia/Shanghai',
    layers: [
      {
        participants,
        atOnce: 1,
        turn: { days: 1 },
        startsOn: '2026-03-02',
        handOverAt: '09:00',
        endsOn: null,
        windows: [],
        holidays: 'ignored',
        calendar: null,
      },
    ],
    overrides: [],
    neededDuring: null,
  })
  const toldBy = (rota: Rota, part: Part, at = MONDAY_9) =>
    peopleFor({ desk: { ...smallDesk, rotas: new Map([[rota.id, rota]]) }, now: at }, ticket, part)

  test.each<[Part, RotaSubject, readonly string[]]>([
    ['L1', { kind: 'group', group: 'network' }, ['noor', 'hao']],
    ['L2', { kind: 'group', group: 'platform' }, ['hao', 'noor']],
    ['PM', { kind: 'project-managers' }, ['peng', 'paula']],
    ['management', { kind: 'management' }, ['ivan', 'martin']],
    ['desk', { kind: 'desk' }, ['wei', 'grace']],
  ])('is told as %s in place of everybody, by the instant it happens at [ONC-1]', (part, subject, participants) => {
    const rota = rotaOf(subject, participants)
    expect(toldBy(rota, part)).toEqual([participants[0]])
    expect(toldBy(rota, part, plus(MONDAY_9, 24 * 3_600_000))).toEqual([participants[1]])
  })

  test('is nobody in a gap, or when they have left: everybody is told [ONC-1]', () => {
    expect(toldBy(rotaOf({ kind: 'desk' }, ['wei']), 'desk', plus(MONDAY_9, -1))).toEqual(['grace', 'wei'])
    expect(toldBy(rotaOf({ kind: 'group', group: 'network' }, ['olga']), 'L1')).toEqual(['noor', 'hao'])
  })

  test('is of one group: a rota of another changes nothing, and the group still sees its tickets [ONC-1]', () => {
    expect(toldBy(rotaOf({ kind: 'group', group: 'desk' }, ['wei']), 'L1')).toEqual(['noor', 'hao'])
    expect(toldBy(rotaOf({ kind: 'group', group: 'network' }, ['hao']), 'group')).toEqual(['noor', 'hao'])
  })
})
