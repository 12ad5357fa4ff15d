import * as z from 'zod'
import type { Frozen } from './endpoint.ts'
import {
  impact,
  instant,
  kind,
  level,
  priority,
  state,
  supportLine,
  ticketNumber,
  urgency,
  visibility,
} from './fields.ts'
import { majorEntryFields } from './major-timeline.ts'
import { pageOf } from './page.ts'
import { schema, type ValueOf } from './schema.ts'
import { returnedAs } from './screening.ts'
import {
  attachment,
  contactRecord,
  contactSeen,
  escalationTrigger,
  outcome,
  personRef,
  requesterSeen,
  resolution,
  satisfaction,
} from './ticket-parts.ts'
import { proposalCause } from './time-proposal.ts'

const step = schema(() => z.enum(['assign', 'respond', 'restore', 'confirm']))
const text = schema(() => z.string())
const calendarRef = schema(() => z.strictObject({ id: text(), version: z.int() }))
const mailOrigin = schema(() => z.strictObject({ id: text(), messageId: text().nullable() }))
const classification = () => ({
  kind: kind(),
  class: text(),
  title: text(),
  category: text(),
  service: text().nullable(),
  item: text().nullable(),
  system: text().nullable(),
  security: z.boolean(),
})
const grade = () => ({ impact: impact(), urgency: urgency(), priority: priority() })
const assignment = () => ({ group: text(), line: supportLine(), assignee: personRef().nullable() })
const alarmChange = () => ({
  change: z.strictObject({
    eventId: text(),
    arn: text(),
    name: text(),
    account: text(),
    region: text(),
    metric: text().nullable(),
    dimensions: z.record(text(), text()),
    description: text().nullable(),
    reason: text(),
    state: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
    changedAt: instant(),
  }),
})

const notice = () => ({ notice: text(), template: text().describe('What it was about.'), to: text() })
const route = () => ({ ...notice(), channel: z.enum(['email', 'sms', 'voice', 'chat']), address: text() })

const actor = () => z.strictObject({ kind: z.enum(['person', 'link', 'mail', 'system']), id: text(), name: text() })

const mergeEntries = () => ({
  'duplicates-merged': { merge: text(), duplicates: z.array(ticketNumber()) },
  'duplicate-released': { merge: text(), duplicate: ticketNumber() },
  merged: { merge: text(), into: ticketNumber(), code: text(), by: personRef() },
  unmerged: { merge: text(), from: ticketNumber(), backTo: state() },
})

/** What each kind of entry says beyond when, who and what changed; the same names as the events of the domain. */
const entryFields = () =>
  ({
    recorded: {
      ...classification(),
      ...grade(),
      number: ticketNumber(),
      description: text(),
      html: text().nullable(),
      channel: text(),
      requester: requesterSeen(),
      contact: contactSeen().nullable(),
      attachments: z.array(attachment()),
      mail: mailOrigin().nullable(),
      alarm: alarmChange().change.nullable(),
      relatedTo: ticketNumber().nullable(),
      group: text(),
      policyVersion: z.int(),
      calendar: calendarRef(),
      acknowledge: z.boolean(),
    },
    classified: { to: z.strictObject(classification()), calendar: calendarRef() },
    regraded: { ...grade(), cause: z.enum(['desk', 'request', 'escalation', 'service']), reason: text() },
    ...majorEntryFields(),
    assigned: assignment(),
    transferred: { ...assignment(), reason: text(), category: text(), counted: z.boolean() },
    accepted: { by: personRef() },
    contacted: { contact: contactRecord() },
    commented: {
      text: text(),
      fullText: text().nullable(),
      html: text().nullable(),
      from: z.enum(['requester', 'staff', 'other']),
      attachments: z.array(attachment()),
      mail: mailOrigin().nullable(),
      of: ticketNumber().optional().describe('The duplicate these words were said on (INT-13).'),
      by: actor().optional().describe('Who said them there.'),
      passedOnTo: ticketNumber().optional(),
    },
    ...mergeEntries(),
    diagnosed: { cause: text().nullable(), workaround: text().nullable(), solution: text().nullable() },
    'waiting-started': { code: text(), reason: text(), stopsClock: z.boolean(), until: instant().nullable() },
    'waiting-overstayed': { code: text(), dueAt: instant() },
    resumed: { cause: z.enum(['requester-answer', 'date', 'person']) },
    'priority-change-requested': {
      request: text(),
      impact: impact(),
      urgency: urgency(),
      reason: text(),
      by: personRef(),
    },
    'priority-change-decided': { request: text(), granted: z.boolean(), reason: text() },
    'target-warned': { step: step(), warnAt: instant(), dueAt: instant(), proposed: instant().optional() },
    'time-proposed': {
      round: z.int(),
      restoreBy: instant(),
      dueAt: instant().nullable(),
      cause: proposalCause(),
      addedPercent: z.number().nullable(),
      reason: text().nullable(),
      by: personRef().nullable(),
    },
    'time-answered': { round: z.int(), restoreBy: instant(), agreed: z.boolean(), text: text().nullable() },
    'time-unanswered': { round: z.int(), restoreBy: instant() },
    'target-missed': { step: step(), dueAt: instant() },
    escalated: {
      trigger: escalationTrigger(),
      level: level().nullable(),
      reason: text().nullable(),
      dueAt: instant().nullable(),
    },
    resolved: { resolution: resolution(), category: text(), bySystem: z.boolean(), of: ticketNumber().optional() },
    'confirmation-reminded': { dueAt: instant() },
    confirmed: { satisfaction: satisfaction().nullable() },
    rejected: { reason: text(), backTo: state(), of: ticketNumber().optional() },
    closed: { code: text(), satisfaction: satisfaction(), bySystem: z.boolean() },
    cancelled: { reason: text() },
    'registered-afterwards': {
      occurredAt: instant(),
      reportedAt: instant(),
      assignedAt: instant(),
      respondedAt: instant(),
      restoredAt: instant(),
      reason: text(),
      group: text(),
      line: supportLine(),
      resolution: resolution(),
    },
    'registration-confirmed': {},
    'registration-refused': { reason: text() },
    screened: {},
    returned: { reason: text(), as: returnedAs().optional() },
    insisted: { text: text().nullable() },
    'decision-overdue': { round: z.int(), dueAt: instant() },
    'service-decided': { serve: z.boolean(), reason: text() },
    'rating-review-opened': {},
    'rating-reviewed': {
      finding: text(),
      cause: text().nullish(),
      measure: text().nullable(),
      conversation: text().nullish(),
    },
    'problem-raised': { problem: text(), leftToFindOut: text() },
    'alarm-repeated': alarmChange(),
    'alarm-cleared': alarmChange(),
    'alarm-flapped': { ...alarmChange(), mutes: z.boolean() },
    'alarm-returned': { ...alarmChange(), backTo: state(), mutes: z.boolean() },
    'alarm-deleted': { eventId: text() },
    'clocks-renewed': { calendar: calendarRef() },
    'notice-sent': route(),
    'notice-delivered': route(),
    'notice-failed': { ...route(), reason: text(), retryAt: instant().nullable() },
    'notice-skipped': { ...route(), reason: text() },
    'notice-bounced': { ...route(), reason: text(), permanent: z.boolean() },
    'notice-complained': { ...route(), reason: text() },
    'notice-undeliverable': notice(),
    'notice-acknowledged': { ...notice(), via: text() },
    'notice-passed-on': { ...notice(), next: text().nullable() },
    'notice-unanswered': notice(),
    'call-opened': notice(),
    'call-made': { ...notice(), outcome: text(), note: text() },
  }) as const satisfies Readonly<Record<string, z.core.$ZodShape>>

