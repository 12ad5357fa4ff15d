import {
  type MonthReview,
  type ReviewCommand,
  type ReviewContext,
  type ReviewEvent,
  reviewDecider,
} from '../domain/improvement/month-review.ts'
import type { Actor } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { refuse } from '../domain/refusal.ts'
import type { Month } from '../domain/report/month.ts'
import { newestEdition } from '../domain/report/report.ts'
import type { Deps } from './deps.ts'
import { type Executed, executeOn } from './execute.ts'
import type { Execution, RecordType } from './record-type.ts'
import { loadReport } from './report-record.ts'

export const reviewKey = (month: Month): RecordKey => ({ kind: 'month-review', id: month })

const reviewRecord: RecordType<MonthReview, ReviewCommand, ReviewEvent, ReviewContext> = {
  kind: 'month-review',
  decider: reviewDecider,
  context: async (base, _, { settings }) => ({ ...base, desk: await settings.desk() }),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
}

/** REP-5: the minutes of a month that was reported. @throws DomainError not-found before there is a report, forbidden, stale */
export const keepMinutes = async (
  deps: Deps,
  minutes: Omit<ReviewCommand, 'type' | 'edition'>,
  actor: Actor,
  execution: Execution,
): Promise<Executed<MonthReview>> => {
  const report = await loadReport(deps, minutes.month)
  const edition = report && newestEdition(report)
  if (!edition) return refuse('not-found', 'not-reported', `There is no report of ${minutes.month} to review yet.`)
  const command = { type: 'keep-minutes' as const, ...minutes, edition: edition.edition }
  return executeOn(deps, reviewRecord, reviewKey(minutes.month), command, actor, execution)
}
