import * as z from 'zod'
import { code, givenInstant, instant, prose } from './fields.ts'
import { schema } from './schema.ts'
import { outcome } from './ticket-parts.ts'

/** INT-12: a major incident written down after the fact. */

export const registration = schema(() =>
  z
    .strictObject({
      reason: prose(2_000).describe('Why it was not recorded while it went on.'),
      occurredAt: givenInstant().describe('When the fault began.'),
      reportedAt: givenInstant().describe('When the desk heard of it; the promises are counted from then.'),
      assignedAt: givenInstant(),
      respondedAt: givenInstant(),
      restoredAt: givenInstant(),
      group: code().describe('Who solved it.'),
      outcome: outcome().default('cure'),
      solution: prose(10_000),
      cause: prose(10_000).nullable().default(null),
    })
    .describe('Desk only, for a major incident that is over; a second person has to confirm it (INT-12).'),
)

export const registrationVerdict = schema(() =>
  z.strictObject({
    confirmed: z.boolean(),
    reason: prose(2_000).optional().describe('Mandatory when it is not confirmed.'),
  }),
)

export const afterTheFact = schema(() =>
  z
    .strictObject({
      occurredAt: instant(),
      writtenAt: instant(),
      writtenBy: z.string(),
      reason: z.string(),
      confirmed: z.strictObject({ at: instant(), by: z.string() }).nullable().describe('By a second person.'),
    })
    .meta({ id: 'AfterTheFact', description: 'The ticket was written after the fact (INT-12).' }),
)
