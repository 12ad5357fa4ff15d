import type { Instant } from '../instant.ts'
import type { Month } from '../report/month.ts'
import type { PersonRef } from '../ticket/ticket.ts'

export const MEASURE_STATES = ['open', 'done', 'dropped'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** Where a measure comes from: a monthly review, or the review of a bad rating; neither: somebody’s own idea. */
export type MeasureOrigin = { readonly review: Month | null; readonly ticket: string | null }

/** REP-5: one measure of the service improvement plan. */
export type Measure = MeasureOrigin & {
  readonly number: string
  readonly title: string
  readonly detail: string
  readonly owner: PersonRef
  /** The last date on which it is in time, on the calendars of the desk’s zone. */
  readonly dueOn: string
  readonly state: MeasureState
  /** What came of it, or why it was dropped. */
  readonly outcome: string | null
  /** The last that was said of it. */
  readonly progress: { readonly at: Instant; readonly by: string; readonly text: string } | null
  /** Whether its date has passed unfinished. */
  readonly overdue: boolean
  /** When its owner is reminded next, unless it has ended. */
  readonly remindAt: Instant
  /** What its owner is still to be told by mail. */
  readonly toTell: 'owner' | 'overdue' | null
  readonly plannedAt: Instant
  readonly endedAt: Instant | null
  readonly updatedAt: Instant
}

type Planned = Pick<Measure, 'number' | 'title' | 'detail' | 'dueOn' | keyof MeasureOrigin>
type Changeable = Pick<Measure, 'title' | 'detail' | 'dueOn'>

export type MeasureCommand =
  | ({ readonly type: 'plan'; readonly owner: string } & Planned)
  | ({ readonly type: 'change' } & { readonly [Field in keyof Changeable | 'owner']?: string | undefined })
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'finish'; readonly outcome: string }
  | { readonly type: 'drop'; readonly outcome: string }
  | { readonly type: 'reopen'; readonly why: string }
  | { readonly type: 'note-told' }
  | { readonly type: 'wake' }

export type MeasureEvent =
  | ({ readonly type: 'measure-planned'; readonly owner: PersonRef; readonly remindAt: Instant } & Planned)
  | ({ readonly type: 'measure-changed'; readonly remindAt: Instant; readonly tells: boolean } & Pick<
      Measure,
      keyof Changeable | 'owner' | 'overdue'
    >)
  | { readonly type: 'measure-noted'; readonly text: string }
  | { readonly type: 'measure-done' | 'measure-dropped'; readonly outcome: string }
  | { readonly type: 'measure-reopened'; readonly why: string; readonly remindAt: Instant }
  | { readonly type: 'measure-overdue'; readonly remindAt: Instant }
  | { readonly type: 'measure-owner-told' }
