import * as z from 'zod'
import { type Calendar, weekdays } from '../shared/domain/sla/calendar.ts'
import { isTimeZone } from '../shared/domain/sla/zone-offsets.ts'

const instant = z.iso.datetime({ offset: true })
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time of day (HH:MM, at most 24:00)')
const windows = z.array(
  z.tuple([time, time]).refine(([open, close]) => open < close, 'must close after it opens; split a night at 24:00'),
)
const calendar = z
  .object({
    tz: z.string().refine(isTimeZone, 'not a time zone'),
    hours: z.partialRecord(z.enum(weekdays), windows),
    holidays: z.array(z.iso.date()).default([]),
    holidaysYearly: z.array(z.string().regex(/^\d\d-\d\d$/, 'not a day of the year (MM-DD)')).default([]),
    extraWorkdays: z.array(z.iso.date()).default([]),
    overrides: z.record(z.iso.date(), windows).default({}),
    breaks: z.record(z.iso.date(), windows).default({}),
  })
  .transform(
    ({ tz, hours, holidays, holidaysYearly, extraWorkdays, overrides, breaks }): Calendar => ({
      id: 'vector',
      name: 'vector',
      timeZone: tz,
      weekly: hours,
      holidays: holidays.map((on) => ({ on, name: on })),
      yearlyHolidays: holidaysYearly,
      makeUpDays: extraWorkdays.map((on) => ({ on, name: on })),
      exceptions: overrides,
      breaks,
    }),
  )
const pauses = z.array(z.tuple([instant, instant.nullable()]).transform(([from, to]) => ({ from, to }))).default([])

const about = { id: z.string(), calendar }

/** One vector as administrators write it; the schema refuses with the path and the reason. */
export const vector = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('due'), start: instant, targetMinutes: z.number(), pauses }),
  z.object({ ...about, kind: z.literal('elapsed'), start: instant, end: instant, pauses }),
  z.object({ ...about, kind: z.literal('open'), start: instant }),
  z.object({ ...about, kind: z.literal('isOpen'), at: instant }),
  z.object({
    ...about,
    kind: z.literal('intervals'),
    start: instant,
    end: instant.optional(),
    intervals: z.array(z.unknown()).optional(),
  }),
])
export type Vector = z.infer<typeof vector>

/** A file of vectors: a list, or an object that holds it beside its own notes. */
export const vectorFile = z.union(
  [z.array(z.unknown()), z.object({ vectors: z.array(z.unknown()) }).transform((content) => content.vectors)],
  'expected a list of vectors or {"vectors": [...]}',
)
