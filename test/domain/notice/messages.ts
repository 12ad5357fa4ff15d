import { MAJOR_ROLES, STAGES } from '../../../shared/domain/major-incident/procedure.ts'
import type { MessageOf, NoticeMessage, Template, TicketFacts } from '../../../shared/domain/notice/message.ts'
import type { PlannedCall, PlannedMessage, PlannedNotice, Recipient } from '../../../shared/domain/notice/notice.ts'

const at = '2026-03-02T06:30:00.000Z'
const soon = { level: 'management', at } as const

/** Every template in every way it can be told; a new one does not compile without. */
const MESSAGES: { readonly [T in Template]: readonly Omit<MessageOf<T>, 'template'>[] } = {
  acknowledged: [{}],
  answered: [{ by: 'Li', text: 'Please restart.' }],
  asked: [
    { question: 'Which model?', stopsClock: true },
    { question: 'Which model?', stopsClock: false },
  ],
  solved: [
    { outcome: 'cure', solution: 'New drum.', closesAt: at },
    { outcome: 'workaround', solution: 'Use the other one.', closesAt: null },
    { outcome: 'degraded-service', solution: 'Black and white only.', closesAt: at },
  ],
  reminded: [{ closesAt: at }, { closesAt: null }],
  closed: [{ bySystem: true }, { bySystem: false }],
  'time-proposed': [
    { restoreBy: at, dueAt: at, cause: 'person', addedPercent: null, by: 'Li', reason: 'The part is late.' },
    { restoreBy: at, dueAt: null, cause: 'person', addedPercent: null, by: null, reason: 'The part is late.' },
    { restoreBy: at, dueAt: at, cause: 'in-work', addedPercent: 50, by: null, reason: null },
    { restoreBy: at, dueAt: at, cause: 'not-begun', addedPercent: 100, by: null, reason: null },
  ],
  returned: [
    { reason: 'Not ours.' },
    { reason: 'Not ours.', as: 'out-of-scope' },
    { reason: 'Ask for a change.', as: 'change' },
    { reason: 'Ask for it.', as: 'new-requirement' },
  ],
  'service-decided': [
    { serve: true, reason: 'They have paid for it.' },
    { serve: false, reason: 'They have not.' },
  ],
  'registration-to-confirm': [{ by: 'Li', reason: 'The desk was down.' }],
  insisted: [
    { text: 'We need it.', returnedBecause: 'Not ours.' },
    { text: null, returnedBecause: 'Not ours.' },
  ],
  'to-be-served': [{ by: 'Li', reason: 'They have paid for it.' }],
  cancelled: [{ reason: 'Withdrawn.' }],
  merged: [{ into: 'INC-2026-000050' }],
  unmerged: [{}],
  assigned: [{ toYou: true }, { toYou: false }],
  transferred: [
    { toYou: true, by: 'Li', reason: 'Your field.' },
    { toYou: false, by: 'Li', reason: 'Your field.' },
    { toYou: false, by: null, reason: 'matrix' },
  ],
  commented: [
    { by: 'Li', byRequester: true, internal: false, text: 'Still broken.' },
    { by: 'Li', byRequester: false, internal: false, text: 'Still broken.' },
    { by: 'Li', byRequester: false, internal: true, text: 'Ask the vendor.' },
  ],
  'decision-overdue': [
    { since: at, text: 'We have paid for it.' },
    { since: at, text: null },
  ],
  'waiting-overstayed': [{ code: 'vendor', dueAt: at }],
  'target-warned': [
    { step: 'assign', dueAt: at },
    { step: 'respond', dueAt: at },
    { step: 'restore', dueAt: at },
    { step: 'confirm', dueAt: at },
    { step: 'restore', dueAt: at, proposed: at },
  ],
  'time-objected': [
    { restoreBy: at, text: 'We open on Thursday.' },
    { restoreBy: at, text: null },
  ],
  escalated: [
    { level: 'L1', because: { trigger: 'matrix' }, next: soon },
    { level: 'L2', because: { trigger: 'missed-target', step: 'respond', dueAt: at }, next: soon },
    { level: 'PM', because: { trigger: 'manual', by: 'Li', reason: 'The CEO waits.' }, next: null },
    { level: 'management', because: { trigger: 'reassignments' }, next: null },
    { level: null, because: { trigger: 'reassignments' }, next: null },
  ],
  'priority-change-requested': [{ by: 'Li', impact: 'extensive', urgency: 'critical', reason: 'All floors.' }],
  'priority-change-decided': [
    { by: 'Li', granted: true, reason: 'Right.' },
    { by: 'Li', granted: false, reason: 'One floor only.' },
  ],
  'handed-over': [
    { by: 'Li', solution: 'New drum.' },
    { by: null, solution: 'The alarm went back to OK.' },
  ],
  rejected: [{ reason: 'Still jammed.' }],
  'rating-review-opened': [
    { satisfaction: { score: 1, comment: 'Slow.' } },
    { satisfaction: { score: 2, comment: null } },
    { satisfaction: { notObtained: 'no-answer' } },
    { satisfaction: null },
  ],
  unanswered: [{ told: ['Wang Wei', 'Chen Jie'] }],
  'major-candidate': [{}],
  'major-judged': [
    { by: 'Li', confirmed: true, reason: 'All floors.' },
    { by: 'Li', confirmed: false, reason: 'One floor only.' },
  ],
  'major-overdue': STAGES.map((stage) => ({ stage, dueAt: at })),
  'major-role': [
    { by: 'Li', roles: ['commander'] },
    { by: 'Li', roles: MAJOR_ROLES },
  ],
  'major-visit': [{ by: 'Li', place: 'Floor 3', appointedFor: at }],
  'major-resource': [{ by: 'Li', what: 'A crane' }],
  'major-second-line': [
    { by: 'Li', reason: 'Firmware.' },
    { by: null, reason: null },
  ],
  'major-vendor': [
    { by: 'Li', vendor: 'Acme', reason: 'Their firmware.' },
    { by: null, vendor: null, reason: null },
  ],
  'major-progress': [{ by: 'Li', text: 'Half of it is back.' }],
  'update-missed': [
    { audience: 'requesters', dueAt: at, escalates: false },
    { audience: 'management', dueAt: at, escalates: true },
  ],
  'major-solved': [
    { by: 'Li', solution: 'New switch.' },
    { by: null, solution: 'The alarm went back to OK.' },
  ],
  'major-reviewed': [
    { by: 'Li', satisfied: true, reason: null },
    { by: 'Li', satisfied: false, reason: 'Floor 2 is still down.' },
  ],
  'report-written': [{ by: 'Li' }],
  'report-approved': [{ by: 'Li' }],
  updated: [{ text: 'Half of it is back.' }],
  reported: [{ report: '# Report\n\nNew switch.' }],
  'alarm-returned': [{ alarm: 'cpu', reason: 'Above 90.', occurrences: 3 }],
}

