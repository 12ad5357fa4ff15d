import type { Priority } from '../priority/grade.ts'
import type { BurstPolicy, NoticePolicy } from '../setting/notice-policy.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Matter, PlannedNotice } from './notice.ts'
import { cut } from './rendering/safe-text.ts'

/** What holds where the policy says nothing; every wait is within the minute that SLA-6 allows. */
export const DEFAULT_BURSTS: BurstPolicy = {
  above: { clock: 3, people: 10 },
  waitSeconds: { 1: 20, 2: 30, 3: 60, 4: 60 },
}

export const burstPolicyOf = ({ bursts }: NoticePolicy): BurstPolicy => bursts ?? DEFAULT_BURSTS

/** NOT-5: how long a notice of this priority may wait for others. */
export const waitMs = (priority: Priority, { waitSeconds }: BurstPolicy): number => waitSeconds[priority] * 1_000

/** INT-8: an alarm nobody has touched, below the incident of its storm: that one tells of all of them. */
export const isToldByStorm = ({ alarm, parent }: Pick<Ticket, 'alarm' | 'parent'>): boolean =>
  alarm !== null && !alarm.touched && parent !== null

/** Of what people have written, a message of many matters shows this much at most. */
const LONGEST_WORD = 200

const short = (value: unknown): unknown => (typeof value === 'string' ? cut(value, LONGEST_WORD) : value)

/** A notice as one matter among others. */
export const matterFor = (notice: PlannedNotice): Matter => {
  const { id, message, ticket } = notice
  const shortened = Object.fromEntries(Object.entries(message).map(([name, value]) => [name, short(value)]))
  return { id, ticket, message: shortened as Matter['message'], event: eventOf(notice) }
}

/** The event a notice can be acknowledged for: of a call too, since whoever was reached by phone knows. */
export const eventOf = (notice: PlannedNotice): string | null =>
  notice.medium === 'message' ? (notice.ladder?.matter ?? null) : notice.matter
