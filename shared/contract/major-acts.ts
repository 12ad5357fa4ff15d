import * as z from 'zod'
import { givenInstant, id, line, prose, ticketNumber } from './fields.ts'
import { schema } from './schema.ts'

/** The bodies of what people decide in the procedure of a major incident (MAJ-2 to MAJ-8). */

const LONGEST_REPORT = 20_000

const participant = schema(() =>
  z
    .union([z.strictObject({ id: id() }), z.strictObject({ name: line(200) })])
    .meta({ id: 'GivenParticipant', description: 'A person of the desk by id, or anybody by name.' }),
)

export const majorRoles = schema(() =>
  z
    .strictObject({
      roles: z.strictObject({
        commander: participant().nullable().optional().describe('Decides.'),
        communications: participant().nullable().optional().describe('Keeps the audiences posted.'),
        scribe: participant().nullable().optional().describe('Keeps the record.'),
        technical: participant().nullable().optional().describe('Leads the search for the cause.'),
      }),
    })
    .describe('Null takes a role away; what is left out stays.')
    .meta({ examples: [{ roles: { commander: { id: 'ivan' }, scribe: { name: 'Temp' } } }] }),
)

export const visit = schema(() =>
  z.strictObject({ engineer: participant(), place: line(500), appointedFor: givenInstant() }),
)
export const arrival = schema(() => z.strictObject({ arrivedAt: givenInstant().optional().describe('Default: now.') }))
export const resource = schema(() => z.strictObject({ what: prose(500) }))
export const arranged = schema(() =>
  z.strictObject({ resource: z.string().max(200).describe('Its id in the procedure.'), note: prose(500) }),
)
export const vendor = schema(() =>
  z.strictObject({
    vendor: line(200),
    reference: line(200).optional().describe('The vendor’s own number of the case.'),
    reason: prose(2_000),
  }),
)
export const update = schema(() =>
  z.strictObject({ audience: z.enum(['requesters', 'management']), text: prose(4_000) }),
)
export const review = schema(() =>
  z.strictObject({
    satisfied: z.boolean().describe('False sends the solution back to work.'),
    reason: prose(2_000).optional().describe('Mandatory when not satisfied.'),
  }),
)
export const report = schema(() => z.strictObject({ text: prose(LONGEST_REPORT).describe('Markdown.') }))
export const reportVersion = schema(() =>
  z.strictObject({ version: z.int().min(1).describe('The version of the report that was read.') }),
)
export const child = schema(() => z.strictObject({ child: ticketNumber() }))
