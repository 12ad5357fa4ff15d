import type { EventMeta } from '../record.ts'
import type { Recorded } from './event.ts'
import { watchOf } from './evolve-alarm.ts'
import type { Ticket } from './ticket.ts'

/** What nothing has happened to yet. */
const UNTOUCHED = {
  state: 'recorded',
  gradeAgreed: null,
  major: 'none',
  line: 'desk',
  assignee: null,
  procedure: null,
  parent: null,
  children: [],
  followed: null,
  merge: null,
  undoneMerges: [],
  duplicates: [],
  assignedAt: null,
  acceptedAt: null,
  respondedAt: null,
  resolvedAt: null,
  confirmedAt: null,
  closedAt: null,
  pauses: [],
  waiting: null,
  reassignments: 0,
  contacts: [],
  warned: [],
  missed: [],
  proposals: [],
  screening: null,
  insistence: null,
  announced: [],
  escalations: [],
  priorityChangeRequest: null,
  cause: null,
  workaround: null,
  solution: null,
  resolution: null,
  stateBeforeResolution: null,
  confirmationSince: null,
  confirmationReminded: false,
  closeCode: null,
  satisfaction: null,
  ratingReview: 'none',
  problem: null,
} satisfies Partial<Ticket>

type Declared = Omit<Ticket, keyof typeof UNTOUCHED | 'recordedBy' | 'recordedAt' | 'updatedAt' | 'grades'>

const declared = (event: Recorded): Declared => ({
  number: event.number,
  kind: event.kind,
  class: event.class,
  title: event.title,
  description: event.description,
  html: event.html,
  channel: event.channel,
  requester: event.requester,
  contact: event.contact,
  category: event.category,
  service: event.service,
  item: event.item,
  system: event.system,
  impact: event.impact,
  urgency: event.urgency,
  priority: event.priority,
  security: event.security,
  group: event.group,
  attachments: event.attachments,
  mailId: event.mail?.id ?? null,
  messageId: event.mail?.messageId ?? null,
  relatedTo: event.relatedTo,
  alarm: event.alarm ? watchOf(event.alarm) : null,
  policyVersion: event.policyVersion,
  calendar: event.calendar,
})

/** INT-9: the ticket as its first event leaves it. */
export const recordedTicket = (event: Recorded, { at, actor }: EventMeta): Ticket => ({
  ...declared(event),
  ...UNTOUCHED,
  recordedBy: actor.id,
  recordedAt: at,
  updatedAt: at,
  grades: [{ at, priority: event.priority }],
})
