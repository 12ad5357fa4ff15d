import { expect, test } from 'vitest'
import { ticketRecord } from '../../../shared/application/ticket-record.ts'
import type { Declaration } from '../../../shared/domain/ticket/command.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { GRADES, inShanghai, recorded, requesterOf, victor } from '../../support/ticket-fixtures.ts'

const places = (number: string, at: string, more: Partial<Declaration>) => {
  const desk = deskAtWork({ at: inShanghai(at) })
  desk.act('grace', recorded({ number, ...more }))
  return ticketRecord.shelve(desk.current(), desk.context()).places
}

test('a work list is ordered by priority, then VIP, then due time [PRI-8]', () => {
  const vip = { requester: requesterOf(victor) }
  const worked: readonly (readonly [string, string, Partial<Declaration>])[] = [
    ['late-p3', '2026-03-02 16:00', GRADES[3]],
    ['vip-p4', '2026-03-02 09:00', { ...GRADES[4], ...vip }],
    ['early-p3', '2026-03-02 10:00', GRADES[3]],
    ['p1', '2026-03-03 17:00', GRADES[1]],
    ['vip-p3', '2026-03-03 17:00', { ...GRADES[3], ...vip }],
    ['p2', '2026-03-02 09:00', GRADES[2]],
    ['p4', '2026-03-02 08:00', GRADES[4]],
  ]
  const sorted = worked
    .map(([number, at, more]) => ({ number, sort: places(number, at, more).queue?.sort ?? '' }))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
  expect(sorted.map(({ number }) => number)).toEqual(['p1', 'p2', 'vip-p3', 'early-p3', 'late-p3', 'vip-p4', 'p4'])
})

test('a ticket whose clocks stand still comes after those that are due [PRI-8]', () => {
  const due = deskAtWork()
  due.act('grace', recorded())
  const waiting = deskAtWork()
  waiting.act('grace', recorded())
  waiting.act('grace', { type: 'wait', code: 'vendor', reason: 'asked the vendor' })
  const sortOf = (desk: typeof due) => ticketRecord.shelve(desk.current(), desk.context()).places.queue?.sort ?? ''
  expect(sortOf(waiting) > sortOf(due)).toBe(true)
})

test('what is resolved leaves the queue for the list of what is to be closed [PRI-8, CLO-1]', () => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.act('grace', {
    type: 'resolve',
    outcome: 'cure',
    solution: 'Restarted it',
    cause: null,
    environmentChanged: false,
    leftToFindOut: null,
  })
  const shelved = ticketRecord.shelve(desk.current(), desk.context()).places
  expect([shelved.queue, shelved.kind?.key]).toEqual([undefined, 'TICKET-TO-CLOSE'])
})
