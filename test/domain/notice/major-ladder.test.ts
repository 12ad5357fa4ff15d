import { describe, expect, test } from 'vitest'
import type { Procedure, Stage } from '../../../shared/domain/major-incident/procedure.ts'
import { overtakenInMajor } from '../../../shared/domain/notice/major-ladder.ts'
import type { NoticeMessage } from '../../../shared/domain/notice/message.ts'
import { candidate, standingAt } from '../../support/procedures.ts'
import { ticketIn } from '../ticket/tickets-in-every-state.ts'

const AT = '2026-03-02T06:30:00.000Z'
const ticket = ticketIn('accepted')

const overtaken = (message: NoticeMessage, stage: Stage, more: Partial<Procedure> = {}) =>
  overtakenInMajor(message, standingAt(ticket, stage, more))

const visit = { engineer: { id: 'noor', name: 'Noor' }, place: 'Pier 4', appointedFor: AT, arrivedAt: null }
const missed = { ...candidate.rhythm, requesters: { since: AT, told: 1 } }

describe('what has become of the procedure answers its notices [NOT-3] [MAJ-9]', () => {
  const judge: NoticeMessage = { template: 'major-candidate' }
  const overdue: NoticeMessage = { template: 'major-overdue', stage: 'mobilising', dueAt: AT }
  const review: NoticeMessage = { template: 'major-solved', by: 'Noor', solution: 'It runs.' }
  const go: NoticeMessage = { template: 'major-visit', by: 'Grace', place: 'Pier 4', appointedFor: AT }
  const post: NoticeMessage = { template: 'update-missed', audience: 'requesters', dueAt: AT, escalates: false }

  test.each<readonly [string, NoticeMessage, Stage, Partial<Procedure>, Stage, Partial<Procedure>]>([
    ['a judgement', judge, 'candidate', {}, 'mobilising', {}],
    ['what is overdue', overdue, 'mobilising', {}, 'first-line', {}],
    ['a review', review, 'review', {}, 'report', {}],
    ['a review sent back', review, 'review', {}, 'first-line', {}],
    ['an arrival', go, 'first-line', { visit }, 'first-line', { visit: { ...visit, arrivedAt: AT } }],
    ['a way that nobody needs any more', go, 'first-line', { visit }, 'closed', { visit }],
    ['a way to what is none after all', go, 'first-line', { visit }, 'demoted', { visit }],
    ['an update', post, 'vendor', { rhythm: missed }, 'vendor', {}],
    ['an update of what is over', post, 'vendor', { rhythm: missed }, 'closed', { rhythm: missed }],
  ])('%s', (_, message, waits, before, isThere, after) => {
    expect(overtaken(message, waits, before)).toBeNull()
    expect(overtaken(message, isThere, after)).toBe('moved-on')
  })

  test('a ticket that has no procedure any more waits for nothing', () => {
    for (const message of [judge, overdue, review, go, post]) expect(overtakenInMajor(message, ticket)).toBe('moved-on')
  })

  test('other notices are answered by the ticket', () => {
    expect(overtaken({ template: 'major-second-line', by: null, reason: null }, 'second-line')).toBeUndefined()
    expect(overtaken({ template: 'assigned', toYou: true }, 'candidate')).toBeUndefined()
  })
})
