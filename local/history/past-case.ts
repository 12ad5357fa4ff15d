import { DateTime } from 'luxon'
import * as z from 'zod'
import type { Instant } from '../../shared/domain/instant.ts'

/** ISO 8601 also knows "12" and "2016": no log means noon of today by it. */
const ISO_DATE = /^\d{4}-?\d\d-?\d\d/

/**
 * The instant a log means: wall-clock time of its zone unless it says its offset. Null when it is no time.
 * @param formats by Luxon's tokens; ISO 8601, with a space or a T, when there are none
 */
export const instantIn = (text: string, zone: string, formats: readonly string[] = []): Instant | null => {
  const read =
    formats.length === 0
      ? [
          ISO_DATE.test(text.trim())
            ? DateTime.fromISO(text.trim().replace(' ', 'T'), { zone })
            : DateTime.invalid('date'),
        ]
      : formats.map((format) => DateTime.fromFormat(text.trim(), format, { zone, locale: 'en' }))
  return (
    read
      .find(({ isValid }) => isValid)
      ?.toUTC()
      .toJSDate()
      .toISOString() ?? null
  )
}

const instant = (zone: string) =>
  z.string().transform((text, { addIssue }) => {
    const at = instantIn(text, zone)
    if (at === null) addIssue(`"${text}" is no time such as 2016-03-07T09:05:00.`)
    return at ?? z.NEVER
  })

const entry = (zone: string) =>
  z.object({
    at: instant(zone),
    state: z.string(),
    group: z.string().nullable(),
    assignee: z.string().nullable(),
    impact: z.string(),
    urgency: z.string(),
    priority: z.string(),
    by: z.string().nullable(),
    /** What was said with it; internal unless it says so. */
    comment: z.object({ text: z.string().min(1), public: z.boolean().default(false) }).nullish(),
  })

type Entry = z.output<ReturnType<typeof entry>>

/** Logs are exported with the newest first as well, or in no order at all; what has the same time stays as it stands. */
const oldestFirst = (entries: readonly Entry[]): readonly Entry[] => {
  const isNewestFirst = (entries[0]?.at ?? '') > (entries.at(-1)?.at ?? '')
  return (isNewestFirst ? entries.toReversed() : entries).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Tickets are found by it, so it is part of a key. */
export const LONGEST_ID = 200

const text = z.string().nullish()

/** One ticket of another desk: what it was after each of its entries, the oldest first, and what that desk counted itself. */
export const pastCase = (zone: string) =>
  z.object({
    id: z.string().min(1).max(LONGEST_ID),
    openedAt: instant(zone).nullish(),
    ...{ title: text, description: text, solution: text, caller: text, callerEmail: text },
    ...{ contactType: text, category: text, kind: text },
    events: z.array(entry(zone)).min(1).transform(oldestFirst),
    final: z
      .object({ reassignments: z.number(), reopens: z.number(), awaitingMinutes: z.number(), madeSla: z.boolean() })
      .partial()
      .default({}),
  })

export type PastCase = z.output<ReturnType<typeof pastCase>>
export type PastEntry = PastCase['events'][number]
