import { type Instant, plus } from '../instant.ts'
import type { Context, Decider } from '../record.ts'
import type { Desk } from '../setting/desk.ts'
import type { Rota } from './rota.ts'
import { type Gap, gaps } from './shifts.ts'

const DAY_MS = 86_400_000
/** ONC-1: gaps are told of when they begin within this time. */
const WARNED_AHEAD_MS = 7 * DAY_MS
/** Looked at, so that a gap is told of with its end. */
const LOOKED_AT_MS = 5 * WARNED_AHEAD_MS

/** Somebody who has to be told of gaps, and has not been yet. */
type Telling = { readonly person: string; readonly gaps: readonly Gap[] }

/** The desk's daily look at one rota. */
export type GapWatch = {
  readonly nextLookAt: Instant
  /** The gaps ahead that have been told of. */
  readonly known: readonly Gap[]
  readonly toTell: readonly Telling[]
  readonly updatedAt: Instant
}

export type GapWatchCommand =
  /** The first look is at once, the others are daily. */
  { readonly type: 'look' } | { readonly type: 'note-told'; readonly person: string }

export type GapWatchEvent =
  | {
      readonly type: 'gaps-looked-for'
      readonly nextLookAt: Instant
      readonly known: readonly Gap[]
      readonly fresh: readonly Gap[]
      readonly told: readonly string[]
    }
  | { readonly type: 'gaps-told'; readonly person: string }

export type GapWatchContext = Context & { readonly desk: Desk; readonly rota: Rota | null }

/** Who can close the gap: the lead of the group the rota is for, else the desk managers; only those who are there. */
const tellOfGaps = ({ staff, groups }: Desk, { subject }: Rota): readonly string[] => {
  const active = [...staff.values()].filter((person) => person.active)
  const leads = [...groups.values()]
    .filter((group) =>
      subject.kind === 'group' ? group.id === subject.group : subject.kind === 'desk' && group.line === 'desk',
    )
    .map(({ lead }) => lead)
  const led = active.filter(({ id }) => leads.includes(id))
  const told = led.length > 0 ? led : active.filter(({ roles }) => roles.includes('desk-manager'))
  return told.map(({ id }) => id)
}

/** One that has been told of may have become longer or shorter since; it is no other. */
const isSame = (a: Gap, b: Gap): boolean => a.from <= b.to && b.from <= a.to

const look = (watch: GapWatch | null, { now, desk, rota }: GapWatchContext): GapWatchEvent => {
  const ahead = rota
    ? gaps(rota, now, plus(now, LOOKED_AT_MS), desk.calendars, (person) => desk.staff.get(person)?.active ?? false)
    : []
  const near = ahead.filter(({ from }) => from < plus(now, WARNED_AHEAD_MS))
  const fresh = near.filter((gap) => !watch?.known.some((known) => isSame(known, gap)))
  const told = rota && fresh.length > 0 ? tellOfGaps(desk, rota) : []
  return { type: 'gaps-looked-for', nextLookAt: plus(now, DAY_MS), known: near, fresh, told }
}

/** ONC-1: looks at its rota every day, and tells of each gap once. */
export const gapWatchDecider: Decider<GapWatch, GapWatchCommand, GapWatchEvent, GapWatchContext> = {
  decide: (watch, command, context) => {
    if (command.type === 'look') return watch === null ? [look(null, context)] : []
    const isWaiting = watch?.toTell.some(({ person }) => person === command.person) ?? false
    return isWaiting ? [{ type: 'gaps-told', person: command.person }] : []
  },
  evolve: (watch, event, { at }) => {
    const before = watch ?? { nextLookAt: at, known: [], toTell: [], updatedAt: at }
    if (event.type === 'gaps-told') {
      return { ...before, toTell: before.toTell.filter(({ person }) => person !== event.person), updatedAt: at }
    }
    const { nextLookAt, known, fresh, told } = event
    const waiting = before.toTell.filter(({ person }) => !told.includes(person))
    const next = told.map((person) => ({
      person,
      gaps: [...(before.toTell.find((each) => each.person === person)?.gaps ?? []), ...fresh],
    }))
    return { nextLookAt, known, toTell: [...waiting, ...next], updatedAt: at }
  },
  passTime: (watch, context) => (watch.nextLookAt <= context.now ? [look(watch, context)] : []),
  wakeAt: ({ nextLookAt }) => nextLookAt,
}
