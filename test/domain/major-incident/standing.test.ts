import { describe, expect, test } from 'vitest'
import { type Procedure, STAGES } from '../../../shared/domain/major-incident/procedure.ts'
import { isOver, LANES, type Lane, standingIn } from '../../../shared/domain/major-incident/standing.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { candidate, STARTED_AT, standingAt } from '../../support/procedures.ts'
import { ticketIn } from '../ticket/tickets-in-every-state.ts'

const ticket = ticketIn('accepted')
const PROCEDURE = { startedAt: STARTED_AT }

const standing = (of: Ticket | null, lane: Lane = 'steps') => standingIn(of, PROCEDURE, lane)

const watched = (told: number, since = STARTED_AT): Partial<Procedure> => ({
  rhythm: { ...candidate.rhythm, management: { since, told } },
})

describe('where a lane of the procedure stands [MAJ-9]', () => {
  test.each(STAGES)('at “%s” the steps are there, and the updates go on until it is over', (stage) => {
    const at = standingAt(ticket, stage)
    const over = stage === 'closed' || stage === 'demoted'
    expect(standing(at)).toEqual({ at: stage, mark: stage })
    expect(standing(at, 'requesters').at).toBe(over ? 'over' : 'running')
    expect(LANES.map((lane) => isOver(standing(at, lane)))).toEqual(LANES.map(() => over))
  })

  test('a candidate whose silence has been told of is management’s too [MAJ-2]', () => {
    expect(standing(standingAt(ticket, 'candidate', { silencesTold: 2 })).at).toBe('unjudged')
    expect(standing(standingAt(ticket, 'mobilising', { silencesTold: 2 })).at).toBe('mobilising')
  })

  test('an update that was sent is something to react to, as is each time one was missed [MAJ-4]', () => {
    const marks = [watched(0), watched(1), watched(2), watched(0, '2026-03-02T02:00:00.000Z')].map((rhythm) =>
      standing(standingAt(ticket, 'vendor', rhythm), 'management'),
    )
    expect(marks.map(({ at }) => at)).toEqual(['running', 'reminded', 'escalated', 'running'])
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(4)
    expect(standing(standingAt(ticket, 'vendor', watched(7)), 'management')).toEqual(marks[2])
  })

  test('of another procedure, of none, of a ticket that is not there: gone', () => {
    const later = standingAt(ticket, 'candidate', { startedAt: '2026-03-03T01:00:00.000Z' })
    for (const lane of LANES) {
      for (const other of [later, ticket, null]) expect(standing(other, lane)).toEqual({ at: 'gone', mark: 'gone' })
      expect(isOver(standing(null, lane))).toBe(true)
    }
  })
})
