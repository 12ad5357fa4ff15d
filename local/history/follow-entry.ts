import { INTAKE_GROUP } from '../../shared/domain/ticket/recording.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { type Living, type OnItsWay, writerOf } from './live-through.ts'
import type { PastCase, PastEntry } from './past-case.ts'
import type { LogWords, Meaning } from './words.ts'

/** Where a ticket lies. */
type Lies = { readonly group: string; readonly assignee: string | null }

const liesOf = ({ group, assignee }: PastEntry): Lies => ({ group: group ?? INTAKE_GROUP, assignee })
const same = (a: Lies, b: Lies): boolean => a.group === b.group && a.assignee === b.assignee
const UNASSIGNED: Lies = { group: INTAKE_GROUP, assignee: null }
const gradeOf = ({ impact, urgency }: PastEntry): string => `${impact}/${urgency}`

const isDone = (meaning: Meaning | undefined): boolean =>
  meaning === 'resolved' || meaning === 'closed' || meaning === 'cancelled'

/** An entry as the desk understands it; a state nobody knows says nothing, so the one before goes on. */
type Shown = {
  readonly entry: PastEntry
  readonly meaning: Meaning
  readonly isKnown: boolean
  /** Still solved, or closed after that: nobody works on it, and it is handed on to nobody. */
  readonly stays: boolean
  readonly lies: Lies
}

const understood = ({ events }: PastCase, { states }: LogWords): readonly Shown[] => {
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

/** Somebody of a group whom the log does not name. */
const unnamedIn = (group: string): string => `? ${group}`

export const isUnnamed = (id: string): boolean => id.startsWith('? ')

/** Who works on it though the log names nobody: whoever it names next in this group, else somebody unnamed. */
const workerAt = (all: readonly Shown[], at: number): string => {
  const here = all[at]?.lies.group ?? INTAKE_GROUP
  for (const { lies } of all.slice(at)) {
    if (lies.group !== here) break
    if (lies.assignee) return lies.assignee
  }
  return unnamedIn(here)
}

const resume = async (way: OnItsWay, entry: PastEntry): Promise<void> => {
  if (way.ticket().state === 'waiting') await way.act({ type: 'resume' }, writerOf(way, entry))
}

/** To where the log says it lies now; what waits is handed on between two stretches of waiting. */
const handOn = async (way: OnItsWay, entry: PastEntry, to: Lies): Promise<void> => {
  await resume(way, entry)
  const { group, assignee, state } = way.ticket()
  if (state !== 'recorded' && same({ group, assignee: assignee?.id ?? null }, to)) return
  const target = { group: to.group, ...(to.assignee !== null && { assignee: to.assignee }) }
  await way.act(
    state === 'recorded' ? { type: 'assign', ...target } : { type: 'transfer', ...target, reason: way.reason },
    writerOf(way, entry),
  )
}

const accept = async (way: OnItsWay, all: readonly Shown[], at: number): Promise<void> => {
  const { state, assignee, group } = way.ticket()
  if (state !== 'recorded' && state !== 'assigned') return
  await way.act({ type: 'accept' }, way.actor(assignee?.id ?? workerAt(all, at), 'engineer', [group]))
}

const wait = async (way: OnItsWay, entry: PastEntry, code: string): Promise<void> => {
  if (way.ticket().waiting?.code === code) return
  await resume(way, entry)
  await way.act({ type: 'wait', code, reason: entry.state }, writerOf(way, entry))
}

/** What a log says of a solution is no more than its words. */
const SOLVED = { outcome: 'cure', cause: null, environmentChanged: false, leftToFindOut: null } as const

/** What was dispatched is accepted before it is resolved (LIF-2). */
const resolve = async (way: OnItsWay, { all, past }: Story, at: number, entry: PastEntry): Promise<void> => {
  const { state, waiting } = way.ticket()
  if (state === 'resolved' || state === 'closed') return
  if ((waiting?.stateBefore ?? state) === 'assigned') {
    await resume(way, entry)
    await accept(way, all, at)
  }
  await way.act({ type: 'resolve', ...SOLVED, solution: past.solution ?? way.reason }, writerOf(way, entry))
}

/** The desk closes what is solved and nothing else (LIF-1); at least it waits no longer. */
const close = async (way: OnItsWay, entry: PastEntry): Promise<void> => {
  if (way.ticket().state === 'closed') return
  await resume(way, entry)
  const { code, notObtained } = way.closing
  await way.act({ type: 'close', code, satisfaction: { notObtained } }, writerOf(way, entry))
}

const cancel = async (way: OnItsWay, entry: PastEntry): Promise<void> => {
  if (way.ticket().state !== 'cancelled') await way.act({ type: 'cancel', reason: entry.state }, writerOf(way, entry))
}

type Story = { readonly past: PastCase; readonly all: readonly Shown[] }

const reach = async (way: OnItsWay, story: Story, at: number, { entry, meaning }: Shown): Promise<void> => {
  if (typeof meaning === 'object') return wait(way, entry, meaning.wait)
  if (meaning === 'resolved') return resolve(way, story, at, entry)
  if (meaning === 'closed') return close(way, entry)
  if (meaning === 'cancelled') return cancel(way, entry)
  await resume(way, entry)
  if (meaning === 'work') await accept(way, story.all, at)
}

const isOver = ({ state }: Ticket): boolean => state === 'resolved' || state === 'closed'

/** Sent back, when it was solved and is worked on again. */
const reopen = async (way: OnItsWay, before: Shown | undefined, { entry, meaning }: Shown): Promise<void> => {
  if (!before || !isDone(before.meaning) || isDone(meaning) || !isOver(way.ticket())) return
  await way.act({ type: 'reject', reason: way.reason }, writerOf(way, entry))
}

const say = async (way: OnItsWay, entry: PastEntry): Promise<void> => {
  if (!entry.comment) return
  const { text, public: isPublic } = entry.comment
  await way.act({ type: 'comment', text, visibility: isPublic ? 'public' : 'internal' }, writerOf(way, entry))
}

/**
 * What each entry of a case shows that the one before it did not, as the desk's own acts in the order in which somebody would
 * have done them: sent back, graded, handed on, something said, and then its state. What the desk refuses is left out, not forced.
 */
export const followingEntries = ({ words, refused }: Pick<Living, 'words' | 'refused'>, past: PastCase) => {
  const all = understood(past, words)
  return async (way: OnItsWay, at: number): Promise<void> => {
    const [before, shown] = [all[at - 1], all[at]]
    if (!shown) return
    const { entry, stays, isKnown } = shown
    if (!isKnown) refused(`state: unknown "${entry.state}"`, past, entry)
    await reopen(way, before, shown)
    if (before && gradeOf(before.entry) !== gradeOf(entry)) {
      const grade = { impact: words.impacts[entry.impact], urgency: words.urgencies[entry.urgency] }
      await way.act({ type: 'classify', ...grade, reason: way.reason }, writerOf(way, entry))
    }
    const from = stays && before ? liesOf(before.entry) : (before?.lies ?? UNASSIGNED)
    if (!same(from, liesOf(entry))) await handOn(way, entry, liesOf(entry))
    await say(way, entry)
    await reach(way, { past, all }, at, shown)
  }
}
