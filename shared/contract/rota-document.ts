import * as z from 'zod'
import type { Rota } from '../domain/on-call/rota.ts'
import { rotaProblems } from '../domain/on-call/rota-problems.ts'
import { weekdays } from '../domain/sla/calendar.ts'
import { code, id, instant, texts } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

const MOST_OVERRIDES = 1_000

export const rotaSubject = schema(() =>
  z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('group'), group: code() }),
      z.strictObject({ kind: z.literal('desk') }),
      z.strictObject({ kind: z.literal('project-managers') }),
      z.strictObject({ kind: z.literal('management') }),
    ])
    .meta({ id: 'RotaSubject', description: 'Whose duty it is.' }),
)

const turn = schema(() =>
  z
    .union([
      z.strictObject({ hours: z.int().min(1).max(1_000) }),
      z.strictObject({ days: z.int().min(1).max(1_000) }),
      z.strictObject({ weeks: z.int().min(1).max(520) }),
    ])
    .describe('How long one turn lasts, in wall-clock time.'),
)

const dutyWindow = schema(() =>
  z
    .strictObject({
      days: z.array(z.enum(weekdays)).min(1).max(7),
      from: z.string().max(5).describe('HH:MM'),
      to: z.string().max(5).describe('HH:MM, or 24:00. Not after `from`: on the next day.'),
    })
    .meta({ id: 'DutyWindow' }),
)

const layer = schema(() =>
  z
    .strictObject({
      participants: z.array(id()).max(100).describe('People, in the order of their turns.'),
      atOnce: z.int().min(1).max(20).describe('How many of them are on duty together.'),
      turn: turn(),
      startsOn: z.iso.date().describe('The first turn begins on this day at the hand-over time.'),
      handOverAt: z
        .string()
        .max(5)
        .describe('HH:MM. A time the zone skips hands over at the jump, a time shown twice the first time.'),
      endsOn: z.iso.date().nullable().describe('The layer ends on this day at the hand-over time.'),
      windows: z.array(dutyWindow()).max(50).describe('When it has somebody; empty: around the clock.'),
      holidays: z.enum(['ignored', 'off', 'only']).describe('off: nobody on holidays. only: on holidays alone.'),
      calendar: code().nullable().describe('Whose holidays.'),
    })
    .meta({ id: 'RotaLayer' }),
)

export const override = schema(() =>
  z
    .strictObject({
      id: z.string().min(1).max(200),
      from: instant(),
      to: instant(),
      person: id(),
      replaces: id().nullable().describe('Null: on duty as well.'),
    })
    .meta({ id: 'RotaOverride', description: 'From `from` until just before `to` somebody else is on duty.' }),
)

export const rotaDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: texts(),
      subject: rotaSubject(),
      timeZone: z.string().max(64).describe('IANA name, e.g. Asia/Shanghai.'),
      neededDuring: code()
        .nullable()
        .describe('Calendar in whose open time somebody has to be on duty; null: around the clock.'),
      layers: z.array(layer()).max(20).describe('The last that has somebody holds.'),
      overrides: z.array(override()).max(MOST_OVERRIDES).describe('Above all layers, in this order.'),
    })
    .superRefine((rota, context) => {
      for (const message of rotaProblems(rota)) context.addIssue({ code: 'custom', message })
    })
    .meta({ id: 'Rota', description: 'Who is on duty when (ONC-1).' }),
) satisfies SchemaOf<Rota>
