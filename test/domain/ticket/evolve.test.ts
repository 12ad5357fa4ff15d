import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { CLOCK } from '../../../shared/domain/people/actor.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import { actingPerson } from '../../../shared/domain/ticket/grading.ts'
import { contextOf, refusalOf } from '../../support/desk-at-work.ts'
import { alarmChange, MONDAY_9, smallDesk } from '../../support/ticket-fixtures.ts'
import { ticketIn } from './tickets-in-every-state.ts'

const meta = { at: plus(MONDAY_9, 60_000), actor: { kind: 'system', id: 'clock', name: 'clock' } } as const

describe('history', () => {
  test('begins with the recording [AUD-1]', () => {
    expect(() => evolve(null, { type: 'cancelled', reason: 'mistake' }, meta)).toThrow(
      'history starts with "cancelled"',
    )
  })

  test('is read through, even where an event does not fit what was before it [AUD-1]', () => {
    const ticket = ticketIn('assigned')
    const told = { told: [] }
    const misfits: readonly (readonly [TicketEvent, object])[] = [
      [{ type: 'resumed', cause: 'person' }, {}],
      [{ type: 'resumed', cause: 'date' }, {}],
      [{ type: 'waiting-overstayed', code: 'vendor', dueAt: MONDAY_9, ...told }, {}],
      [{ type: 'rejected', reason: 'no', backTo: 'accepted', ...told }, { state: 'accepted' }],
      [
        { type: 'alarm-returned', change: alarmChange(), backTo: 'accepted', mutes: false, ...told },
        { state: 'accepted' },
      ],
      [{ type: 'alarm-deleted', eventId: 'gone' }, {}],
    ]
    for (const [event, changed] of misfits)
      expect(evolve(ticket, event, meta), event.type).toEqual({ ...ticket, ...changed, updatedAt: meta.at })
  })

  test('may hold events of a later version, which change nothing but the time [AUD-1]', () => {
    const ticket = ticketIn('assigned')
    const unknown = { type: 'praised' } as unknown as TicketEvent
    expect(evolve(ticket, unknown, meta)).toEqual({ ...ticket, updatedAt: meta.at })
  })

  test('of a wait that lost its date ends the pause when it was resumed [WAI-3]', () => {
    const ticket = ticketIn('waiting')
    expect(evolve(ticket, { type: 'resumed', cause: 'date' }, meta).pauses).toMatchObject([{ to: meta.at }])
  })
})

test('what only a signed-in person can do, nobody else does [ROL-2]', () => {
  expect(refusalOf(() => actingPerson(contextOf(smallDesk, CLOCK, MONDAY_9)))).toBe('forbidden person-needed')
})
