import { type Instant, msOf } from '../instant.ts'
import { leftOutAs } from './outcome.ts'
import type { ReportRow } from './row.ts'

/** What the backlog is counted by: a ticket that is open when the report is made, whatever month it belongs to. */
export type BacklogRow = Pick<
  ReportRow,
  'number' | 'title' | 'state' | 'channel' | 'priority' | 'group' | 'assignee' | 'requester' | 'security' | 'recordedAt'
> & {
  /** The next promise that is still open; null when there is none or the clocks stand still. */
  readonly dueAt: Instant | null
}

const DAY_MS = 24 * 3_600_000

type BacklogFigure = {
  readonly requirement: string
  readonly among: (row: BacklogRow, asOf: Instant) => boolean
}

const aged =
  (fromDays: number, toDays: number): BacklogFigure['among'] =>
  ({ recordedAt }, asOf) => {
    const days = (msOf(asOf) - msOf(recordedAt)) / DAY_MS
    return days >= fromDays && days < toDays
  }

/** REP-2: how much is open and how old it is, in days of 24 hours since it was recorded. */
export const BACKLOG_FIGURES = {
  backlog: { requirement: 'REP-2', among: () => true },
  'backlog-overdue': { requirement: 'REP-2', among: ({ dueAt }, asOf) => dueAt !== null && dueAt < asOf },
  'backlog-to-1-day': { requirement: 'REP-2', among: aged(Number.NEGATIVE_INFINITY, 1) },
  'backlog-to-7-days': { requirement: 'REP-2', among: aged(1, 7) },
  'backlog-to-30-days': { requirement: 'REP-2', among: aged(7, 30) },
  'backlog-older': { requirement: 'REP-2', among: aged(30, Number.POSITIVE_INFINITY) },
} as const satisfies Readonly<Record<string, BacklogFigure>>

export type BacklogFigureId = keyof typeof BACKLOG_FIGURES

export const BACKLOG_FIGURE_IDS = Object.keys(BACKLOG_FIGURES) as readonly BacklogFigureId[]

export const backlogFigure = (id: BacklogFigureId): BacklogFigure => BACKLOG_FIGURES[id]

export const isBacklogFigureId = (text: string): text is BacklogFigureId => Object.hasOwn(BACKLOG_FIGURES, text)

/** How many there are of each figure. */
export type BacklogCount = ReadonlyMap<BacklogFigureId, number>

/** REP-4: adds rows to what was counted before; they are not kept. */
export const countBacklog = (before: BacklogCount, rows: Iterable<BacklogRow>, asOf: Instant): BacklogCount => {
  const count = new Map(before)
  for (const row of rows) {
    for (const id of BACKLOG_FIGURE_IDS) {
      if (backlogFigure(id).among(row, asOf)) count.set(id, (count.get(id) ?? 0) + 1)
    }
  }
  return count
}

export const NO_BACKLOG: BacklogCount = new Map()

/** Whether it is of the month's backlog: recorded before the month ended, and the desk's own work. */
export const isBacklogOf = (row: BacklogRow, monthEndsAt: Instant): boolean =>
  row.recordedAt < monthEndsAt && leftOutAs(row) === null
