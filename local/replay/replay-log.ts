import { countReport } from '../../shared/application/count-report.ts'
import type { Deps } from '../../shared/application/deps.ts'
import { ticketContext } from '../../shared/application/ticket-record.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { monthOf } from '../../shared/domain/report/month.ts'
import type { MonthReport } from '../../shared/domain/report/month-report.ts'
import { type Desk, zoneOf } from '../../shared/domain/setting/desk.ts'
import { judgedBy } from '../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { followingEntries } from '../history/follow-entry.ts'
import { type Living, liveThrough } from '../history/live-through.ts'
import { logTime } from '../history/log-time.ts'
import { somebody } from '../history/memory-deps.ts'
import { memoryStore } from '../history/memory-store.ts'
import type { PastCase } from '../history/past-case.ts'
import { casesIn } from '../history/read-log.ts'
import { type Reconciliation, reconciling } from '../history/reconciliation.ts'
import { type Gathered, gathering } from './gathering.ts'
import { addToCensus, declaredAs, deskOf, emptyCensus, type ReplayPolicy, replayDeps } from './replay-desk.ts'
import { type WouldBeSent, wouldBeSent } from './would-be-sent.ts'

export type Replayed = Gathered & {
  readonly desk: Desk
  readonly reconciliation: Reconciliation
  readonly reports: readonly MonthReport[]
}

const census = async (path: string, policy: ReplayPolicy) => {
  const found = emptyCensus()
  for await (const read of casesIn(path, policy)) if ('case' in read) addToCensus(found, read.case)
  return found
}

/** Every month the log's tickets belong to, in order, each counted as of the end of the log. */
const reportsOf = async (
  deps: Deps,
  months: ReadonlySet<string>,
  wanted: string | null,
): Promise<readonly MonthReport[]> => {
  const reports: MonthReport[] = []
  for (const month of [...months].toSorted()) {
    if (wanted === null || wanted === month) reports.push((await countReport(deps, month)).report)
  }
  return reports
}

/** Codes of the default policy. */
const CLOSING = { code: 'solved', notObtained: 'no-answer' } as const

type Options = { readonly month: string | null; readonly onSent: (sent: WouldBeSent) => void }

/** ESC-10, API-3: a log of past tickets, through the desk's own commands, by a policy; in memory, and nothing is sent. */
export const replayLog = async (path: string, policy: ReplayPolicy, options: Options): Promise<Replayed> => {
  const desk = deskOf(await census(path, policy), policy)
  const [time, gathered] = [logTime(), gathering()]
  const store = memoryStore(gathered.written)
  const deps = replayDeps(desk, store, time.now)
  const living: Living = {
    ...{ deps, store, words: policy, setNow: time.set, refused: gathered.refused },
    ...{ declare: declaredAs, actor: somebody, reason: 'As the log says', closing: CLOSING },
  }
  const stopsClock = (code: string) => desk.codes.waitCodes.some((each) => each.code === code && each.stopsClock)
  const reconciliation = reconciling(policy, stopsClock)
  const months = new Set<string>()
  const finish = async (past: PastCase, ticket: Ticket): Promise<void> => {
    for (const notice of await wouldBeSent(deps, gathered.fresh(), ticket)) {
      gathered.sent(notice)
      options.onSent(notice)
    }
    const context = await ticketContext({ now: time.now(), actor: DESK, newId: deps.newId }, ticket, deps)
    reconciliation.add(past, ticket, judgedBy(ticket, context), time.now())
    months.add(monthOf(ticket.recordedAt, zoneOf(desk)))
    store.settle({ kind: 'ticket', id: ticket.number })
    gathered.done(past)
  }
  for await (const read of casesIn(path, policy)) {
    if ('unreadable' in read) gathered.unreadable(read.line, read.unreadable)
    else await finish(read.case, await liveThrough(living, read.case, followingEntries(living, read.case)))
  }
  time.set(time.end())
  const reports = await reportsOf(deps, months, options.month)
  return { ...gathered.result(), desk, reconciliation: reconciliation.result(), reports }
}
