import { refuse } from '../refusal.ts'
import type { TicketCommand } from './command.ts'
import type { Ticket, TicketState } from './ticket.ts'

export type Act = TicketCommand['type']

/** The states in which somebody still has to do something for the ticket. */
export const OPEN: readonly TicketState[] = ['recorded', 'assigned', 'accepted', 'waiting']
const UNTIL_CLOSED: readonly TicketState[] = [...OPEN, 'resolved']
const ALL: readonly TicketState[] = [...OPEN, 'resolved', 'closed', 'returned', 'merged', 'cancelled']

/** LIF-1, LIF-8: the one table of legal moves: in which states an act may be done. Closed is final. */
export const MOVES: Readonly<Record<Exclude<Act, 'submit' | 'record'>, readonly TicketState[]>> = {
  classify: OPEN,
  assign: ['recorded', 'assigned', 'accepted'],
  transfer: ['assigned', 'accepted'],
  accept: ['recorded', 'assigned'],
  contact: UNTIL_CLOSED,
  // INT-13: a reply to a duplicate follows to the ticket that goes on
  comment: [...UNTIL_CLOSED, 'merged'],
  diagnose: ['recorded', 'accepted', 'waiting'],
  wait: ['recorded', 'assigned', 'accepted'],
  resume: ['waiting'],
  'request-priority-change': ['assigned', 'accepted', 'waiting'],
  'decide-priority-change': OPEN,
  escalate: OPEN,
  'propose-time': OPEN,
  'answer-time': OPEN,
  resolve: ['recorded', 'accepted', 'waiting'],
  'confirm-registration': ['resolved'],
  confirm: ['resolved'],
  reject: ['resolved'],
  close: ['resolved'],
  cancel: OPEN,
  screen: ['recorded', 'assigned'],
  return: ['recorded', 'assigned'],
  insist: ['returned'],
  'decide-service': ['returned'],
  merge: UNTIL_CLOSED,
  unmerge: ['merged'],
  'merge-into': [...OPEN, 'merged'],
  'release-duplicate': ALL,
  'pass-on-words': [...UNTIL_CLOSED, 'merged'],
  'judge-major': UNTIL_CLOSED,
  'demote-major': UNTIL_CLOSED,
  'set-major-roles': UNTIL_CLOSED,
  'send-on-site': OPEN,
  'note-arrival': OPEN,
  'request-resource': OPEN,
  'arrange-resource': OPEN,
  'ask-second-line': OPEN,
  'involve-vendor': OPEN,
  'update-audience': UNTIL_CLOSED,
  'review-solution': ['resolved'],
  'write-report': ['resolved', 'closed'],
  'approve-report': ['resolved', 'closed'],
  'send-report': ['resolved', 'closed'],
  'attach-child': UNTIL_CLOSED,
  'detach-child': UNTIL_CLOSED,
  'review-rating': ['resolved', 'closed'],
  'raise-problem': ['accepted', 'waiting', 'resolved'],
  'note-alarm': UNTIL_CLOSED,
  'note-alarm-deleted': UNTIL_CLOSED,
  'attach-to-parent': OPEN,
  'detach-from-parent': UNTIL_CLOSED,
  'note-child': ALL,
  'follow-parent': UNTIL_CLOSED,
  'pass-on-update': UNTIL_CLOSED,
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
