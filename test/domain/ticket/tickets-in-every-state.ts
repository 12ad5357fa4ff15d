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

/** Who does what to get a ticket there, after it was recorded. */
const WAYS: Readonly<Record<Exclude<TicketState, 'merged'>, readonly (readonly [string, TicketCommand])[]>> = {
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
  cancelled: [['grace', { type: 'cancel', reason: 'recorded by mistake' }]],
}

/** An ordinary ticket of anna's, recorded by grace, that came to this state by the acts of people; merging comes later. */
export const ticketIn = (state: TicketState): Ticket => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  for (const [who, command] of WAYS[state === 'merged' ? 'assigned' : state]) desk.act(who, command)
  return state === 'merged' ? { ...desk.current(), state } : desk.current()
}
