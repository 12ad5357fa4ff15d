import { type Actor, DESK } from '../../../shared/domain/people/actor.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Ticket, TicketState } from '../../../shared/domain/ticket/ticket.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { recorded } from '../../support/ticket-fixtures.ts'

export const solved: Extract<TicketCommand, { readonly type: 'resolve' }> = {
  type: 'resolve',
  outcome: 'cure',
  solution: 'Replaced the cable',
  cause: 'A broken cable',
  environmentChanged: false,
  leftToFindOut: null,
}

export const closed: Extract<TicketCommand, { readonly type: 'close' }> = {
  type: 'close',
  code: 'solved',
  satisfaction: { score: 5, comment: null },
}

const assign: TicketCommand = { type: 'assign', group: 'network' }
const wait: TicketCommand = { type: 'wait', code: 'vendor', reason: 'asked the vendor' }

/** The decision by which a merged ticket came to be so. */
export const MERGE = { id: 'merge-1', into: 'INC-2026-000050', by: { id: 'grace', name: 'Grace' } }

/** Who does what to get a ticket there, after it was recorded. */
const WAYS: Readonly<Record<TicketState, readonly (readonly [string | Actor, TicketCommand])[]>> = {
  recorded: [],
  assigned: [['grace', assign]],
  accepted: [
    ['grace', assign],
    ['noor', { type: 'accept' }],
  ],
  waiting: [
    ['grace', assign],
    ['noor', { type: 'accept' }],
    ['noor', wait],
  ],
  resolved: [
    ['grace', assign],
    ['noor', { type: 'accept' }],
    ['noor', solved],
  ],
  closed: [
    ['grace', assign],
    ['noor', { type: 'accept' }],
    ['noor', solved],
    ['grace', closed],
  ],
  returned: [['grace', { type: 'return', reason: 'not our house' }]],
  merged: [
    ['grace', assign],
    [DESK, { type: 'merge-into', ...MERGE }],
  ],
  cancelled: [['grace', { type: 'cancel', reason: 'recorded by mistake' }]],
}

/** An ordinary ticket of anna's, recorded by grace, that came to this state by the acts of people. */
export const ticketIn = (state: TicketState): Ticket => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  for (const [who, command] of WAYS[state]) desk.act(who, command)
  return desk.current()
}
