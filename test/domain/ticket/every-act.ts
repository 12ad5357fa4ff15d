import { plus } from '../../../shared/domain/instant.ts'
import { isMajorAct } from '../../../shared/domain/major-incident/possible-acts.ts'
import type { Procedure } from '../../../shared/domain/major-incident/procedure.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { watchOf } from '../../../shared/domain/ticket/evolve-alarm.ts'
import type { Act } from '../../../shared/domain/ticket/moves.ts'
import type { AfterTheFact } from '../../../shared/domain/ticket/registering.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { TimeProposal } from '../../../shared/domain/ticket/time-proposal.ts'
import { alarmChange, MONDAY_9 } from '../../support/ticket-fixtures.ts'
import { closed, MERGE, solved } from './tickets-in-every-state.ts'

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
  'propose-time': { type: 'propose-time', restoreBy: plus(MONDAY_9, 60 * 86_400_000), reason: 'the part is late' },
  'answer-time': { type: 'answer-time', proposal: 1, agreed: true },
  resolve: solved,
  confirm: { type: 'confirm' },
  reject: { type: 'reject', reason: 'it still drops' },
  close: closed,
  cancel: { type: 'cancel', reason: 'recorded by mistake' },
  'confirm-registration': { type: 'confirm-registration', confirmed: true },
  screen: { type: 'screen' },
  return: { type: 'return', reason: 'not our house' },
  insist: { type: 'insist' },
  'decide-service': { type: 'decide-service', serve: true, reason: 'they have paid for it' },
  'judge-major': { type: 'judge-major', confirmed: true, reason: 'the whole house is concerned' },
  'demote-major': { type: 'demote-major', reason: 'only one floor is concerned' },
  'set-major-roles': { type: 'set-major-roles', roles: { commander: { id: 'ivan' }, scribe: { name: 'Temp' } } },
  'send-on-site': { type: 'send-on-site', engineer: { id: 'noor' }, place: 'Floor 3', appointedFor: MONDAY_9 },
  'note-arrival': { type: 'note-arrival' },
  'request-resource': { type: 'request-resource', what: 'A crane' },
  'arrange-resource': { type: 'arrange-resource', resource: 'resource-1', note: 'It comes at ten.' },
  'ask-second-line': { type: 'ask-second-line', reason: 'needs the platform team' },
  'involve-vendor': { type: 'involve-vendor', vendor: 'Acme', reason: 'their firmware' },
  'update-audience': { type: 'update-audience', audience: 'requesters', text: 'We are at it.' },
  'review-solution': { type: 'review-solution', satisfied: true },
  'write-report': { type: 'write-report', text: '# What happened' },
  'approve-report': { type: 'approve-report', version: 1 },
  'send-report': { type: 'send-report', version: 1 },
  'attach-child': { type: 'attach-child', child: 'INC-2026-000098' },
  'detach-child': { type: 'detach-child', child: 'INC-2026-000097' },
  merge: { type: 'merge', duplicates: ['INC-2026-000050'] },
  unmerge: { type: 'unmerge' },
  'merge-into': { type: 'merge-into', ...MERGE },
  'release-duplicate': { type: 'release-duplicate', duplicate: { number: 'INC-2026-000051', merge: MERGE.id } },
  'pass-on-words': {
    type: 'pass-on-words',
    of: 'INC-2026-000051',
    by: { kind: 'person', id: 'victor', name: 'Victor' },
    text: 'Mine too.',
    fullText: null,
    html: null,
    attachments: [],
    ofItsRequester: false,
  },
  'review-rating': { type: 'review-rating', finding: 'We called back too late.' },
  'raise-problem': { type: 'raise-problem', problem: 'PRB-2026-000001', leftToFindOut: 'Why floor 3?' },
  'note-alarm': { type: 'note-alarm', change: alarmChange({ eventId: 'event-2', changedAt: plus(MONDAY_9, 60_000) }) },
  'note-alarm-deleted': { type: 'note-alarm-deleted', eventId: 'event-3' },
  'attach-to-parent': { type: 'attach-to-parent', parent: 'INC-2026-000099' },
  'detach-from-parent': { type: 'detach-from-parent', parent: 'INC-2026-000099' },
  'note-child': { type: 'note-child', child: 'INC-2026-000098' },
  'follow-parent': { type: 'follow-parent', parent: 'INC-2026-000099', solved: null },
  'pass-on-update': { type: 'pass-on-update', parent: 'INC-2026-000099', text: 'We are at it.' },
  wake: { type: 'wake' },
})

const by = { id: 'paula', name: 'Paula' }

/** A confirmed major incident in the middle of everything. */
const procedure: Procedure = {
  startedAt: MONDAY_9,
  steps: [{ stage: 'candidate', since: MONDAY_9 }],
  judgement: { at: MONDAY_9, by: by.name, confirmed: true, reason: 'all are concerned' },
  roles: {},
  visit: { engineer: by, place: 'Floor 3', appointedFor: MONDAY_9, arrivedAt: null },
  resources: [{ id: 'resource-1', what: 'A crane', requestedAt: MONDAY_9, arrangedAt: null, note: null }],
  secondLine: null,
  vendor: null,
  updates: { requesters: null, management: null },
  rhythm: { requesters: { since: MONDAY_9, told: 0 }, management: { since: MONDAY_9, told: 0 } },
  silencesTold: 0,
  review: null,
  report: { version: 1, text: '#', writtenAt: MONDAY_9, writtenBy: by.name, approved: null, sentAt: null },
}

const approved = {
  ...procedure,
  report: procedure.report && { ...procedure.report, approved: { at: MONDAY_9, by: by.name } },
}

const proposal: TimeProposal = {
  round: 1,
  restoreBy: plus(MONDAY_9, 86_400_000),
  dueAt: null,
  cause: 'in-work',
  reason: null,
  by: null,
  proposedAt: MONDAY_9,
  outcome: 'open',
  answeredAt: null,
  text: null,
}

const registered: AfterTheFact = {
  occurredAt: MONDAY_9,
  writtenAt: MONDAY_9,
  writtenBy: 'Olga',
  reason: 'the desk was down',
  confirmed: null,
}

/** The ticket as the act needs it: what one is about is over for another. */
export const readyFor = (act: LaterAct, ticket: Ticket): Ticket => {
  const busy = withSomethingToActOn(ticket)
  if (act === 'confirm-registration') return { ...busy, afterTheFact: registered, recordedBy: 'olga' }
  if (!isMajorAct(act) || act === 'judge-major') return busy
  return {
    ...busy,
    major: 'confirmed',
    children: ['INC-2026-000097'],
    procedure: act === 'send-report' ? approved : procedure,
  }
}

/** A ticket as it is at different points of the procedure. */
export const majorOnes = (ticket: Ticket): readonly Ticket[] => [
  readyFor('demote-major', ticket),
  readyFor('send-report', ticket),
  { ...readyFor('demote-major', ticket), procedure: null, children: [] },
]

/** The same ticket with everything on it that some act is about. */
export const withSomethingToActOn = (ticket: Ticket): Ticket => ({
  ...ticket,
  major: 'candidate',
  ratingReview: 'open',
  alarm: watchOf(alarmChange()),
  proposals: [proposal],
  screening: null,
  insistence: { at: MONDAY_9, text: null, decision: null },
  priorityChangeRequest: {
    id: 'request-1',
    impact: 'significant',
    urgency: 'high',
    reason: 'the whole floor is concerned',
    requestedBy: { id: 'noor', name: 'Noor' },
    requestedAt: MONDAY_9,
  },
})
