import * as z from 'zod'
import { code, givenInstant, id, impact, kind, line, prose, ticketNumber, urgency, visibility } from './fields.ts'
import { registration } from './registration.ts'
import { schema } from './schema.ts'
import { contact, contactMedium, givenSatisfaction, notObtained, outcome, score } from './ticket-parts.ts'

/** The bodies of what people may do on a ticket; the command of the same name says what follows from it. */

/** A record holds 400 kB; a character may take four bytes. */
const LONGEST_TEXT = 20_000
const reason = schema(() => prose(2_000))

const MOST_UPLOADS = 10
const uploads = schema(() =>
  z
    .array(z.string().regex(/^[a-z2-7]{30,4000}$/i))
    .max(MOST_UPLOADS)
    .optional()
    .describe('Ids of the caller’s uploads (POST /uploads), ten at most (INT-15).'),
)

const atLeastOne = (fields: object): boolean => Object.values(fields).some((value) => value !== undefined)
const SAY_SOMETHING = { error: 'give at least one field' }

const email = schema(() => z.email().max(254))
const phone = schema(() => line(50).nullable().default(null))

const namedRequester = schema(() =>
  z
    .union([
      z.strictObject({ personId: id() }),
      z.strictObject({ email: email(), phone: phone() }),
      z.strictObject({ name: line(200), email: email().nullable().default(null), phone: phone() }),
    ])
    .meta({
      id: 'NamedRequester',
      description:
        'Whoever the directory knows by the address is taken from there: name, VIP, department, language (INT-9, ROL-5). An address it does not know is a name too.',
    }),
)

export const declaration = schema(() =>
  z
    .strictObject({
      title: line(200),
      description: prose(LONGEST_TEXT),
      kind: kind().optional().describe('Default: incident.'),
      class: code().optional().describe('A code of /codes, list classes.'),
      category: code()
        .optional()
        .describe('Mandatory when the desk records (PRI-2); else the default category until classified.'),
      service: id().optional(),
      item: id().optional(),
      system: line(200).optional(),
      contact: contact().optional(),
      channel: code()
        .optional()
        .describe('Requesters: portal (default) or api. Desk: a typed-in channel; default hotline.'),
      requester: namedRequester().optional().describe('Desk only: on whose behalf. Default: the caller.'),
      impact: impact().optional().describe('Desk only. Default: from the service’s criticality (PRI-5).'),
      urgency: urgency().optional().describe('Desk only. Default: medium, high for a VIP (PRI-3).'),
      attachments: uploads(),
      afterTheFact: registration().optional(),
      security: z.boolean().optional().describe('Concerns confidentiality, integrity or availability of information.'),
    })
    .meta({
      id: 'Declaration',
      examples: [
        {
          title: 'Printer on floor 3 prints blank pages',
          description: 'Since this morning; tray 2.',
          category: 'printing',
        },
        {
          title: 'Cannot print',
          description: 'Called at nine.',
          category: 'printing',
          requester: { email: 'anna@harbour.example' },
        },
      ],
    }),
)

export const classify = schema(() =>
  z
    .strictObject({
      kind: kind().optional(),
      class: code().optional(),
      title: line(200).optional(),
      category: code().optional(),
      service: id().nullable().optional(),
      item: id().nullable().optional(),
      system: line(200).nullable().optional(),
      security: z.boolean().optional(),
      impact: impact().optional(),
      urgency: urgency().optional(),
      reason: reason()
        .optional()
        .describe('Why; mandatory for a change of grade once the ticket is dispatched (PRI-6).'),
    })
    .refine(atLeastOne, SAY_SOMETHING)
    .meta({ examples: [{ category: 'printing', impact: 'moderate', urgency: 'high', reason: 'The whole floor' }] }),
)

export const assign = schema(() =>
  z
    .strictObject({
      group: code().optional().describe('Default: the category’s for a new ticket, else the one that has it (LIF-2).'),
      assignee: id().optional().describe('Id of a person of the group.'),
    })
    .meta({ examples: [{}, { group: 'workplace', assignee: 'xia' }] }),
)

export const transfer = schema(() =>
  z
    .strictObject({
      group: code(),
      assignee: id().optional(),
      category: code().optional().describe('Stated again at a transfer; default: unchanged (PRI-2).'),
      reason: reason(),
    })
    .meta({ examples: [{ group: 'platform', reason: 'The driver is theirs' }] }),
)

export const nothing = schema(() => z.strictObject({}))

export const contacted = schema(() =>
  z
    .strictObject({
      medium: contactMedium(),
      reached: z.boolean(),
      note: prose(5_000),
      faultConfirmed: z.boolean().default(false).describe('The fault was confirmed with the requester (LIF-10).'),
      gradeAgreed: z
        .boolean()
        .optional()
        .describe('Whether the customer agrees with the grade, where it was spoken of (PRI-7).'),
      handlingTimeAgreedAt: givenInstant().optional().describe('Until when it was agreed to be handled (LIF-10).'),
    })
    .meta({
      examples: [{ medium: 'phone', reached: true, note: 'Tray 2 only', faultConfirmed: true, gradeAgreed: true }],
    }),
)

