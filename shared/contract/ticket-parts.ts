import * as z from 'zod'
import { code, id, impact, instant, language, level, line, prose, state, urgency, visibility } from './fields.ts'
import { schema } from './schema.ts'

export const personRef = schema(() => z.strictObject({ id: id(), name: z.string() }).meta({ id: 'PersonRef' }))

export const contact = schema(() =>
  z
    .strictObject({
      name: line(200).nullable().default(null).describe('Who can be met there.'),
      phone: line(50).nullable().default(null),
      place: line(500).nullable().default(null).describe('Building, floor, room or address.'),
    })
    .describe('Where the fault is and who can be met there (INT-9).'),
)

export const contactSeen = schema(() =>
  z
    .strictObject({ name: z.string().nullable(), phone: z.string().nullable(), place: z.string().nullable() })
    .meta({ id: 'Contact', description: 'Where the fault is and who can be met there (INT-9).' }),
)

export const requesterSeen = schema(() =>
  z
    .strictObject({
      personId: z.string().nullable().describe('Null for strangers and for senders who did not prove who they are.'),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      vip: z.boolean(),
      department: z.string().nullable(),
      language: language(),
      verified: z.boolean().describe('False: the mail did not pass DMARC and may not be from this person (INT-6).'),
    })
    .meta({ id: 'Requester' }),
)

export const attachment = schema(() =>
  z
    .strictObject({
      id: z.string(),
      filename: z.string(),
      mimeType: z.string(),
      bytes: z.int().min(0),
      sha256: z.string().describe('Of the content, lower-case hex.'),
      visibility: visibility(),
    })
    .meta({ id: 'Attachment', description: 'Its content: GET /tickets/{number}/attachments/{id}.' }),
)

export const score = schema(() =>
  z.literal([1, 2, 3, 4, 5]).describe('5 is best; 1 and 2 open a review by the desk manager (CLO-6).'),
)

export const givenSatisfaction = schema(() =>
  z.strictObject({ score: score(), comment: prose(5_000).nullable().default(null) }),
)

export const notObtained = schema(() =>
  z.strictObject({
    notObtained: code().describe('Why there is no rating: a code of /codes, list notObtainedCodes.'),
  }),
)

export const satisfaction = schema(() =>
  z
    .union([
      z.strictObject({ score: score(), comment: z.string().nullable() }),
      z.strictObject({ notObtained: z.string() }),
    ])
    .meta({ id: 'Satisfaction', description: 'A rating, or why there is none (CLO-6).' }),
)

export const outcome = schema(() =>
  z.enum(['cure', 'workaround', 'degraded-service']).meta({
    id: 'ResolutionOutcome',
    description: 'Restore first: cured, worked around, or running with less (LIF-11).',
  }),
)

export const resolution = schema(() =>
  z
    .strictObject({
      outcome: outcome(),
      solution: z.string(),
      cause: z.string().nullable(),
      environmentChanged: z
        .boolean()
        .describe('Whether the environment was changed before the cause was known (LIF-11).'),
      leftToFindOut: z.string().nullable(),
    })
    .meta({ id: 'Resolution' }),
)

export const contactMedium = schema(() => z.enum(['phone', 'in-person', 'chat', 'other']).meta({ id: 'ContactMedium' }))

export const contactRecord = schema(() =>
  z
    .strictObject({
      at: instant(),
      by: personRef(),
      medium: contactMedium(),
      reached: z.boolean(),
      note: z.string(),
      faultConfirmed: z.boolean(),
      gradeAgreed: z.boolean().nullable().describe('Null: it was not spoken of.'),
      handlingTimeAgreedAt: instant().nullable(),
    })
    .meta({ id: 'ContactRecord', description: 'An outbound contact with the requester (LIF-10, PRI-7, SLA-2).' }),
)

export const escalationTrigger = schema(() => z.enum(['matrix', 'missed-target', 'manual', 'reassignments']))

export const escalationRecord = schema(() =>
  z
    .strictObject({
      at: instant(),
      trigger: escalationTrigger(),
      level: level().nullable().describe('Null: every level knew already, only the incident manager was told.'),
      reason: z.string().nullable(),
    })
    .meta({ id: 'EscalationRecord' }),
)

export const waiting = schema(() =>
  z
    .strictObject({
      code: z.string().describe('A code of /codes, list waitCodes.'),
      reason: z.string(),
      since: instant(),
      until: instant().nullable(),
      stateBefore: state(),
      overstayed: z.boolean().describe('Longer than the code allows (WAI-1).'),
    })
    .meta({ id: 'Waiting' }),
)

export const pause = schema(() =>
  z
    .strictObject({ from: instant(), to: instant().nullable().describe('Null while it lasts.'), code: z.string() })
    .meta({ id: 'Pause', description: 'A stretch in which the clocks stood still (WAI-3).' }),
)

export const priorityChangeRequest = schema(() =>
  z
    .strictObject({
      id: z.string(),
      impact: impact(),
      urgency: urgency(),
      reason: z.string(),
      requestedBy: personRef(),
      requestedAt: instant(),
    })
    .meta({ id: 'PriorityChangeRequest', description: 'Filed by an engineer, decided by the desk (PRI-6).' }),
)

export const alarm = schema(() =>
  z
    .strictObject({
      arn: z.string(),
      name: z.string(),
      account: z.string(),
      region: z.string(),
      metric: z.string().nullable(),
      state: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
      changedAt: instant().describe('CloudWatch’s own time of the last change taken into account.'),
      occurrences: z.int().min(1),
      okSince: instant().nullable(),
      muted: z.boolean().describe('Flaps too often: its notices are mute.'),
      touched: z.boolean().describe('A person has worked on the ticket: it no longer resolves by itself.'),
      deleted: z.boolean(),
    })
    .meta({ id: 'Alarm', description: 'The CloudWatch alarm behind the incident (INT-8).' }),
)