const common = () => ({
  id: text().describe('Unique in the whole desk.'),
  at: instant(),
  actor: actor(),
  visibility: visibility(),
  changes: z
    .record(text(), z.strictObject({ before: z.unknown(), after: z.unknown() }))
    .optional()
    .describe('Field → what it was and what it became (AUD-1).'),
})

const staffEntry = schema(() => {
  const entries = Object.entries(entryFields()).map(([type, fields]) =>
    z.strictObject({ ...common(), type: z.literal(type), ...fields }),
  )
  const anyEntry: unknown = z.discriminatedUnion('type', entries as unknown as [z.ZodObject])
  return (anyEntry as z.ZodType<StaffEntryWire>).meta({
    id: 'TimelineEntry',
    description: 'One line of a ticket’s history; nobody can change it (LIF-4).',
  })
})

/** Entries a requester sees (ROL-3), each with the few of these fields that concern them. */
export const PUBLIC_ENTRY_TYPES = [
  'recorded',
  'accepted',
  'commented',
  'contacted',
  'waiting-started',
  'resumed',
  'time-proposed',
  'time-answered',
  'time-unanswered',
  'resolved',
  'confirmed',
  'rejected',
  'closed',
  'cancelled',
  'returned',
  'insisted',
  'service-decided',
  'merged',
  'unmerged',
  'audience-updated',
] as const

export const publicEntry = schema(() =>
  z
    .strictObject({
      id: text(),
      at: instant(),
      actor: z.strictObject({ kind: z.enum(['requester', 'staff', 'desk', 'other']), name: text() }),
      type: z.enum(PUBLIC_ENTRY_TYPES),
      visibility: z.literal('public'),
      text: text().optional().describe('What was said: a comment, a reason, a solution.'),
      attachments: z.array(attachment()).optional(),
      code: text().optional().describe('Of waiting or closing.'),
      until: instant().optional().describe('When waiting ends, or the later time proposed.'),
      agreed: z.boolean().optional().describe('To the later time (SLA-5), or to serving it (INT-11).'),
      returnedAs: returnedAs().optional(),
      outcome: outcome().optional(),
      medium: contactRecord().shape.medium.optional(),
      satisfaction: satisfaction().optional(),
    })
    .meta({ id: 'PublicTimelineEntry' }),
)

export const timeline = schema(() =>
  z
    .union([pageOf(staffEntry)(), pageOf(publicEntry)()])
    .meta({ id: 'Timeline', description: 'Newest first. Staff see every entry, a requester the public ones (ROL-3).' }),
)

type EntryFields = ReturnType<typeof entryFields>
type EntryType = keyof EntryFields
type FieldsOf<Type extends EntryType> = z.output<z.ZodObject<EntryFields[Type]>>

type StaffEntryWire = {
  [Type in EntryType]: z.output<z.ZodObject<ReturnType<typeof common>>> & { readonly type: Type } & FieldsOf<Type>
}[EntryType]

export type StaffEntry = Frozen<StaffEntryWire>
export type PublicEntry = Frozen<ValueOf<typeof publicEntry>>
