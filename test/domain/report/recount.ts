import type { Instant } from '../../../shared/domain/instant.ts'
import type { BacklogFigureId } from '../../../shared/domain/report/backlog.ts'
import type { FigureId } from '../../../shared/domain/report/figures.ts'
import {
  agreedTo,
  eventsOf,
  type Fate,
  fateOf,
  isMajor,
  isOpen,
  isOverdue,
  type Life,
  lastOf,
  leftOutAs,
  recordedAt,
  restoredOrAsOf,
  scoreOf,
  timesHandedOn,
  waitedMs,
} from './naive-life.ts'

type Recount = Readonly<Record<FigureId | BacklogFigureId, number | null>>

const DAY_MS = 86_400_000

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const share = (n: number, of: number): number | null => (of === 0 ? null : n / of)
const mean = (numbers: readonly number[]): number | null => share(sum(numbers), numbers.length)

const happened = (life: Life, ...types: Parameters<typeof lastOf>[1][]): boolean => lastOf(life, ...types) !== null

const decisionOf = (life: Life): boolean | null => lastOf(life, 'service-decided')?.event.serve ?? null

const promises = (lives: readonly Life[], step: 'respond' | 'restore', asOf: Instant) => {
  const fates = lives.map((life) => fateOf(life, step, asOf))
  const having = (fate: Fate) => fates.filter((each) => each === fate).length
  return {
    inTime: share(having('met'), lives.length),
    missed: having('missed'),
    running: having('running'),
    none: having('none'),
  }
}

const overruns = (lives: readonly Life[], asOf: Instant) => {
  const missed = lives.filter((life) => fateOf(life, 'restore', asOf) === 'missed')
  const agreed = missed.filter((life) => restoredOrAsOf(life, asOf) <= (agreedTo(life) ?? ''))
  return { agreed: agreed.length, silent: missed.length - agreed.length }
}

const escalations = (lives: readonly Life[], trigger: string): number =>
  sum(lives.map((life) => eventsOf(life, 'escalated').filter(({ event }) => event.trigger === trigger).length))

const apart = (lives: readonly Life[]) => {
  const returned = lives.filter((life) => leftOutAs(life) === 'returned')
  const as = (life: Life) => lastOf(life, 'returned')?.event.as ?? 'out-of-scope'
  const having = (reason: string) => lives.filter((life) => leftOutAs(life) === reason).length
  return {
    returned: returned.length,
    redirected: returned.filter((life) => as(life) !== 'out-of-scope').length,
    'service-declined': returned.filter((life) => decisionOf(life) === false).length,
    merged: having('merged'),
    cancelled: having('cancelled'),
    canaries: having('canary'),
  }
}

const backlog = (lives: readonly Life[], asOf: Instant) => {
  const open = lives.filter(isOpen)
  const days = open.map((life) => (Date.parse(asOf) - Date.parse(recordedAt(life))) / DAY_MS)
  const aged = (from: number, to: number) => days.filter((age) => age >= from && age < to).length
  return {
    backlog: open.length,
    'backlog-overdue': open.filter((life) => isOverdue(life, asOf)).length,
    'backlog-to-1-day': aged(Number.NEGATIVE_INFINITY, 1),
    'backlog-to-7-days': aged(1, 7),
    'backlog-to-30-days': aged(7, 30),
    'backlog-older': aged(30, Number.POSITIVE_INFINITY),
  }
}

const satisfaction = (lives: readonly Life[]) => {
  const scores = lives.flatMap((life) => scoreOf(life) ?? [])
  const closed = lives.filter((life) => happened(life, 'closed'))
  const isOpenReview = (life: Life) =>
    lastOf(life, 'rating-review-opened', 'rating-reviewed')?.event.type === 'rating-review-opened'
  return {
    'satisfaction-coverage': share(closed.filter((life) => scoreOf(life) !== null).length, closed.length),
    satisfaction: mean(scores),
    'bad-ratings': scores.filter((score) => score < 3).length,
    'bad-rating-reviews-open': lives.filter(isOpenReview).length,
  }
}

/** REP-4: every figure of the report, counted from the tickets' histories one by one, with none of the figures' own code. */
export const recount = (all: readonly Life[], asOf: Instant): Recount => {
  const served = all.filter((life) => leftOutAs(life) === null)
  const having = (is: (life: Life) => boolean) => served.filter(is).length
  const respond = promises(served, 'respond', asOf)
  const restore = promises(served, 'restore', asOf)
  const { agreed, silent } = overruns(served, asOf)
  const registered = (life: Life) => happened(life, 'registered-afterwards')
  return {
    tickets: served.length,
    'responded-in-time': respond.inTime,
    'restored-in-time': restore.inTime,
    'response-missed': respond.missed,
    'restoration-missed': restore.missed,
    'response-running': respond.running,
    'restoration-running': restore.running,
    'no-response-target': respond.none,
    'no-restoration-target': restore.none,
    'overruns-agreed': agreed,
    'overruns-silent': silent,
    reassigned: having((life) => timesHandedOn(life) > 0),
    reassignments: sum(served.map(timesHandedOn)),
    'escalations-matrix': escalations(served, 'matrix'),
    'escalations-missed-target': escalations(served, 'missed-target'),
    'escalations-manual': escalations(served, 'manual'),
    'escalations-reassignments': escalations(served, 'reassignments'),
    'waiting-time': mean(served.map((life) => waitedMs(life, asOf)).filter((ms) => ms > 0)),
    majors: having(isMajor),
    'post-registered': having(registered),
    'post-registered-unconfirmed': having((life) => registered(life) && !happened(life, 'registration-confirmed')),
    ...satisfaction(served),
    problems: having((life) => happened(life, 'problem-raised')),
    'served-on-insistence': having((life) => decisionOf(life) === true),
    ...apart(all),
    ...backlog(all, asOf),
  }
}
