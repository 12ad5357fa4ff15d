import * as z from 'zod'
import { AUDIENCES, MAJOR_ROLES, STAGES } from '../domain/major-incident/procedure.ts'
import type { Frozen } from './endpoint.ts'
import { instant, ticketNumber, version } from './fields.ts'
import { schema, type ValueOf } from './schema.ts'

/** What people may do in the procedure; each is an endpoint below the ticket. */
export const PROCEDURE_ACTS = [
  'judge-major',
  'demote-major',
  'set-major-roles',
  'send-on-site',
  'note-arrival',
  'request-resource',
  'arrange-resource',
  'ask-second-line',
  'involve-vendor',
  'update-audience',
  'review-solution',
  'write-report',
  'approve-report',
  'send-report',
  'attach-child',
  'detach-child',
  'contact',
] as const

const stage = schema(() =>
  z.enum(STAGES).meta({
    id: 'MajorStage',
    description:
      'candidate → mobilising → first-line → second-line → vendor → review → report → call-back → closed; demoted ends it on the normal road.',
  }),
)
const audience = schema(() => z.enum(AUDIENCES))
const participant = schema(() =>
  z.strictObject({ id: z.string().nullable().describe('Null: nobody of the desk.'), name: z.string() }),
)
const update = schema(() =>
  z.strictObject({
    last: z.strictObject({ at: instant(), by: z.string(), text: z.string() }).nullable(),
    dueAt: instant().nullable().describe('Null while none is owed.'),
    missed: z.int().describe('How often the one that is due has been reminded of.'),
  }),
)

export const procedure = schema(() =>
  z
    .strictObject({
      number: ticketNumber(),
      stage: stage(),
      startedAt: instant().describe('When it became a candidate; the timers of the lines run from here (MAJ-1).'),
      steps: z.array(
        z.strictObject({
          stage: stage(),
          since: instant().nullable(),
          state: z.enum(['done', 'current', 'ahead', 'skipped']),
        }),
      ),
      ball: z
        .strictObject({
          holder: z.enum(['PM', 'L1', 'L2', 'IM', 'desk', 'commander', 'vendor']),
          people: z.array(z.string()).describe('Names.'),
        })
        .nullable()
        .describe('Whose move it is; null once it has ended.'),
      next: z
        .array(
          z.strictObject({
            at: instant(),
            does: z.enum(['step-overdue', 'update-missed', 'second-line', 'vendor']),
            audience: audience().nullable(),
            tells: z.array(z.string()).describe('Names.'),
          }),
        )
        .describe('What happens by itself if nobody does anything, the first first.'),
      judgement: z
        .strictObject({ at: instant(), by: z.string(), confirmed: z.boolean(), reason: z.string() })
        .nullable(),
      roles: z.strictObject(
        Object.fromEntries(MAJOR_ROLES.map((role) => [role, participant().nullable()])) as Record<
          (typeof MAJOR_ROLES)[number],
          z.ZodNullable<ReturnType<typeof participant>>
        >,
      ),
      visit: z
        .strictObject({
          engineer: participant(),
          place: z.string(),
          appointedFor: instant(),
          arrivedAt: instant().nullable(),
        })
        .nullable(),
      resources: z.array(
        z.strictObject({
          id: z.string(),
          what: z.string(),
          requestedAt: instant(),
          arrangedAt: instant().nullable(),
          note: z.string().nullable(),
        }),
      ),
      secondLine: z
        .strictObject({ at: instant(), by: participant().nullable(), group: z.string().nullable() })
        .nullable()
        .describe('`by` null: its time had come by itself (MAJ-3).'),
      vendor: z
        .strictObject({
          at: instant(),
          by: participant().nullable(),
          name: z.string().nullable(),
          reference: z.string().nullable(),
        })
        .nullable(),
      updates: z.strictObject({ requesters: update(), management: update() }).describe('MAJ-4.'),
      review: z
        .strictObject({ at: instant(), by: z.string(), satisfied: z.boolean(), reason: z.string().nullable() })
        .nullable(),
      report: z
        .strictObject({
          version: z.int(),
          text: z.string().describe('Markdown.'),
          writtenAt: instant(),
          writtenBy: z.string(),
          approved: z.strictObject({ at: instant(), by: z.string() }).nullable(),
          sentAt: instant().nullable(),
        })
        .nullable()
        .describe('The latest version; the earlier ones are in the timeline (MAJ-6).'),
      calledBackAt: instant().nullable().describe('MAJ-7.'),
      children: z.array(ticketNumber()).describe('Incidents that follow its solution (MAJ-8).'),
      allowedActs: z
        .array(z.enum(PROCEDURE_ACTS))
        .describe('What the caller may do now: POST /tickets/{number}/{act}.'),
      version: version(),
    })
    .meta({ id: 'Procedure', description: 'Where the major incident stands (MAJ-9).' }),
)

export type ProcedureView = Frozen<ValueOf<typeof procedure>>
