import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { id, language, prose } from './fields.ts'
import { pageQuery } from './page.ts'
import { CUTS, month, monthLine, report, reportTicket, sendings } from './report-view.ts'
import { type Schema, schema } from './schema.ts'

/** Whom the reports are for (REP-3); the decider says the same. */
const READERS = ['desk-manager', 'incident-manager', 'management'] as const
const TAG = 'Reports'

const PARTS = ['all', 'numerator', 'rest'] as const

const params = schema(() => z.strictObject({ month: month() }))
const editionQuery = () => ({
  edition: z.coerce.number().int().min(1).optional().describe('Default: the newest.'),
})

const ticketsPage = schema(() =>
  z.strictObject({
    items: z.array(reportTicket()),
    cursor: z.string().nullable().describe('Pass it on to get the next page; null at the end. A page may be short.'),
    withheld: z.int().describe('How many of this page the caller may not see (PRI-9).'),
  }),
)

const read = <const Path extends `/api/v1/reports${string}`, Query extends z.ZodObject, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  description: string,
  query: Schema<Query>,
  response: Schema<Answer>,
) =>
  endpoint({
    method: 'GET',
    path,
    tag: TAG,
    summary,
    description,
    auth: 'signed-in',
    roles: READERS,
    params,
    query,
    status: 200,
    response,
    problems: { 404: 'There is no such month or edition yet.' },
  })

const ask = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  summary: string,
  description: string,
  body: Schema<Body>,
) =>
  endpoint({
    method: 'POST',
    path: `/api/v1/reports/{month}/${path}`,
    tag: TAG,
    summary,
    description,
    auth: 'signed-in',
    roles: READERS,
    params,
    body,
    status: 200,
    response: monthLine,
    idempotent: true,
    problems: { 404: 'This month is not frozen yet.', 409: 'A correction is being counted already.' },
  })

export const reportEndpoints = {
  listReports: endpoint({
    method: 'GET',
    path: '/api/v1/reports',
    tag: TAG,
    summary: 'List the months, newest first',
    description: 'The running month and up to 24 that were reported on, with their editions (REP-3). One query.',
    auth: 'signed-in',
    roles: READERS,
    status: 200,
    response: schema(() => z.strictObject({ items: z.array(monthLine()) })),
  }),
  getReport: read(
    '/api/v1/reports/{month}',
    'Read the report of a month',
    'A frozen month as it was sent, byte for byte the same numbers; the running month counted now (REP-2, REP-3).',
    schema(() => z.strictObject(editionQuery())),
    report,
  ),
  listReportTickets: {
    ...read(
      '/api/v1/reports/{month}/figures/{id}/tickets',
      'List the tickets behind a figure',
      'All of them, or one part: those that make the numerator, or the rest; of one line of a cut by `by` and `of` (REP-1). As CSV too.',
      schema(() =>
        z.strictObject({
          ...pageQuery(),
          ...editionQuery(),
          part: z.enum(PARTS).default('all'),
          by: z.enum(CUTS).optional(),
          of: z.string().max(200).optional().describe('With `by`; empty: under nothing in particular.'),
        }),
      ),
      ticketsPage,
    ),
    params: schema(() => z.strictObject({ month: month(), id: z.string().max(60) })),
    asCsv: true as const,
  },
  listReportRows: {
    ...read(
      '/api/v1/reports/{month}/rows',
      'List the rows of a month',
      'Every ticket recorded in the month, those left out of the figures too, in the order they were recorded (REP-7).',
      schema(() => z.strictObject({ ...pageQuery(), ...editionQuery() })),
      ticketsPage,
    ),
    asCsv: true as const,
  },
  getReportSpreadsheet: endpoint({
    method: 'GET',
    path: '/api/v1/reports/{month}/spreadsheet',
    tag: TAG,
    summary: 'Download the spreadsheet of a month',
    description:
      'As it was sent: the figures, a sheet for each cut, and the rows. Of a month that is frozen only (REP-3).',
    auth: 'signed-in',
    roles: READERS,
    params,
    query: schema(() => z.strictObject({ ...editionQuery(), language: language().default('en') })),
    status: 200,
    media: {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      description: 'The spreadsheet.',
    },
    redirect: { status: 302, description: 'To where a large file lies.' },
    problems: { 404: 'This month is not frozen yet.' },
  }),
  getReportSendings: read(
    '/api/v1/reports/{month}/sendings',
    'List whom a report was sent to',
    'Each time it was sent, and to whom; before that, when it will be and whom the settings name now (REP-3).',
    schema(() => z.strictObject({})),
    sendings,
  ),
  resendReport: ask(
    'send',
    'Send a report again',
    'The newest edition, to those the settings name or to these colleagues alone (REP-3).',
    schema(() =>
      z.strictObject({
        to: z
          .array(id())
          .min(1)
          .max(50)
          .nullable()
          .default(null)
          .describe('Ids of colleagues; null: as in the settings.'),
      }),
    ),
  ),
  correctReport: ask(
    'corrections',
    'Have a month counted again',
    'As its tickets are now: another edition, with who asked for it and why, sent like the first; what was frozen stays (REP-3).',
    schema(() => z.strictObject({ why: prose(500) })),
  ),
}