export const comment = schema(() =>
  z.strictObject({
    text: prose(LONGEST_TEXT),
    visibility: visibility().optional().describe('Default: internal from staff, public from the requester.'),
    attachments: uploads(),
  }),
)

export const diagnose = schema(() =>
  z
    .strictObject({
      cause: prose(10_000).optional(),
      workaround: prose(10_000).optional(),
      solution: prose(10_000).optional(),
    })
    .refine(atLeastOne, SAY_SOMETHING),
)

export const wait = schema(() =>
  z
    .strictObject({
      code: code().describe(
        'A code of /codes, list waitCodes: it says whether the clocks stop and what ends it (WAI-1).',
      ),
      reason: reason().describe('With a code that the requester’s answer ends, the question to them; else internal.'),
      until: givenInstant().optional().describe('Mandatory for codes that a date ends.'),
    })
    .meta({ examples: [{ code: 'requester', reason: 'Which tray is it?' }] }),
)

export const requestPriorityChange = schema(() =>
  z.strictObject({ impact: impact(), urgency: urgency(), reason: reason() }),
)
export const decidePriorityChange = schema(() => z.strictObject({ granted: z.boolean(), reason: reason() }))

export const because = schema(() => z.strictObject({ reason: reason() }))

export const resolve = schema(() =>
  z
    .strictObject({
      outcome: outcome().default('cure'),
      solution: prose(10_000).describe('The requester reads it.'),
      cause: prose(10_000).nullable().default(null).describe('Internal.'),
      environmentChanged: z.boolean().default(false).describe('Before the cause was known (LIF-11).'),
      leftToFindOut: prose(5_000).nullable().default(null).describe('Can become a problem in one act (LIF-11).'),
      category: code().optional().describe('Stated again at the resolution; default: unchanged (PRI-2).'),
    })
    .meta({ examples: [{ solution: 'The drum was worn; it has been replaced.', cause: 'Worn drum' }] }),
)

export const confirm = schema(() => z.strictObject({ satisfaction: givenSatisfaction().optional() }))

export const close = schema(() =>
  z
    .strictObject({
      code: code().describe('A code of /codes, list closeCodes, that is not the system’s (CLO-4).'),
      solution: prose(10_000).optional().describe('Mandatory unless the ticket has one (CLO-5).'),
      satisfaction: z
        .union([givenSatisfaction(), notObtained()])
        .optional()
        .describe('Mandatory unless the requester has given it (CLO-6).'),
    })
    .meta({
      examples: [
        { code: 'solved', satisfaction: { score: 5, comment: 'Quick' } },
        { code: 'solved', satisfaction: { notObtained: 'no-answer' } },
      ],
    }),
)

export const merge = schema(() =>
  z
    .strictObject({
      duplicates: z
        .array(ticketNumber())
        .min(1)
        .max(50)
        .describe('Numbers of open tickets about the same matter; each closes at once (INT-13).'),
    })
    .meta({ examples: [{ duplicates: ['INC-2026-000124', 'INC-2026-000125'] }] }),
)

export const judgeMajor = schema(() =>
  z.strictObject({ confirmed: z.boolean().describe('False demotes.'), reason: reason() }),
)
export const reviewRating = schema(() =>
  z.strictObject({
    finding: prose(5_000),
    cause: prose(5_000).optional(),
    measure: prose(5_000).optional(),
    conversation: prose(5_000).optional().describe('What was said with the requester.'),
  }),
)
export const raiseProblem = schema(() => z.strictObject({ leftToFindOut: prose(5_000).optional() }))

const key = schema(() =>
  z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .describe('What forms send in place of the header Idempotency-Key.'),
)

/** The round of the later time that is answered; a form's fields are texts. */
const proposal = schema(() => z.coerce.number().pipe(z.int().min(1)))

/** A form sends what was left empty as well. */
const said = (maxLength: number) => z.union([z.literal('').transform(() => undefined), prose(maxLength)]).optional()

/** What a link in a mail lets its holder do, flat so that a page’s form can say it. */
export const linkAct = schema(() =>
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('comment'), text: prose(LONGEST_TEXT), attachments: uploads(), key: key() }),
    z.strictObject({
      act: z.literal('confirm'),
      score: z.coerce.number().pipe(score()).optional(),
      comment: prose(5_000).optional(),
      key: key(),
    }),
    z.strictObject({ act: z.literal('reject'), reason: reason(), key: key() }),
    z.strictObject({ act: z.literal('agree'), proposal: proposal(), key: key() }),
    z.strictObject({ act: z.literal('insist'), text: said(2_000), key: key() }),
    z.strictObject({ act: z.literal('object'), proposal: proposal(), text: said(2_000), key: key() }),
  ]),
)
