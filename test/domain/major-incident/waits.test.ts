import { describe, expect, test } from 'vitest'
import { STAGES } from '../../../shared/domain/major-incident/procedure.ts'
import { majorWaitsFor } from '../../../shared/domain/major-incident/waits.ts'
import { standingAt } from '../../support/procedures.ts'
import { ticketIn } from '../ticket/tickets-in-every-state.ts'

const ticket = ticketIn('accepted')
const report = {
  version: 1,
  text: 'What happened',
  writtenAt: ticket.recordedAt,
  writtenBy: 'Ivan Petrov',
  approved: null,
  sentAt: null,
}
const approved = { ...report, approved: { at: ticket.recordedAt, by: 'Paula Reyes' } }

describe('what a major incident waits for', () => {
  test('is a decision or an act of somebody, at the steps that have one [MAJ-2] [MAJ-5] [MAJ-7]', () => {
    const waits = STAGES.map((stage) => [stage, majorWaitsFor(standingAt(ticket, stage))])
    expect(Object.fromEntries(waits)).toEqual({
      candidate: 'judgement',
      mobilising: null,
      'first-line': null,
      'second-line': null,
      vendor: null,
      review: 'review',
      report: 'report',
      'call-back': 'call-back',
      closed: null,
      demoted: null,
    })
    expect(majorWaitsFor(ticket)).toBeNull()
  })

  test('is the next thing to be done with its report [MAJ-6]', () => {
    expect(majorWaitsFor(standingAt(ticket, 'report', { report }))).toBe('approval')
    expect(majorWaitsFor(standingAt(ticket, 'report', { report: approved }))).toBe('sending')
  })
})
