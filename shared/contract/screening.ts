import * as z from 'zod'
import { RETURNED_AS } from '../domain/ticket/screening.ts'
import { instant, prose } from './fields.ts'
import { schema } from './schema.ts'

/** INT-11: whether a ticket is served at all, and what happens when the customer insists. */

export const returnedAs = schema(() =>
  z
    .enum(RETURNED_AS)
    .describe('Out of scope; or redirected, because it is a change or a new requirement, decided elsewhere.'),
)

export const returned = schema(() =>
  z
    .strictObject({
      reason: prose(2_000).describe('The requester reads it.'),
      as: returnedAs().optional().describe('Default: out-of-scope.'),
    })
    .meta({ examples: [{ as: 'change', reason: 'A second line needs a change request: ask your project manager.' }] }),
)

export const insistence = schema(() =>
  z.strictObject({ text: prose(2_000).optional().describe('Why it is needed all the same.') }),
)

export const serviceDecision = schema(() =>
  z.strictObject({
    serve: z.boolean().describe('False declines for good.'),
    reason: prose(2_000).describe('The requester reads it.'),
  }),
)

export const screeningSeen = schema(() =>
  z
    .strictObject({
      outcome: z.enum(['accepted', ...RETURNED_AS]),
      at: instant(),
      by: z.string(),
      reason: z.string().nullable(),
    })
    .meta({ id: 'Screening', description: 'Whether it is in scope, by whom that was found (INT-11).' }),
)

export const insistenceSeen = schema(() =>
  z
    .strictObject({
      at: instant(),
      text: z.string().nullable(),
      decision: z
        .strictObject({ serve: z.boolean(), reason: z.string(), by: z.string(), at: instant() })
        .nullable()
        .describe('The project manager’s; null: not yet.'),
    })
    .meta({ id: 'Insistence', description: 'The customer wants it served all the same (INT-11).' }),
)
