import { plus } from '../../../shared/domain/instant.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { watchOf } from '../../../shared/domain/ticket/evolve-alarm.ts'
import type { Act } from '../../../shared/domain/ticket/moves.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { alarmChange, MONDAY_9 } from '../../support/ticket-fixtures.ts'
import { closed, solved } from './tickets-in-every-state.ts'

export type LaterAct = Exclude<Act, 'submit' | 'record'>
type LaterCommand = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

/** One sensible command of each act, as somebody would give it. */
export const sensible = (who: string): { readonly [Type in LaterAct]: LaterCommand & { readonly type: Type } } => ({
  classify: { type: 'classify', title: 'VPN drops every hour on floor 3' },
  assign: { type: 'assign', ...(who === 'diana' ? { assignee: 'diana' } : { group: 'platform' }) },
  transfer: { type: 'transfer', group: 'platform', reason: 'needs the second line' },
  accept: { type: 'accept' },
  contact: { type: 'contact', medium: 'phone', reached: true, note: 'asked which floor', faultConfirmed: true },
  comment: { type: 'comment', text: 'It is floor 3.', visibility: 'public' },
  diagnose: { type: 'diagnose', cause: 'A broken cable' },
  wait: { type: 'wait', code: 'vendor', reason: 'asked the vendor' },
  resume: { type: 'resume' },
  'request-priority-change': {
    type: 'request-priority-change',
    impact: 'significant',
    urgency: 'high',
    reason: 'the whole floor is concerned',
  },
  'decide-priority-change': { type: 'decide-priority-change', granted: true, reason: 'agreed' },
  escalate: { type: 'escalate', reason: 'nobody answers' },
  resolve: solved,
  confirm: { type: 'confirm' },
  reject: { type: 'reject', reason: 'it still drops' },
  close: closed,
  cancel: { type: 'cancel', reason: 'recorded by mistake' },
  return: { type: 'return', reason: 'not our house' },
  'judge-major': { type: 'judge-major', confirmed: true, reason: 'the whole house is concerned' },
  'review-rating': { type: 'review-rating', finding: 'We called back too late.' },
  'raise-problem': { type: 'raise-problem', problem: 'PRB-2026-000001', leftToFindOut: 'Why floor 3?' },
  'note-alarm': { type: 'note-alarm', change: alarmChange({ eventId: 'event-2', changedAt: plus(MONDAY_9, 60_000) }) },
  'note-alarm-deleted': { type: 'note-alarm-deleted', eventId: 'event-3' },
  'attach-to-parent': { type: 'attach-to-parent', parent: 'INC-2026-000099' },
  wake: { type: 'wake' },
})

/** The same ticket with everything on it that some act is about. */
export const withSomethingToActOn = (ticket: Ticket): Ticket => ({
  ...ticket,
  major: 'candidate',
  ratingReview: 'open',
  alarm: watchOf(alarmChange()),
  priorityChangeRequest: {
    id: 'request-1',
    impact: 'significant',
    urgency: 'high',
    reason: 'the whole floor is concerned',
    requestedBy: { id: 'noor', name: 'Noor' },
    requestedAt: MONDAY_9,
  },
})
