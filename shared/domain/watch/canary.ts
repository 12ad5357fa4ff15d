import { type Instant, instantOf, msOf } from '../instant.ts'
import type { Context, Decider } from '../record.ts'

/** The ways into the desk that a canary is sent along. */
export const ROADS = ['mail', 'alarm'] as const
export type Road = (typeof ROADS)[number]

/**
 * Something that looks like a mail or an alarm and goes the whole road: in from outside, onto the table, through the stream
 * to a schedule, and back when that fires. It is no ticket, so it is in no list, figure, notice or report.
 */
export type Canary = {
  readonly road: Road
  readonly number: string
  readonly releasedAt: Instant
  /** When the intake wrote it down. */
  readonly arrivedAt: Instant | null
  /** When its wake-up had come: the reactions had made a schedule, and that has fired. */
  readonly wokenAt: Instant | null
  readonly updatedAt: Instant
}

export type CanaryCommand =
  | { readonly type: 'release'; readonly road: Road; readonly number: string }
  | { readonly type: 'note-arrival' }
  | { readonly type: 'wake' }

export type CanaryEvent =
  | { readonly type: 'canary-released'; readonly road: Road; readonly number: string }
  | { readonly type: 'canary-arrived' }
  | { readonly type: 'canary-woken' }

const EVERY_MS = 600_000
const MINUTE_MS = 60_000
/** Longer than the desk's own short way, so that the scheduler itself is tried. */
const REST_MS = 61_000

/** Canaries are released at most once in each of these. */
export const slotOf = (at: Instant): number => Math.floor(msOf(at) / EVERY_MS)

/** What storage knows a mail by that may go: the intake marks it, and only what is marked so is ever removed. */
export const CANARY_TAG = { key: 'firstline', value: 'canary' } as const

/** In the form of a ticket's number, so that its mail carries the same signed address as an answer (INT-3); no ticket is a CAN. */
export const canaryNumber = (slot: number): string => `CAN-${instantOf(slot * EVERY_MS).slice(0, 4)}-${slot}`

export const isCanaryNumber = (number: string): boolean => number.startsWith('CAN-')

/** The end of the minute: the scheduler then need not wait with a function running. */
const wakeAt = ({ arrivedAt, wokenAt }: Canary): Instant | null =>
  arrivedAt === null || wokenAt !== null
    ? null
    : instantOf(Math.ceil((msOf(arrivedAt) + REST_MS) / MINUTE_MS) * MINUTE_MS)

const decide = (canary: Canary | null, command: CanaryCommand): readonly CanaryEvent[] => {
  switch (command.type) {
    case 'release':
      return canary ? [] : [{ type: 'canary-released', road: command.road, number: command.number }]
    case 'note-arrival':
      return canary?.arrivedAt === null ? [{ type: 'canary-arrived' }] : []
    case 'wake':
      return []
  }
}

export const canaryDecider: Decider<Canary, CanaryCommand, CanaryEvent, Context> = {
  decide,
  evolve: (canary, event, { at }) => {
    if (event.type === 'canary-released') {
      const { road, number } = event
      return { road, number, releasedAt: at, arrivedAt: null, wokenAt: null, updatedAt: at }
    }
    const known = canary as Canary
    return event.type === 'canary-arrived'
      ? { ...known, arrivedAt: at, updatedAt: at }
      : { ...known, wokenAt: at, updatedAt: at }
  },
  passTime: (canary, { now }) => {
    const due = wakeAt(canary)
    return due !== null && due <= now ? [{ type: 'canary-woken' }] : []
  },
  wakeAt,
}

/** What an alarm is rung with, and what the intake knows a canary by; the address tells desks of one account apart. */
export const canaryReason = (number: string, deskAddress: string): string => `Canary ${number} of ${deskAddress}`

export const canaryInReason = (reason: string, deskAddress: string): string | null => {
  const [, number] = /^Canary (CAN-\d{4}-\d{6,10}) of /.exec(reason) ?? []
  return number !== undefined && reason === canaryReason(number, deskAddress) ? number : null
}

/** The one alarm that is rung by hand only; one of another desk of the account is no business of this desk. */
export const isCanaryAlarm = (name: string): boolean => /^firstline-[a-z][a-z0-9]{0,15}-canary$/.test(name)
