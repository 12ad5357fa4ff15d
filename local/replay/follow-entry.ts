import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { PastCase, PastEntry } from './past-case.ts'
import type { OnItsWay, Replaying } from './replay-case.ts'
import { writerOf } from './replay-case.ts'
import { actorAs, NO_GROUP } from './replay-desk.ts'
import type { Meaning, ReplayPolicy } from './replay-policy.ts'

const REASON = 'As the log says'

/** Where a ticket lies. */
type Lies = { readonly group: string; readonly assignee: string | null }

const liesOf = ({ group, assignee }: PastEntry): Lies => ({ group: group ?? NO_GROUP, assignee })
const same = (a: Lies, b: Lies): boolean => a.group === b.group && a.assignee === b.assignee
const UNASSIGNED: Lies = { group: NO_GROUP, assignee: null }
const gradeOf = ({ impact, urgency }: PastEntry): string => `${impact}/${urgency}`

const isDone = (meaning: Meaning | undefined): boolean => meaning === 'resolved' || meaning === 'closed'

/** An entry as the desk understands it; a state nobody knows says nothing, so the one before goes on. */
type Shown = {
  readonly entry: PastEntry
  readonly meaning: Meaning
  readonly isKnown: boolean
  /** Still solved, or closed after that: nobody works on it, and it is handed on to nobody. */
  readonly stays: boolean
  readonly lies: Lies
}

const understood = ({ events }: PastCase, { states }: ReplayPolicy): readonly Shown[] => {
  const shown: Shown[] = []
  let solved = false
  for (const entry of events) {
    const last = shown.at(-1)
    const known = states[entry.state]
    const meaning = known ?? last?.meaning ?? 'new'
    const stays = solved && isDone(meaning)
    solved = meaning === 'resolved' || (solved && meaning === 'closed')
    shown.push({ entry, meaning, isKnown: known !== undefined, stays, lies: stays && last ? last.lies : liesOf(entry) })
  }
  return shown
}

/** Who works on it though the log names nobody: whoever it names next in this group, else somebody unnamed. */
const workerAt = (all: readonly Shown[], at: number): string => {
  const here = all[at]?.lies.group ?? NO_GROUP
  for (const { lies } of all.slice(at)) {
    if (lies.group !== here) break
    if (lies.assignee) return lies.assignee
  }
  return `? ${here}`
}

const resume = async ({ ticket, act }: OnItsWay, entry: PastEntry): Promise<void> => {
  if (ticket().state === 'waiting') await act({ type: 'resume' }, writerOf(entry))
}

/** To where the log says it lies now; what waits is handed on between two stretches of waiting. */
const handOn = async (way: OnItsWay, entry: PastEntry, to: Lies): Promise<void> => {
  await resume(way, entry)
  const { group, assignee, state } = way.ticket()
  if (state !== 'recorded' && same({ group, assignee: assignee?.id ?? null }, to)) return
  const target = { group: to.group, ...(to.assignee !== null && { assignee: to.assignee }) }
  await way.act(
    state === 'recorded' ? { type: 'assign', ...target } : { type: 'transfer', ...target, reason: REASON },
    writerOf(entry),
  )
}

const accept = async (way: OnItsWay, all: readonly Shown[], at: number): Promise<void> => {
  const { state, assignee, group } = way.ticket()
  if (state !== 'recorded' && state !== 'assigned') return
  await way.act({ type: 'accept' }, actorAs(assignee?.id ?? workerAt(all, at), 'engineer', [group]))
}

const wait = async (way: OnItsWay, entry: PastEntry, code: string): Promise<void> => {
  if (way.ticket().waiting?.code === code) return
  await resume(way, entry)
  await way.act({ type: 'wait', code, reason: entry.state }, writerOf(entry))
}

const SOLVED = {
  outcome: 'cure',
  solution: REASON,
  cause: null,
  environmentChanged: false,
  leftToFindOut: null,
} as const

/** What was dispatched is accepted before it is resolved (LIF-2). */
const resolve = async (way: OnItsWay, all: readonly Shown[], at: number, entry: PastEntry): Promise<void> => {
  const { state, waiting } = way.ticket()
  if (state === 'resolved' || state === 'closed') return
  if ((waiting?.stateBefore ?? state) === 'assigned') {
    await resume(way, entry)
    await accept(way, all, at)
  }
  await way.act({ type: 'resolve', ...SOLVED }, writerOf(entry))
}

/** The desk closes what is solved and nothing else (LIF-1); at least it waits no longer. */
const close = async (way: OnItsWay, entry: PastEntry): Promise<void> => {
  if (way.ticket().state === 'closed') return
  await resume(way, entry)
  await way.act({ type: 'close', code: 'solved', satisfaction: { notObtained: 'no-answer' } }, writerOf(entry))
}

const reach = async (way: OnItsWay, all: readonly Shown[], at: number, { entry, meaning }: Shown): Promise<void> => {
  if (typeof meaning === 'object') return wait(way, entry, meaning.wait)
  if (meaning === 'resolved') return resolve(way, all, at, entry)
  if (meaning === 'closed') return close(way, entry)
  await resume(way, entry)
  if (meaning === 'work') await accept(way, all, at)
}

const isOver = ({ state }: Ticket): boolean => state === 'resolved' || state === 'closed'

/** Sent back, when it was solved and is worked on again. */
const reopen = async (way: OnItsWay, before: Shown | undefined, { entry, meaning }: Shown): Promise<void> => {
  if (!before || !isDone(before.meaning) || isDone(meaning) || !isOver(way.ticket())) return
  await way.act({ type: 'reject', reason: REASON }, writerOf(entry))
}

/**
 * What each entry of a case shows that the one before it did not, as the desk's own acts in the order in which somebody would
 * have done them: sent back, graded, handed on, and then its state. What the desk refuses is left out, not forced.
 */
export const followingEntries = ({ policy, refused }: Replaying, past: PastCase) => {
  const all = understood(past, policy)
  return async (way: OnItsWay, at: number): Promise<void> => {
    const [before, shown] = [all[at - 1], all[at]]
    if (!shown) return
    const { entry, stays, isKnown } = shown
    if (!isKnown) refused(`state: unknown "${entry.state}"`, past, entry)
    await reopen(way, before, shown)
    if (before && gradeOf(before.entry) !== gradeOf(entry)) {
      const grade = { impact: policy.impacts[entry.impact], urgency: policy.urgencies[entry.urgency] }
      await way.act({ type: 'classify', ...grade, reason: REASON }, writerOf(entry))
    }
    const from = stays && before ? liesOf(before.entry) : (before?.lies ?? UNASSIGNED)
    if (!same(from, liesOf(entry))) await handOn(way, entry, liesOf(entry))
    await reach(way, all, at, shown)
  }
}
