import type { Instant } from '../../../shared/domain/instant.ts'
import type { Priority } from '../../../shared/domain/priority/grade.ts'
import type { Policy, Step } from '../../../shared/domain/setting/policy.ts'
import type { Calendar } from '../../../shared/domain/sla/calendar.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { DeskAtWork } from '../../support/desk-at-work.ts'
import { MINUTE_MS, naivelyReachedMs } from '../sla/minute-by-minute.ts'

/**
 * A ticket's history read from end to end by somebody who knows the requirements and none of the desk's code: what had become of
 * it, and of each of its promises, minute by minute.
 */

type Log = DeskAtWork['log']
type Type = TicketEvent['type']
type Event<Name extends Type> = Extract<TicketEvent, { readonly type: Name }>

export type Life = {
  readonly log: Log
  readonly policy: Policy
  readonly calendars: ReadonlyMap<string, Calendar>
}

export const eventsOf = <Name extends Type>({ log }: Pick<Life, 'log'>, ...names: readonly Name[]) =>
  log.flatMap(({ at, event }) =>
    (names as readonly string[]).includes(event.type) ? [{ at, event: event as Event<Name> }] : [],
  )

export const lastOf = <Name extends Type>(life: Pick<Life, 'log'>, ...names: readonly Name[]) =>
  eventsOf(life, ...names).at(-1) ?? null

const recordedIn = (life: Life): Event<'recorded'> => {
  const [first] = eventsOf(life, 'recorded')
  if (!first) throw new Error('nothing was recorded')
  return first.event
}

const registeredIn = (life: Life): Event<'registered-afterwards'> | null =>
  lastOf(life, 'registered-afterwards')?.event ?? null

export const recordedAt = (life: Life): Instant => registeredIn(life)?.reportedAt ?? life.log[0]?.at ?? ''

/** INT-11, INT-13, LIF-1: why it counts nowhere; null when it counts. */
export const leftOutAs = (life: Life): 'canary' | 'returned' | 'merged' | 'cancelled' | null => {
  if (recordedIn(life).channel === 'canary') return 'canary'
  if (lastOf(life, 'merged', 'unmerged')?.event.type === 'merged') return 'merged'
  if (lastOf(life, 'cancelled', 'registration-refused')) return 'cancelled'
  const last = lastOf(life, 'returned', 'service-decided')
  return last && (last.event.type === 'returned' || !last.event.serve) ? 'returned' : null
}

const isClosed = (life: Life): boolean => lastOf(life, 'closed') !== null

/** LIF-1: what is resolved is done, until somebody sends it back. */
export const isOpen = (life: Life): boolean => leftOutAs(life) === null && !isClosed(life) && solvedAt(life) === null

/** When it was solved, unless somebody sent it back since. */
const solvedAt = (life: Life): Instant | null => {
  const last = lastOf(life, 'resolved', 'registered-afterwards', 'rejected', 'alarm-returned', 'major-reviewed')
  if (last?.event.type === 'registered-afterwards') return last.event.restoredAt
  if (last?.event.type !== 'major-reviewed') return last?.event.type === 'resolved' ? last.at : null
  if (!last.event.satisfied) return null
  return solvedAt({ ...life, log: life.log.filter(({ event }) => event !== last.event) })
}

const endedAt = (life: Life): Instant | null => {
  if (leftOutAs(life) === 'merged') return lastOf(life, 'merged')?.at ?? null
  return lastOf(life, 'closed', 'cancelled', 'registration-refused')?.at ?? null
}

/** SLA-2: somebody took it, called, or wrote to the requester. */
const answeredAt = (life: Life): Instant | null => {
  const registered = registeredIn(life)
  if (registered) return registered.respondedAt
  const isAnswer = ({ event }: Log[number]): boolean =>
    event.type === 'accepted' ||
    event.type === 'contacted' ||
    (event.type === 'commented' && event.from === 'staff' && event.visibility === 'public')
  return life.log.find(isAnswer)?.at ?? null
}

const assignedAt = (life: Life): Instant | null =>
  registeredIn(life)?.assignedAt ?? eventsOf(life, 'assigned', 'transferred', 'accepted')[0]?.at ?? null

const doneAt = (life: Life, step: Step): Instant | null => {
  const without = solvedAt(life) ?? endedAt(life)
  if (step === 'restore') return without
  if (step === 'confirm') return confirmedAt(life) ?? endedAt(life)
  return (step === 'assign' ? assignedAt(life) : answeredAt(life)) ?? without
}

const confirmedAt = (life: Life): Instant | null => {
  const solved = solvedAt(life)
  return eventsOf(life, 'confirmed').find(({ at }) => solved !== null && at >= solved)?.at ?? null
}

type Pause = { readonly from: Instant; readonly to: Instant | null }

/** WAI-1, WAI-3: the stretches of waiting with a code that stops the clock. */
const waits = (life: Life): readonly Pause[] => {
  const found: Pause[] = []
  let begun: { readonly at: Instant; readonly until: Instant | null } | null = null
  for (const { at, event } of life.log) {
    if (event.type === 'waiting-started' && event.stopsClock) begun = { at, until: event.until }
    if (!begun || !['resumed', 'resolved', 'cancelled', 'returned'].includes(event.type)) continue
    const byDate = event.type === 'resumed' && event.cause === 'date'
    found.push({ from: begun.at, to: byDate ? (begun.until ?? at) : at })
    begun = null
  }
  return begun ? [...found, { from: begun.at, to: null }] : found
}

