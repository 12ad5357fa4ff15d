import * as z from 'zod'
import type { Frozen } from './endpoint.ts'
import { instant, kind, priority, state, texts, ticketNumber } from './fields.ts'
import { schema, type ValueOf } from './schema.ts'

export const month = schema(() =>
  z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
    .meta({ id: 'Month', description: 'A month on the calendars of the desk’s zone.', examples: ['2026-03'] }),
)

const OUTCOMES = ['met', 'missed', 'running', 'none'] as const
export const CUTS = ['kind', 'class', 'priority', 'service', 'category', 'group', 'channel', 'fault'] as const

const text = () => z.string().nullable()
const past = () => z.number().nullable()

export const reportTicket = schema(() =>
  z
    .strictObject({
      number: ticketNumber(),
      title: z.string(),
      kind: kind().nullable(),
      class: text(),
      state: state(),
      priority: priority(),
      category: text(),
      service: text(),
      item: text(),
      group: z.string(),
      channel: z.string(),
      department: text(),
      recordedAt: instant(),
      respondedAt: instant().nullable(),
      resolvedAt: instant().nullable(),
      closedAt: instant().nullable(),
      responded: z.enum(OUTCOMES).nullable(),
      restored: z.enum(OUTCOMES).nullable(),
      dueAt: instant().nullable().describe('When it is to be restored by; of the backlog, its next promise.'),
      waitedMinutes: z.number().nullable(),
      reassignments: z.int().nullable(),
      escalations: z.int().nullable(),
      major: z.enum(['none', 'candidate', 'confirmed', 'demoted']).nullable(),
      postRegistered: z.boolean().nullable(),
      registrationConfirmed: z
        .boolean()
        .nullable()
        .describe('Of one written after the fact: whether a second person has vouched for it (INT-12).'),
      overrunAgreed: z.boolean().nullable().describe('Null: the requester was not asked for a later time (SLA-5).'),
      score: z.int().min(1).max(5).nullable(),
      comment: text(),
      ratingReview: z.enum(['none', 'open', 'done']).nullable(),
      finding: text().describe('Of the review of a bad rating, in short (CLO-6).'),
      problem: text(),
    })
    .meta({
      id: 'ReportTicket',
      description: 'A ticket as a report counts it. Of the backlog only what a list of open tickets shows is known.',
    }),
)

const figured = () => ({
  numerator: z.number(),
  denominator: z.number(),
  value: past().describe('Null: there was nothing to divide by.'),
  lastMonth: past().describe('Null: nothing is known of then.'),
  lastYear: past(),
})

const figure = schema(() =>
  z
    .strictObject({
      id: z.string(),
      name: texts(),
      definition: texts(),
      requirement: z.string(),
      unit: z.enum(['tickets', 'times', 'rate', 'score', 'ms']),
      goal: z.number().nullable(),
      ...figured(),
    })
    .meta({
      id: 'ReportFigure',
      description: 'GET /reports/{month}/figures/{id}/tickets lists the tickets behind it.',
    }),
)

const cutFigure = schema(() => z.strictObject(figured()).meta({ id: 'ReportCutFigure' }))

const cut = schema(() =>
  z.strictObject({
    by: z.enum(CUTS),
    name: texts(),
    lines: z.array(
      z.strictObject({
        of: z.string().nullable().describe('An id or code; null: under nothing in particular.'),
        name: texts(),
        tickets: cutFigure(),
        respondedInTime: cutFigure(),
        restoredInTime: cutFigure(),
      }),
    ),
  }),
)

const named = schema(() =>
  z.strictObject({
    items: z.array(reportTicket()),
    withheld: z.int().describe('How many more there are that the caller may not see (PRI-9).'),
  }),
)

const reportMeasure = schema(() =>
  z
    .strictObject({
      number: z.string(),
      title: z.string(),
      owner: z.string(),
      dueOn: z.string(),
      overdue: z.boolean(),
      review: month().nullable().describe('The month whose review it comes from.'),
      ticket: ticketNumber().nullable(),
      progress: z.string().nullable(),
    })
    .meta({ id: 'ReportMeasure' }),
)

const correction = schema(() =>
  z
    .strictObject({ why: z.string(), by: z.strictObject({ id: z.string(), name: z.string() }), askedAt: instant() })
    .nullable(),
)

export const report = schema(() =>
  z
    .strictObject({
      month: month(),
      edition: z.int().nullable().describe('Null: counted now and not frozen.'),
      provisional: z.boolean().describe('Counted now: the numbers still change.'),
      correction: correction(),
      timeZone: z.string(),
      asOf: instant(),
      history: z.strictObject({ lastMonth: z.boolean(), lastYear: z.boolean() }),
      figures: z.array(figure()),
      cuts: z.array(cut()),
      badRatings: named(),
      openReviews: named().describe('Bad ratings of any month that wait for their review (CLO-6).'),
      majors: named(),
      postRegistered: named(),
      measures: z
        .array(reportMeasure())
        .describe('Of the improvement plan, still open then; the first due first (REP-5).'),
      rules: z.array(texts()).describe('What holds for all figures.'),
    })
    .meta({ id: 'MonthReport', description: 'The figures of a month, as they were sent (REP-2).' }),
)

export type ReportView = Frozen<ValueOf<typeof report>>
export type ReportTicketView = Frozen<ValueOf<typeof reportTicket>>

const edition = schema(() =>
  z.strictObject({ edition: z.int().min(1), asOf: instant(), correction: correction(), empty: z.boolean() }),
)

const sending = schema(() =>
  z.strictObject({
    edition: z.int().min(1),
    askedAt: instant(),
    askedBy: z.string().nullable().describe('Null: the desk itself.'),
    doneAt: instant().nullable().describe('Null: it is on its way.'),
    sentTo: z.array(z.string()),
    refusedBy: z.array(z.string()).describe('Their address takes no mail.'),
    waiting: z.array(z.string()).describe('Who is still to have it.'),
  }),
)

export const sendings = schema(() =>
  z
    .strictObject({
      dueAt: instant().nullable().describe('When it is made and sent by itself; null once it was made.'),
      recipients: z.array(z.string()).describe('Whom the settings name now.'),
      items: z.array(sending()).describe('Newest first; the last ten that are done, and what is on its way.'),
    })
    .meta({ id: 'ReportSendings', description: 'Whom a report was sent to and will be, by name (REP-3).' }),
)

export type SendingsView = Frozen<ValueOf<typeof sendings>>

export const monthLine = schema(() =>
  z
    .strictObject({
      month: month(),
      editions: z.array(edition()).describe('Oldest first; none of the month that is running.'),
      correction: correction().describe('Asked for and being counted.'),
      outstanding: z.boolean().describe('Something is still to be counted or sent.'),
    })
    .meta({ id: 'ReportedMonth' }),
)
