import * as z from 'zod'
import { MEASURE_STATES } from '../domain/improvement/measure.ts'
import { instant, ticketNumber, version } from './fields.ts'
import { pageOf } from './page.ts'
import { month } from './report-view.ts'
import { schema } from './schema.ts'

export const day = schema(() =>
  z.iso
    .date()
    .regex(/^2/)
    .meta({ id: 'Day', description: 'A date on the calendars of the desk’s zone.', examples: ['2026-03-31'] }),
)

export const monthReview = schema(() =>
  z
    .strictObject({
      month: month(),
      edition: z.int().describe('Of the report that was gone through.'),
      heldOn: day(),
      participants: z.array(z.string()),
      minutes: z.string(),
      keptBy: z.string(),
      updatedAt: instant(),
      version: version(),
    })
    .meta({ id: 'MonthReview', description: 'The minutes of a month’s review (REP-5).' }),
)

const measureFields = () => ({
  number: z.string().meta({ examples: ['SIP-2026-000007'] }),
  title: z.string(),
  detail: z.string(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  dueOn: day(),
  state: z.enum(MEASURE_STATES),
  overdue: z.boolean().describe('Its date has passed, and it is not done.'),
  review: month().nullable().describe('The month whose review it comes from.'),
  ticket: ticketNumber().nullable().describe('The ticket whose bad rating it comes from.'),
  progress: z.strictObject({ at: instant(), by: z.string(), text: z.string() }).nullable(),
  outcome: z.string().nullable().describe('What came of it, or why it was dropped.'),
  plannedAt: instant(),
  endedAt: instant().nullable(),
  updatedAt: instant(),
  version: version(),
})

export const measure = schema(() =>
  z
    .strictObject(measureFields())
    .meta({ id: 'Measure', description: 'A measure of the service improvement plan (REP-5).' }),
)

export const measurePage = pageOf(measure)

const historyLine = schema(() =>
  z.strictObject({
    at: instant(),
    actor: z.strictObject({ kind: z.string(), name: z.string() }),
    type: z.string(),
    text: z.string().nullable().describe('What was said with it.'),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  }),
)

export const measureSeen = schema(() =>
  z
    .strictObject({
      ...measureFields(),
      mayChange: z.boolean().describe('Whether the caller may change and end it; its owner may note on it.'),
      history: z.array(historyLine()).describe('Newest first, the last fifty lines.'),
    })
    .meta({ id: 'MeasureWithHistory' }),
)