/** While the requester looked at a solution that was none, and while it lay returned until the project manager had it served. */
const standstills = (life: Life): readonly Pause[] =>
  life.log.flatMap(({ at, event }, index) => {
    const before = { ...life, log: life.log.slice(0, index) }
    const isSentBack = event.type === 'rejected' || event.type === 'alarm-returned'
    if (isSentBack || (event.type === 'major-reviewed' && !event.satisfied)) {
      const from = solvedAt(before)
      return from ? [{ from, to: at }] : []
    }
    if (event.type !== 'service-decided' || !event.serve) return []
    const from = lastOf(before, 'returned')?.at
    return from ? [{ from, to: at }] : []
  })

export const waitedMs = (life: Life, asOf: Instant): number =>
  waits(life).reduce((ms, { from, to }) => ms + Math.max(0, Date.parse(to ?? asOf) - Date.parse(from)), 0)

/** The last grade given by then. */
const priorityAt = (life: Life, at: Instant | null): Priority => {
  const start: readonly { readonly at: Instant; readonly priority: Priority }[] = [
    { at: recordedAt(life), priority: recordedIn(life).priority },
  ]
  const grades = [...start, ...eventsOf(life, 'regraded').map((one) => ({ at: one.at, priority: one.event.priority }))]
  return grades.findLast((grade) => at === null || grade.at <= at)?.priority ?? recordedIn(life).priority
}

const calendarOf = (life: Life): Calendar => {
  const { id } = lastOf(life, 'recorded', 'classified', 'clocks-renewed')?.event.calendar ?? { id: '' }
  const calendar = life.calendars.get(id)
  if (!calendar) throw new Error(`there is no calendar ${id}`)
  return calendar
}

export type Fate = 'met' | 'missed' | 'running' | 'none'

/** REP-1: what became of a promise by `asOf`: each minute from the start is looked at until the target is used up. */
export const fateOf = (life: Life, step: Step, asOf: Instant): Fate => {
  const done = doneAt(life, step)
  const { clock, ...row } = life.policy.targets[priorityAt(life, done)]
  const target = row[`${step}Minutes`]
  const startedAt = step === 'confirm' ? solvedAt(life) : recordedAt(life)
  if (target === null || startedAt === null) return 'none'
  const calendar = clock === 'around-the-clock' ? aroundTheClock : calendarOf(life)
  const untilMs = Date.parse(done ?? asOf)
  const pauses = [...waits(life), ...standstills(life)]
  const reachedMs = naivelyReachedMs(target * MINUTE_MS, calendar, Date.parse(startedAt), untilMs, pauses)
  if (reachedMs !== null && reachedMs < untilMs) return 'missed'
  return done === null ? 'running' : 'met'
}

/** Whether something is still to be done of it that should have been done before. */
export const isOverdue = (life: Life, asOf: Instant): boolean =>
  (['assign', 'respond', 'restore', 'confirm'] as const).some(
    (step) => doneAt(life, step) === null && fateOf(life, step, asOf) === 'missed',
  )

export const restoredOrAsOf = (life: Life, asOf: Instant): Instant => doneAt(life, 'restore') ?? asOf

/** SLA-5, LIF-10: the latest time the requester said yes to, and did not take back. */
export const agreedTo = (life: Life): Instant | null => {
  const answers = new Map(eventsOf(life, 'time-answered').map(({ event }) => [event.round, event]))
  const agreed = [...answers.values()].filter((answer) => answer.agreed).map(({ restoreBy }) => restoreBy)
  const onThePhone = eventsOf(life, 'contacted').flatMap(({ event: { contact } }) =>
    contact.reached && contact.handlingTimeAgreedAt ? [contact.handlingTimeAgreedAt] : [],
  )
  return [...agreed, ...onThePhone].toSorted().at(-1) ?? null
}

/** CLO-6: what the requester gave at last; null: no rating. */
export const scoreOf = (life: Life): number | null => {
  const given = eventsOf(life, 'confirmed', 'closed').flatMap(({ event }) => event.satisfaction ?? [])
  const last = given.at(-1)
  return last && 'score' in last ? last.score : null
}

/** ESC-6: other hands after the first assignment, but for those the matrix chose. */
export const timesHandedOn = (life: Life): number => {
  let [times, group, person, assigned] = [0, 'desk', '', false]
  for (const { event } of life.log) {
    if (event.type === 'registered-afterwards') [group, assigned] = [event.group, true]
    if (event.type === 'service-decided' && event.serve) [group, person] = ['desk', '']
    if (event.type !== 'assigned' && event.type !== 'transferred' && event.type !== 'accepted') continue
    const to =
      event.type === 'accepted' ? { group, person: event.by.id } : { ...event, person: event.assignee?.id ?? '' }
    const isOther = to.group !== group || (person !== '' && to.person !== person)
    if (assigned && isOther && !(event.type === 'transferred' && !event.counted)) times += 1
    ;[group, person, assigned] = [to.group, to.person, true]
  }
  return times
}

/** MAJ-1, INT-12: what the project manager said last of whether it is one. */
export const isMajor = (life: Life): boolean => {
  const last = lastOf(life, 'major-candidate-raised', 'major-judged', 'major-demoted', 'registered-afterwards')?.event
  if (!last) return false
  return last.type === 'major-judged' ? last.confirmed : last.type !== 'major-demoted'
}
