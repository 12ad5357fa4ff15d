import type { Instant } from '../../shared/domain/instant.ts'
import { outcomeOf, waitedMsOf } from '../../shared/domain/report/outcome.ts'
import { rowOf } from '../../shared/domain/report/row.ts'
import type { Judged } from '../../shared/domain/sla/clock.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { type NaiveCount, naiveCount } from './naive-count.ts'
import type { PastCase } from './past-case.ts'
import { type Tally, tally } from './tallies.ts'
import type { LogWords, Meaning } from './words.ts'

const MINUTE_MS = 60_000

export type Totals = {
  readonly desk: { readonly reassignments: number; readonly waitedMinutes: number; readonly restoredInTime: number }
  readonly naive: { readonly reassignments: number; readonly waitedMinutes: number }
  /** By the log's own columns; null where it has none. */
  readonly log: {
    readonly reassignments: number | null
    readonly waitedMinutes: number | null
    readonly restoredInTime: number | null
  }
}

export type Reconciliation = {
  readonly totals: Totals
  /** Cases in which the desk came to something else than the count over the log alone; none when all is well. */
  readonly unequal: readonly {
    readonly case: string
    readonly what: string
    readonly desk: number
    readonly naive: number
  }[]
  /** Cases by why the desk's number of reassignments is another than the log's own column. */
  readonly reassignmentsDiffer: Tally
  readonly waitingDiffers: Tally
  readonly prioritiesDiffer: Tally
}

const statesOf = ({ states }: LogWords, is: (meaning: Meaning) => boolean): ReadonlySet<string> =>
  new Set(Object.entries(states).flatMap(([state, meaning]) => (is(meaning) ? [state] : [])))

const whyReassignments = (naive: NaiveCount, logged: number): string => {
  const { withinGroup, firstGroup, afterSolution, groupChanges } = naive
  const reasons = [
    ...(withinGroup > 0 ? ['within-group'] : []),
    ...(firstGroup > 0 ? ['first-group'] : []),
    ...(afterSolution > 0 ? ['after-solution'] : []),
  ]
  return [...reasons, ...(groupChanges === logged ? [] : ['between-entries'])].join(' + ') || 'not-taken-over'
}

const whyPriority = (ticket: Ticket, logged: number | undefined): string | null => {
  if (logged === undefined) return 'unknown'
  if (ticket.priority === logged) return null
  return ticket.priority < logged && ticket.escalations.some(({ trigger }) => trigger !== 'matrix')
    ? 'raised'
    : 'matrix'
}

/** Null as long as no case has such a column. */
const sum = (total: number | null, more: number | undefined): number | null =>
  more === undefined ? total : (total ?? 0) + more

/** The desk's figures of each case beside a count over the log alone, and beside the log's own columns, with the reasons. */
export const reconciling = (words: LogWords, stopsClock: (code: string) => boolean) => {
  const kinds = {
    known: statesOf(words, () => true),
    waiting: statesOf(words, (meaning) => typeof meaning === 'object' && stopsClock(meaning.wait)),
    working: statesOf(words, (meaning) => meaning === 'work'),
    resolved: statesOf(words, (meaning) => meaning === 'resolved'),
    closed: statesOf(words, (meaning) => meaning === 'closed' || meaning === 'cancelled'),
  }
  const desk = { reassignments: 0, waitedMinutes: 0, restoredInTime: 0 }
  const counted = { reassignments: 0, waitedMinutes: 0 }
  const log: { -readonly [Column in keyof Totals['log']]: number | null } = {
    ...{ reassignments: null, waitedMinutes: null, restoredInTime: null },
  }
  const unequal: Reconciliation['unequal'][number][] = []
  const [reassignments, waiting, priorities] = [tally(), tally(), tally()]
  const compare = (id: string, what: string, ours: number, naive: number): void => {
    if (ours !== naive) unequal.push({ case: id, what, desk: ours, naive })
  }
  const add = (past: PastCase, ticket: Ticket, judged: Judged, asOf: Instant): void => {
    const row = rowOf(ticket, judged)
    const naive = naiveCount(past.events, kinds)
    const waited = waitedMsOf(row, asOf) / MINUTE_MS
    const { final } = past
    compare(past.id, 'reassignments', row.reassignments, naive.reassignments)
    compare(past.id, 'waitedMinutes', waited, naive.waitedMinutes)
    desk.reassignments += row.reassignments
    desk.waitedMinutes += waited
    counted.reassignments += naive.reassignments
    counted.waitedMinutes += naive.waitedMinutes
    if (outcomeOf(row.restore, asOf) === 'met') desk.restoredInTime += 1
    log.reassignments = sum(log.reassignments, final.reassignments)
    log.waitedMinutes = sum(log.waitedMinutes, final.awaitingMinutes)
    log.restoredInTime = sum(log.restoredInTime, final.madeSla === undefined ? undefined : Number(final.madeSla))
    if (final.reassignments !== undefined && final.reassignments !== row.reassignments)
      reassignments.add(whyReassignments(naive, final.reassignments))
    if (final.awaitingMinutes !== undefined && final.awaitingMinutes !== waited)
      waiting.add(naive.waitedMinutes === waited ? 'after-close' : 'unexplained')
    const why = whyPriority(ticket, words.priorities[past.events.at(-1)?.priority ?? ''])
    if (why) priorities.add(why)
  }
  const result = (): Reconciliation => ({
    totals: { desk, naive: counted, log },
    unequal,
    reassignmentsDiffer: reassignments.sorted(),
    waitingDiffers: waiting.sorted(),
    prioritiesDiffer: priorities.sorted(),
  })
  return { add, result }
}
