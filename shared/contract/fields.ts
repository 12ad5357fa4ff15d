import * as z from 'zod'
import { LEVELS } from '../domain/escalation/level.ts'
import { MAJOR_WAITS } from '../domain/major-incident/waits.ts'
import { ROLES } from '../domain/people/person.ts'
import { IMPACTS, PRIORITIES, URGENCIES } from '../domain/priority/grade.ts'
import { STATES } from '../domain/ticket/ticket.ts'
import { schema } from './schema.ts'

/** Fields more than one endpoint speaks of; each has one meaning in the whole API. */

export const instant = schema(() =>
  z.iso.datetime().meta({
    id: 'Instant',
    description: 'A moment in UTC as ISO 8601.',
    examples: ['2026-03-02T01:00:00.000Z'],
  }),
)

/** Records hold one spelling of an instant, so that they sort. */
export const givenInstant = schema(() =>
  z.iso
    .datetime({ offset: true })
    .regex(/^2\d{3}-/, { error: 'must be after the year 2000' })
    .transform((given) => new Date(given).toISOString())
    .meta({
      id: 'GivenInstant',
      description: 'A moment as ISO 8601 with Z or an offset.',
      examples: ['2026-03-02T09:00:00+08:00'],
    }),
)

export const ticketNumber = schema(() =>
  z
    .string()
    .regex(/^(INC|REQ)-\d{4}-\d{6,9}$/)
    .meta({
      id: 'TicketNumber',
      description: 'INC for an incident, REQ for a service request, the year it was recorded in, and a running number.',
      examples: ['INC-2026-000123'],
    }),
)

export const id = schema(() => z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:@-]{0,127}$/u))

/** A key into one of the lists an administrator edits. */
export const code = schema(() => z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i))

export const line = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^[^\r\n]*$/)
export const prose = (maxLength: number) => z.string().trim().min(1).max(maxLength)

export const priority = schema(() =>
  z.literal(PRIORITIES).meta({
    id: 'Priority',
    description: '1 is the most urgent. Computed from impact and urgency by the policy’s matrix, never set (PRI-4).',
  }),
)
export const impact = schema(() => z.enum(IMPACTS).meta({ id: 'Impact', description: 'How much is affected (PRI-3).' }))
export const urgency = schema(() =>
  z.enum(URGENCIES).meta({ id: 'Urgency', description: 'How fast it must be restored (PRI-3).' }),
)
export const level = schema(() =>
  z.enum(LEVELS).meta({ id: 'Level', description: 'Whom an escalation reaches (ESC-1).' }),
)
export const role = schema(() => z.enum(ROLES).meta({ id: 'Role', description: 'Roles are additive (ROL-1).' }))
export const kind = schema(() => z.enum(['incident', 'service-request']).meta({ id: 'TicketKind' }))
export const state = schema(() =>
  z.enum(STATES).meta({
    id: 'TicketState',
    description:
      'recorded → assigned → accepted → resolved → closed; waiting in between; returned, merged and cancelled end it without service.',
  }),
)
export const majorWait = schema(() =>
  z.enum(MAJOR_WAITS).meta({
    id: 'MajorWait',
    description:
      'What a major incident waits for: its judgement (MAJ-2), the review of its solution (MAJ-5), its report, the approval and the sending of that (MAJ-6), the call-back (MAJ-7).',
  }),
)
export const visibility = schema(() =>
  z.enum(['public', 'internal']).meta({
    id: 'Visibility',
    description: 'Internal is seen by staff only.',
  }),
)
export const language = schema(() => z.enum(['zh-CN', 'en']).meta({ id: 'Language' }))
export const texts = schema(() =>
  z
    .strictObject({ 'zh-CN': line(200), en: line(200) })
    .meta({ id: 'Texts', description: 'A text people see, in both languages.' }),
)
export const supportLine = schema(() =>
  z.literal(['desk', 1, 2, 'vendor']).meta({
    id: 'Line',
    description: 'The desk itself, the first line, the second line, or a vendor without login.',
  }),
)
export const version = schema(() =>
  z.int().min(1).describe('Counts the changes of the record; the same number as its ETag.'),
)
