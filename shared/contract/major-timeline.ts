import * as z from 'zod'
import { AUDIENCES, STAGES } from '../domain/major-incident/procedure.ts'
import { instant, state, ticketNumber } from './fields.ts'
import { schema } from './schema.ts'

const text = schema(() => z.string())
const audience = schema(() => z.enum(AUDIENCES))
const participant = schema(() => z.strictObject({ id: text().nullable(), name: text() }))
const version = schema(() => z.int())

/** What the entries of a major incident say (MAJ-1 to MAJ-8); the same names as the events of the domain. */
export const majorEntryFields = () =>
  ({
    'major-candidate-raised': { dueAt: instant().nullable().optional() },
    'major-judged': { confirmed: z.boolean(), reason: text() },
    'major-demoted': { reason: text() },
    'major-step-overdue': { stage: z.enum(STAGES), round: z.int(), dueAt: instant() },
    'major-roles-set': { roles: z.record(text(), participant().nullable()) },
    'major-visit-arranged': { engineer: participant(), place: text(), appointedFor: instant() },
    'major-arrival-noted': { arrivedAt: instant() },
    'major-resource-requested': { resource: text(), what: text() },
    'major-resource-arranged': { resource: text(), note: text() },
    'major-second-line-asked': {
      group: text().nullable(),
      reason: text().nullable(),
      dueAt: instant().nullable(),
    },
    'major-vendor-asked': {
      vendor: text().nullable(),
      reference: text().nullable(),
      reason: text().nullable(),
      dueAt: instant().nullable(),
    },
    'audience-updated': { audience: audience(), text: text(), of: ticketNumber().nullable() },
    'update-missed': { audience: audience(), round: z.int(), dueAt: instant() },
    'major-reviewed': { satisfied: z.boolean(), reason: text().nullable(), backTo: state().nullable() },
    'major-report-written': { version: version(), text: text() },
    'major-report-approved': { version: version() },
    'major-report-sent': { version: version() },
    'child-attached': { child: ticketNumber() },
    'child-detached': { child: ticketNumber() },
    'attached-to-parent': { parent: ticketNumber() },
    'detached-from-parent': { parent: ticketNumber() },
  }) as const satisfies Readonly<Record<string, z.core.$ZodShape>>
