import * as z from 'zod'
import { instant } from './fields.ts'
import { schema } from './schema.ts'

const step = schema(() => z.enum(['assign', 'respond', 'restore', 'confirm']))

export const clock = schema(() =>
  z
    .strictObject({
      target: z.int().describe('Minutes of the clock below.'),
      runsOn: z.enum(['around-the-clock', 'working-time']),
      startedAt: instant(),
      dueAt: instant().nullable().describe('Null while a pause keeps it from being known.'),
      metAt: instant().nullable(),
      missedAt: instant().nullable().describe('The due time, once it has passed without the step being done.'),
      remainingMinutes: z.int().describe('Minutes of its clock left; negative once missed.'),
      paused: z.boolean(),
      provisional: z.boolean().describe('Reaches into a year whose holidays are not published yet (SLA-3).'),
    })
    .meta({ id: 'Clock', description: 'One promise: what it is, when it is due, whether it was kept (SLA-1, SLA-4).' }),
)

export const sla = schema(() =>
  z
    .strictObject({
      assign: clock().nullable(),
      respond: clock().nullable().describe('Accepted by a person, contacted, or answered in public (SLA-2).'),
      restore: clock().nullable().describe('Resolved.'),
      confirm: clock().nullable().describe('The requester’s confirmation, counted from the resolution.'),
    })
    .meta({ id: 'Sla', description: 'Null: no promise for this step, or not begun.' }),
)

const span = schema(() =>
  z.strictObject({
    from: instant(),
    to: instant(),
    counted: z.boolean(),
    because: z.enum(['open', 'waiting', 'closed']),
    code: z.string().nullable().describe('The waiting code, for `waiting`.'),
    usedMinutes: z.number().describe('Used up by the end of this stretch.'),
  }),
)

export const explainedClock = schema(() =>
  z
    .strictObject({ step: step(), ...clock().shape, spans: z.array(span()).describe('Oldest first; the latest 400.') })
    .meta({ id: 'ExplainedClock', description: 'A clock interval by interval (SLA-4).' }),
)

export const forecastStep = schema(() =>
  z
    .strictObject({
      at: instant(),
      role: z.string().describe('A level of ESC-1, or IM, assignee, requester, desk.'),
      because: z.enum([
        'matrix',
        'missed-target',
        'warning',
        'waiting',
        'reminder',
        'auto-close',
        'recovery',
        'later-time',
      ]),
      step: z.string().nullable().describe('The promise concerned: assign, respond, restore or confirm.'),
    })
    .meta({ id: 'ForecastStep', description: 'Who will be told next, and when, if nobody does anything (ESC-2).' }),
)
