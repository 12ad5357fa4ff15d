import type { Instant } from '../instant.ts'
import type { EscalationTrigger } from '../ticket/ticket.ts'
import { type LeftOut, leftOutAs, type Outcome, outcomeOf, waitedMsOf } from './outcome.ts'
import type { Promised, ReportRow } from './row.ts'

/** `tickets` and `times` are counted; `rate` is a share, `score` and `ms` are means, of the tickets counted. */
export type Unit = 'tickets' | 'times' | 'rate' | 'score' | 'ms'

/**
 * One figure of the month, defined here and nowhere else (REP-1, REP-2): the numerator is the sum of `value` over the tickets
 * it is counted `among`, the denominator is how many these are. They are the tickets behind the figure.
 */
export type Figure = {
  readonly requirement: string
  readonly unit: Unit
  /** The least that is good, of a rate. */
  readonly goal?: number
  readonly among: (row: ReportRow, asOf: Instant) => boolean
  /** A whole number, so that sums are the same in any order. */
  readonly value: (row: ReportRow, asOf: Instant) => number
}

type Is = Figure['among']

const one = (): number => 1
const counted: Is = (row) => leftOutAs(row) === null
const both =
  (a: Is, b: Is): Is =>
  (row, asOf) =>
    a(row, asOf) && b(row, asOf)

/** How many tickets it is true of. */
const tickets = (requirement: string, is: Is): Figure => ({ requirement, unit: 'tickets', among: is, value: one })

const amongCounted = (requirement: string, is: Is): Figure => tickets(requirement, both(counted, is))

const leftOut = (requirement: string, as: LeftOut): Figure => tickets(requirement, (row) => leftOutAs(row) === as)

type PromiseOf = (row: ReportRow) => Promised
const respond: PromiseOf = ({ respond: promised }) => promised
const restore: PromiseOf = ({ restore: promised }) => promised

const outcomeIs =
  (of: PromiseOf, outcome: Outcome): Is =>
  (row, asOf) =>
    outcomeOf(of(row), asOf) === outcome

/** REP-1: of all; what had no target, or still runs, counts as not in time. */
const inTime = (of: PromiseOf): Figure => ({
  requirement: 'REP-1',
  unit: 'rate',
  goal: 0.9,
  among: counted,
  value: (row, asOf) => (outcomeIs(of, 'met')(row, asOf) ? 1 : 0),
})

const timesOf = (row: ReportRow, trigger: EscalationTrigger): number => row.escalations[trigger] ?? 0

const escalations = (trigger: EscalationTrigger): Figure => ({
  requirement: 'ESC-8',
  unit: 'times',
  among: (row, asOf) => counted(row, asOf) && timesOf(row, trigger) > 0,
  value: (row) => timesOf(row, trigger),
})

/** SLA-5: an agreement covers an overrun until the time agreed to. */
const isWithinAgreement: Is = ({ overrunAgreed, agreedUntil, restore: promised }, asOf) =>
  overrunAgreed === true && (!agreedUntil || (promised?.endedAt ?? asOf) <= agreedUntil)

const overrun = (agreed: boolean): Figure =>
  amongCounted(
    'SLA-5',
    (row, asOf) => outcomeIs(restore, 'missed')(row, asOf) && isWithinAgreement(row, asOf) === agreed,
  )

const scoreOf = ({ satisfaction }: ReportRow): number | null =>
  satisfaction && 'score' in satisfaction ? satisfaction.score : null

const isRated: Is = (row) => scoreOf(row) !== null
const isBad: Is = (row) => (scoreOf(row) ?? 5) <= 2

/** Every figure of the tickets of a month. */
export const FIGURES = {
  tickets: amongCounted('REP-2', () => true),
  'responded-in-time': inTime(respond),
  'restored-in-time': inTime(restore),
  'response-missed': amongCounted('REP-1', outcomeIs(respond, 'missed')),
  'restoration-missed': amongCounted('REP-1', outcomeIs(restore, 'missed')),
  'response-running': amongCounted('REP-1', outcomeIs(respond, 'running')),
  'restoration-running': amongCounted('REP-1', outcomeIs(restore, 'running')),
  'no-response-target': amongCounted('REP-1', outcomeIs(respond, 'none')),
  'no-restoration-target': amongCounted('REP-1', outcomeIs(restore, 'none')),
  'overruns-agreed': overrun(true),
  'overruns-silent': overrun(false),
  reassigned: amongCounted('REP-2', ({ reassignments }) => reassignments > 0),
  reassignments: {
    requirement: 'REP-2',
    unit: 'times',
    among: both(counted, ({ reassignments }) => reassignments > 0),
    value: ({ reassignments }) => reassignments,
  },
  'escalations-matrix': escalations('matrix'),
  'escalations-missed-target': escalations('missed-target'),
  'escalations-manual': escalations('manual'),
  'escalations-reassignments': escalations('reassignments'),
  'waiting-time': {
    requirement: 'WAI-3',
    unit: 'ms',
    among: both(counted, (row, asOf) => waitedMsOf(row, asOf) > 0),
    value: waitedMsOf,
  },
  majors: amongCounted('MAJ-1', ({ major }) => major === 'confirmed' || major === 'candidate'),
  'post-registered': amongCounted('INT-12', ({ postRegistered }) => postRegistered),
  'post-registered-unconfirmed': amongCounted('INT-12', ({ unconfirmed }) => unconfirmed === true),
  'satisfaction-coverage': {
    requirement: 'CLO-6',
    unit: 'rate',
    // nobody of this desk could have asked for a rating of what was taken over
    among: both(counted, ({ state, imported }) => state === 'closed' && !imported),
    value: (row, asOf) => (isRated(row, asOf) ? 1 : 0),
  },
  satisfaction: {
    requirement: 'CLO-6',
    unit: 'score',
    among: both(counted, isRated),
    value: (row) => scoreOf(row) ?? 0,
  },
  'bad-ratings': amongCounted('CLO-6', isBad),
  'bad-rating-reviews-open': amongCounted('CLO-6', ({ ratingReview }) => ratingReview === 'open'),
  problems: amongCounted('PRB-1', ({ problem }) => problem !== null),
  returned: leftOut('INT-11', 'returned'),
  redirected: tickets(
    'INT-11',
    (row) => leftOutAs(row) === 'returned' && (row.returnedAs === 'change' || row.returnedAs === 'new-requirement'),
  ),
  'service-declined': tickets('INT-11', (row) => leftOutAs(row) === 'returned' && row.insisted === 'declined'),
  'served-on-insistence': amongCounted('INT-11', ({ insisted }) => insisted === 'served'),
  merged: leftOut('INT-13', 'merged'),
  cancelled: leftOut('LIF-1', 'cancelled'),
  canaries: leftOut('REP-2', 'canary'),
} as const satisfies Readonly<Record<string, Figure>>

export type FigureId = keyof typeof FIGURES

export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[]

export const figure = (id: FigureId): Figure => FIGURES[id]

export const isFigureId = (text: string): text is FigureId => Object.hasOwn(FIGURES, text)
