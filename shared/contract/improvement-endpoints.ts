import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint } from './endpoint.ts'
import { id, line, prose, ticketNumber } from './fields.ts'
import { day, measure, measurePage, measureSeen, monthReview } from './improvement-view.ts'
import { pageQuery } from './page.ts'
import { month } from './report-view.ts'
import { type Schema, schema } from './schema.ts'

/** Whose the monthly review and the plan are (ROL-2); the deciders say the same. */
const IMPROVERS = ['incident-manager', 'desk-manager'] as const
const READERS = [...IMPROVERS, 'management'] as const
const TAG = 'Improvement'

const ofMonth = schema(() => z.strictObject({ month: month() }))
const ofMeasure = schema(() => z.strictObject({ number: z.string().regex(/^SIP-\d{4}-\d{6,9}$/) }))

const act = <const Name extends string, Body extends z.ZodType>(
  name: Name,
  summary: string,
  description: string,
  body: Schema<Body>,
) =>
  endpoint({
    method: 'POST',
    path: `/api/v1/measures/{number}/${name}`,
    tag: TAG,
    summary,
    description,
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params: ofMeasure,
    body,
    status: 200,
    response: measure,
    versioned: true,
    idempotent: true,
    precondition: 'version',
    problems: {
      404: 'There is no such measure, or it is not the caller’s to see.',
      409: 'It has ended already, or not.',
    },
  })

export const improvementEndpoints = {
  getMonthReview: endpoint({
    method: 'GET',
    path: '/api/v1/reports/{month}/review',
    tag: TAG,
    summary: 'Read the minutes of a month’s review',
    auth: 'signed-in',
    roles: READERS,
    params: ofMonth,
    status: 200,
    response: monthReview,
    versioned: true,
    problems: { 404: 'The month has not been reviewed yet.' },
  }),
  keepMinutes: endpoint({
    method: 'PUT',
    path: '/api/v1/reports/{month}/review',
    tag: TAG,
    summary: 'Keep the minutes of a month’s review',
    description:
      'By the incident manager or the desk manager, of a month that has been reported (REP-5). They can be completed; what stood there before stays in the history.',
    auth: 'signed-in',
    roles: IMPROVERS,
    params: ofMonth,
    body: schema(() =>
      z.strictObject({
        heldOn: day().describe('Today or before.'),
        participants: z.array(line(100)).min(1).max(50),
        minutes: prose(20_000),
      }),
    ),
    status: 200,
    response: monthReview,
    versioned: true,
    idempotent: true,
    precondition: 'version-or-new',
    problems: {
      404: 'There is no report of this month, or no minutes to change: keep new ones with If-None-Match: *.',
    },
  }),
  listMeasures: endpoint({
    method: 'GET',
    path: '/api/v1/measures',
    tag: TAG,
    summary: 'List the measures of the improvement plan',
    description:
      'Open ones, the first due first, or ended ones, the last first. Managers see all of them, everybody else those they own (REP-5).',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    query: schema(() =>
      z.strictObject({
        ...pageQuery(),
        state: z.enum(['open', 'ended']).default('open'),
        review: month().optional().describe('Only those of this month’s review.'),
      }),
    ),
    status: 200,
    response: measurePage,
    asCsv: true,
  }),
  planMeasure: endpoint({
    method: 'POST',
    path: '/api/v1/measures',
    tag: TAG,
    summary: 'Put a measure into the improvement plan',
    description: 'Its owner is told by mail, and reminded every week once its date has passed (REP-5).',
    auth: 'signed-in',
    roles: IMPROVERS,
    body: schema(() =>
      z.strictObject({
        title: line(200),
        detail: prose(5_000).optional(),
        owner: id().describe('A colleague; GET /measures/owners lists them.'),
        dueOn: day().describe('Today or later.'),
        review: month().nullable().default(null).describe('The month whose review it comes from.'),
        ticket: ticketNumber().nullable().default(null).describe('The ticket whose bad rating it comes from (CLO-6).'),
      }),
    ),
    status: 201,
    response: measure,
    versioned: true,
    idempotent: true,
  }),
  listMeasureOwners: endpoint({
    method: 'GET',
    path: '/api/v1/measures/owners',
    tag: TAG,
    summary: 'List who can own a measure',
    auth: 'signed-in',
    roles: IMPROVERS,
    status: 200,
    response: schema(() => z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) })),
  }),
  getMeasure: endpoint({
    method: 'GET',
    path: '/api/v1/measures/{number}',
    tag: TAG,
    summary: 'Read a measure with its history',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params: ofMeasure,
    status: 200,
    response: measureSeen,
    versioned: true,
    problems: { 404: 'There is no such measure, or it is not the caller’s to see.' },
  }),
  changeMeasure: act(
    'change',
    'Change a measure',
    'Its words, its owner or its date.',
    schema(() =>
      z.strictObject({
        title: line(200).optional(),
        detail: prose(5_000).optional(),
        owner: id().optional(),
        dueOn: day().optional(),
      }),
    ),
  ),
  noteOnMeasure: act(
    'note',
    'Note how a measure goes',
    'By its owner too.',
    schema(() => z.strictObject({ text: prose(5_000) })),
  ),
  finishMeasure: act(
    'finish',
    'End a measure that is done',
    'With what came of it.',
    schema(() => z.strictObject({ outcome: prose(5_000) })),
  ),
  dropMeasure: act(
    'drop',
    'Drop a measure',
    'With the reason.',
    schema(() => z.strictObject({ outcome: prose(5_000) })),
  ),
  reopenMeasure: act(
    'reopen',
    'Go on with a measure that has ended',
    'With the reason.',
    schema(() => z.strictObject({ why: prose(5_000) })),
  ),
}
