import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { calendarDocument } from '../../shared/contract/calendar-document.ts'
import { impact, urgency } from '../../shared/contract/fields.ts'
import { policyDocument } from '../../shared/contract/policy-document.ts'
import { ROLES } from '../../shared/domain/people/person.ts'

/** What a state of the log means here: `new`, in work, solved, closed, or waiting by one of the desk's codes. */
const meaning = z.union([z.enum(['new', 'work', 'resolved', 'closed']), z.strictObject({ wait: z.string() })])

const line = z.union([z.enum(['desk', 'vendor']), z.literal([1, 2])])

const replayPolicy = () =>
  z.strictObject({
    about: z.string().optional(),
    utcOffset: z.string().regex(/^[+-]\d\d:\d\d$/),
    states: z.record(z.string(), meaning),
    impacts: z.record(z.string(), impact()),
    urgencies: z.record(z.string(), urgency()),
    priorities: z.record(z.string(), z.literal([1, 2, 3, 4])),
    channels: z.record(z.string(), z.string()),
    groups: z.strictObject({ lines: z.record(z.string(), line), otherwise: line }),
    secondLineGroup: z.string().nullable(),
    calendar: calendarDocument(),
    people: z.array(z.strictObject({ id: z.string(), roles: z.array(z.enum(ROLES)) })),
    policy: policyDocument().partial(),
  })

export type ReplayPolicy = z.output<ReturnType<typeof replayPolicy>>
export type Meaning = ReplayPolicy['states'][string]

/** @throws Error that names the file and what is wrong in it */
export const readReplayPolicy = async (path: string): Promise<ReplayPolicy> => {
  const parsed = replayPolicy().safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${path} is no policy for a replay:\n${z.prettifyError(parsed.error)}`)
}