export const allMessages: readonly NoticeMessage[] = Object.entries(MESSAGES).flatMap(([template, variants]) =>
  variants.map((variables) => ({ template, ...variables }) as NoticeMessage),
)

export const facts: TicketFacts = {
  number: 'INC-2026-000123',
  title: 'Printer jams',
  state: 'assigned',
  priority: 2,
  requester: 'Zhang Wei',
  service: 'Printing',
  group: 'Network',
  assignee: 'Wang Wei',
  respondBy: '2026-03-02T01:15:00.000Z',
  restoreBy: '2026-03-02T09:30:00.000Z',
  timeZone: 'Asia/Shanghai',
}

export const toRequester: Recipient = { part: 'requester', personId: 'zhang', name: 'Zhang Wei', language: 'en' }
export const toStaff: Recipient = { part: 'staff', personId: 'wang', name: 'Wang Wei', language: 'en' }

export const plannedMessage: PlannedMessage = {
  id: 'INC-2026-000123.3.0.message.wang',
  medium: 'message',
  recipient: toStaff,
  message: { template: 'assigned', toYou: true },
  ticket: facts,
  routes: [
    { channel: 'email', address: 'wang@example.com' },
    { channel: 'sms', address: '+8613800000000' },
  ],
  inReplyTo: null,
  ladder: null,
}

export const plannedCall: PlannedCall = {
  id: 'INC-2026-000123.3.0.call.wang',
  medium: 'call',
  recipient: toStaff,
  message: { template: 'escalated', level: 'PM', because: { trigger: 'matrix' }, next: null },
  ticket: facts,
  phone: '+8613800000000',
  matter: 'INC-2026-000123.3.0',
}

/** NOT-3: told again every five minutes, twice on each channel. */
export const repeatedMessage: PlannedMessage = {
  ...plannedMessage,
  ladder: {
    matter: 'INC-2026-000123.3.0',
    since: '2026-03-02T01:00:00.000Z',
    stepMinutes: 5,
    rounds: 2,
    told: ['wang'],
    insteadOf: null,
    group: 'network',
    assignee: 'wang',
  },
}

/** One matter told to somebody, as channels get it. */
export const toldOf = ({ recipient, message, ticket }: Pick<PlannedNotice, 'recipient' | 'message' | 'ticket'>) =>
  ({ recipient, matters: [{ id: 'a', event: null, message, ticket }] }) as const
