import { refuse } from '../refusal.ts'
import type { TicketCommand } from './command.ts'
import type { Ticket, TicketState } from './ticket.ts'

export type Act = TicketCommand['type']

/** The states in which somebody still has to do something for the ticket. */
export const OPEN: readonly TicketState[] = ['recorded', 'assigned', 'accepted', 'waiting']
const ALL: readonly TicketState[] = [...OPEN, 'resolved', 'closed', 'returned', 'merged', 'cancelled']

/** LIF-1, LIF-8: the one table of legal moves: in which states an act may be done. Closed is final. */
export const MOVES: Readonly<Record<Exclude<Act, 'submit' | 'record'>, readonly TicketState[]>> = {
  classify: OPEN,
  assign: ['recorded', 'assigned', 'accepted'],
  transfer: ['assigned', 'accepted'],
  accept: ['recorded', 'assigned'],
  contact: [...OPEN, 'resolved'],
  comment: [...OPEN, 'resolved'],
  diagnose: ['recorded', 'accepted', 'waiting'],
  wait: ['recorded', 'assigned', 'accepted'],
  resume: ['waiting'],
  'request-priority-change': ['assigned', 'accepted', 'waiting'],
  'decide-priority-change': OPEN,
  escalate: OPEN,
  resolve: ['recorded', 'accepted', 'waiting'],
  confirm: ['resolved'],
  reject: ['resolved'],
  close: ['resolved'],
  cancel: OPEN,
  return: ['recorded', 'assigned'],
  'judge-major': OPEN,
  'review-rating': ['resolved', 'closed'],
  'raise-problem': ['accepted', 'waiting', 'resolved'],
  'note-alarm': [...OPEN, 'resolved'],
  'note-alarm-deleted': [...OPEN, 'resolved'],
  'attach-to-parent': OPEN,
  wake: ALL,
}

export const isOpenState = (state: TicketState): boolean => OPEN.includes(state)

/** @throws DomainError illegal-move with the reason when the ticket's state does not allow the act */
export const checkMove = (ticket: Ticket, act: Exclude<Act, 'submit' | 'record'>): void => {
  if (MOVES[act].includes(ticket.state)) return
  if (ticket.state === 'closed') {
    refuse(
      'illegal-move',
      'ticket-closed',
      `${ticket.number} is closed, which is final; open a new ticket that refers to it.`,
    )
  }
  refuse(
    'illegal-move',
    'illegal-move',
    `"${act}" is not possible while ${ticket.number} is ${ticket.state}; it is possible when the ticket is ${MOVES[act].join(', ')}.`,
  )
}
