import * as z from 'zod'
import type { Calendar } from '../domain/sla/calendar.ts'
import { weekdays } from '../domain/sla/calendar.ts'
import { validateCalendar } from '../domain/sla/calendar-problems.ts'
import { code, line } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

const timeOfDay = schema(() => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))
const window = schema(() =>
  z.tuple([timeOfDay(), timeOfDay()]).meta({
    id: 'TimeWindow',
    description:
      'Open from the first minute until just before the second, wall-clock time of one date; 24:00 is its end.',
    examples: [['09:00', '12:00']],
  }),
)
const windows = schema(() => z.array(window()).max(24))
const date = schema(() => z.iso.date())
const weekday = schema(() => z.enum(weekdays))
const manyDates = 2_000
const dated = schema(() => z.record(date(), windows()))

export const calendarDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: line(200),
      timeZone: z.string().max(64).describe('IANA name, e.g. Asia/Shanghai.'),
      weekly: z.partialRecord(weekday(), windows()).describe('A weekday left out is closed.'),
      holidays: z.array(z.strictObject({ on: date(), name: line(200) })).max(manyDates),
      yearlyHolidays: z
        .array(z.string().regex(/^\d\d-\d\d$/))
        .max(366)
        .exactOptional()
        .describe('MM-DD, off every year.'),
      makeUpDays: z
        .array(z.strictObject({ on: date(), name: line(200), like: weekday().exactOptional() }))
        .max(manyDates)
        .describe('Worked though the week says otherwise, with the hours of `like` (default: mon).'),
      exceptions: dated().exactOptional().describe('Hours of single dates in place of all of the above.'),
      breaks: dated().exactOptional().describe('Closures inside single dates.'),
      publishedThrough: z
        .int()
        .min(1970)
        .max(9999)
        .exactOptional()
        .describe('The last year whose holidays are official; later due times are provisional (SLA-3).'),
    })
    .superRefine((calendar, context) => {
      for (const message of validateCalendar(calendar)) context.addIssue({ code: 'custom', message })
    })
    .meta({ id: 'Calendar' }),
) satisfies SchemaOf<Calendar>
