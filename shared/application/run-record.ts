import { type Run, type RunCommand, type RunEvent, runDecider } from '../domain/major-incident/run.ts'
import type { Context } from '../domain/record.ts'
import type { RecordType } from './record-type.ts'

/** Every ticket whose procedure is not over, the longest first. */
export const OPEN_PROCEDURES = 'PROCEDURE'

export type RunSummary = Pick<Run, 'number'>

export const runKey = (number: string) => ({ kind: 'procedure' as const, id: number })

export const runRecord: RecordType<Run, RunCommand, RunEvent, Context> = {
  kind: 'procedure',
  decider: runDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: ({ number, startedAt, ended }) => ({
    places: ended ? {} : { kind: { key: OPEN_PROCEDURES, sort: `${startedAt}#${number}` } },
    summary: { number } satisfies RunSummary,
  }),
}
