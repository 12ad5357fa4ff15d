import { type Instant, msOf } from '../instant.ts'
import type { Promised, ReportRow } from './row.ts'

/** What became of a promise: kept, broken, still running, or never given. */
export type Outcome = 'met' | 'missed' | 'running' | 'none'

/** As it stood at `asOf`; done at the due time is done in time (SLA-4). */
export const outcomeOf = (promised: Promised, asOf: Instant): Outcome => {
  if (promised === null) return 'none'
  const { dueAt, endedAt } = promised
  if (dueAt !== null && (endedAt ?? asOf) > dueAt) return 'missed'
  return endedAt === null ? 'running' : 'met'
}

/** WAI-3: how long its clocks have stood still for waiting, in milliseconds of plain time. */
export const waitedMsOf = ({ waitedMs, waitingSince }: ReportRow, asOf: Instant): number =>
  waitedMs + (waitingSince === null ? 0 : Math.max(0, msOf(asOf) - msOf(waitingSince)))

/** Whom the desk tests itself with; no work of anybody. */
const CANARY_CHANNEL = 'canary'

export type LeftOut = 'returned' | 'merged' | 'cancelled' | 'canary'

/** INT-11, INT-13: why a ticket is counted apart and left out of everything else; null for one that counts. */
export const leftOutAs = ({ state, channel }: Pick<ReportRow, 'state' | 'channel'>): LeftOut | null => {
  if (channel === CANARY_CHANNEL) return 'canary'
  return state === 'returned' || state === 'merged' || state === 'cancelled' ? state : null
}

/** PRB-1: tickets of one fault: the same category, and the same item or else service; null when neither is known. */
export const faultOf = ({ kind, category, item, service }: ReportRow): string | null => {
  const where = item ?? service
  return kind === 'incident' && where !== null ? `${category}/${where}` : null
}

/** PRB-1: so many tickets of one fault in a month make it a recurring one. */
export const RECURS_FROM = 3
