import * as z from 'zod'
import type { Frozen } from './endpoint.ts'
import { impact, instant, kind, majorWait, priority, state, ticketNumber, urgency, version } from './fields.ts'
import { schema, type ValueOf } from './schema.ts'

/** What a list shows of a ticket; GET /tickets/{number} shows the rest. */
export const ticketRow = schema(() =>
  z
    .strictObject({
      number: ticketNumber(),
      kind: kind(),
      class: z.string(),
      title: z.string(),
      state: state(),
      priority: priority(),
      impact: impact(),
      urgency: urgency(),
      category: z.string(),
      group: z.string(),
      assignee: z.strictObject({ id: z.string().optional().describe('Staff only.'), name: z.string() }).nullable(),
      requester: z.strictObject({ name: z.string(), vip: z.boolean() }),
      channel: z.string(),
      service: z.string().nullable(),
      item: z.string().nullable(),
      flags: z.strictObject({ major: z.boolean(), security: z.boolean() }),
      recordedAt: instant(),
      updatedAt: instant(),
      resolvedAt: instant().nullable(),
      dueAt: instant().nullable().describe('The next promise that is still open.'),
      clock: z
        .strictObject({
          target: z.int().describe('Minutes of its own clock.'),
          remainingMinutes: z.int().describe('Minutes of its clock left; negative once missed.'),
          paused: z.boolean(),
        })
        .nullable()
        .describe('How that promise stands (SLA-4); null without one, or where it was recorded without.'),
      waitingFor: z.string().nullable().describe('The waiting code.'),
      reassignments: z.int().min(0).optional().describe('Staff only.'),
      escalated: z.boolean().optional().describe('Staff only: by hand, by a missed target or by reassignments.'),
      majorWaits: majorWait()
        .nullable()
        .optional()
        .describe('Staff only; null while there is nothing to decide, or it is no major incident.'),
      version: version(),
    })
    .meta({ id: 'TicketRow' }),
)

export type TicketRow = Frozen<ValueOf<typeof ticketRow>>
