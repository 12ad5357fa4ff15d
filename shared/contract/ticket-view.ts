import * as z from 'zod'
import type { Frozen } from './endpoint.ts'
import { impact, instant, kind, level, priority, state, supportLine, ticketNumber, urgency, version } from './fields.ts'
import { afterTheFact } from './registration.ts'
import { schema, type ValueOf } from './schema.ts'
import { insistenceSeen, screeningSeen } from './screening.ts'
import { forecastStep, sla } from './sla-view.ts'
import {
  alarm,
  attachment,
  contactRecord,
  contactSeen,
  escalationRecord,
  outcome,
  pause,
  personRef,
  priorityChangeRequest,
  requesterSeen,
  resolution,
  satisfaction,
  waiting,
} from './ticket-parts.ts'
import { timeProposal } from './time-proposal.ts'

/** What people may do on a ticket; each is an endpoint below it. */
export const TICKET_ACTS = [
  'classify',
  'assign',
  'transfer',
  'accept',
  'contact',
  'comment',
  'diagnose',
  'wait',
  'resume',
  'request-priority-change',
  'decide-priority-change',
  'escalate',
  'propose-time',
  'answer-time',
  'resolve',
  'confirm',
  'reject',
  'close',
  'cancel',
  'confirm-registration',
  'screen',
  'return',
  'insist',
  'decide-service',
  'merge',
  'unmerge',
  'judge-major',
  'review-rating',
  'raise-problem',
] as const

const ratingReviewed = schema(() =>
  z
    .strictObject({
      finding: z.string(),
      cause: z.string().nullish(),
      measure: z.string().nullable(),
      conversation: z.string().nullish().describe('With the requester.'),
    })
    .meta({ id: 'RatingReview', description: 'What the desk manager found out about a bad rating (CLO-6).' }),
)

const forEverybody = () => ({
  number: ticketNumber(),
  kind: kind(),
  class: z.string().describe('A code of /codes, list classes: fault, consultation, request, complaint …'),
  title: z.string(),
  description: z.string(),
  state: state(),
  priority: priority(),
  impact: impact(),
  urgency: urgency(),
  gradeAgreed: z
    .boolean()
    .nullable()
    .describe('What the customer last said of the grade it has; null: not asked, or graded anew since (PRI-7).'),
  category: z.string().describe('Id of a category.'),
  group: z.string().describe('Id of the support group that has it.'),
  channel: z.string().describe('A code of /codes, list channels.'),
  service: z.string().nullable().describe('Id of a service.'),
  item: z.string().nullable().describe('Id of a configuration item.'),
  system: z.string().nullable().describe('System or module, in the requester’s words.'),
  flags: z.strictObject({
    major: z.boolean().describe('A candidate or a confirmed major incident.'),
    security: z.boolean(),
  }),
  contact: contactSeen().nullable(),
  recordedAt: instant(),
  updatedAt: instant(),
  assignedAt: instant().nullable(),
  acceptedAt: instant().nullable(),
  respondedAt: instant().nullable(),
  resolvedAt: instant().nullable(),
  confirmedAt: instant().nullable(),
  closedAt: instant().nullable(),
  sla: sla(),
  screening: screeningSeen().nullable().describe('Null: nobody has looked at it yet.'),
  insistence: insistenceSeen().nullable(),
  proposal: timeProposal().nullable().describe('The newest; null: no later time was proposed.'),
  closeCode: z.string().nullable(),
  satisfaction: satisfaction().nullable(),
  relatedTo: ticketNumber().nullable().describe('The closed ticket this one continues (INT-7).'),
  attachments: z.array(attachment()),
  allowedActs: z.array(z.enum(TICKET_ACTS)).describe('What the caller may do now: POST /tickets/{number}/{act}.'),
  version: version(),
})

/** ROL-3: what a requester sees. Nothing internal can be added to an answer without being added here. */
export const ticketForRequester = schema(() =>
  z
    .strictObject({
      seenAs: z.literal('requester'),
      ...forEverybody(),
      assignee: z.strictObject({ name: z.string() }).nullable(),
      requester: z.strictObject({
        name: z.string(),
        email: z.string().nullable().describe('Null on a colleague’s ticket.'),
        phone: z.string().nullable().describe('Null on a colleague’s ticket.'),
        vip: z.boolean(),
      }),
      waiting: z
        .strictObject({
          code: z.string(),
          question: z
            .string()
            .nullable()
            .describe('What the requester is asked, when it is their answer that ends it.'),
          since: instant(),
          until: instant().nullable(),
        })
        .nullable(),
      resolution: z.strictObject({ outcome: outcome(), solution: z.string() }).nullable(),
    })
    .meta({ id: 'TicketForRequester' }),
)

const ticketForStaff = schema(() =>
  z
    .strictObject({
      seenAs: z.literal('staff'),
      ...forEverybody(),
      html: z.string().nullable().describe('The description as safe HTML, when it came as a mail.'),
      line: supportLine(),
      assignee: personRef().nullable(),
      requester: requesterSeen(),
      recordedBy: z.string().describe('Id of the person, or of the system’s part, that recorded it.'),
      major: z.enum(['none', 'candidate', 'confirmed', 'demoted']).describe('Judged by the project manager (MAJ-2).'),
      escalation: z.strictObject({
        reassignments: z.int().min(0).describe('Transfers after the first assignment (ESC-6).'),
        level: level().nullable().describe('The highest level told so far.'),
        history: z.array(escalationRecord()),
        forecast: z.array(forecastStep()),
      }),
      waiting: waiting().nullable(),
      pauses: z.array(pause()),
      contacts: z.array(contactRecord()),
      priorityChangeRequest: priorityChangeRequest().nullable(),
      cause: z.string().nullable(),
      workaround: z.string().nullable(),
      solution: z.string().nullable(),
      resolution: resolution().nullable(),
      ratingReview: z.enum(['none', 'open', 'done']).describe('Of a rating of 1 or 2 (CLO-6).'),
      ratingReviewed: ratingReviewed().nullable(),
      afterTheFact: afterTheFact().nullable(),
      imported: z
        .strictObject({ system: z.string(), id: z.string(), at: instant(), by: z.string() })
        .nullable()
        .describe(
          'The desk it was taken over from, what it was called there, and who brought it here, and when (API-3).',
        ),
      problem: z.string().nullable().describe('Number of the problem raised from it.'),
      parent: ticketNumber().nullable().describe('The storm or major incident it hangs under.'),
      merged: z
        .strictObject({ into: ticketNumber(), by: personRef(), at: instant() })
        .nullable()
        .describe('The ticket that goes on for this duplicate (INT-13).'),
      duplicates: z.array(ticketNumber()).describe('What was merged into it (INT-13).'),
      alarm: alarm().nullable(),
      mail: z.string().nullable().describe('Id of the mail it came from; the original: GET /tickets/{number}/mail.'),
      judgedBy: z
        .strictObject({
          policyVersion: z.int(),
          calendar: z.strictObject({ id: z.string(), version: z.int() }),
        })
        .describe('The versions in force when it was recorded (ESC-9).'),
    })
    .meta({ id: 'TicketForStaff' }),
)

export const ticket = schema(() =>
  z
    .discriminatedUnion('seenAs', [ticketForStaff(), ticketForRequester()])
    .meta({ id: 'Ticket', description: 'Staff see all of it, a requester what concerns them (ROL-3).' }),
)

export type TicketForStaff = Frozen<ValueOf<typeof ticketForStaff>>
export type TicketForRequester = Frozen<ValueOf<typeof ticketForRequester>>
