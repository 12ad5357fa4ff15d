import type { Instant } from '../instant.ts'
import type { Texts } from '../language.ts'
import type { Weekday } from '../sla/calendar.ts'

/** Whose duty a rota says; where several rotas have one subject, all of them hold. */
export type RotaSubject =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'desk' }
  | { readonly kind: 'project-managers' }
  | { readonly kind: 'management' }

/** How long one turn lasts, in wall-clock time: a turn of a day goes on at the same time of day, whatever the clocks do. */
export type TurnLength = { readonly hours: number } | { readonly days: number } | { readonly weeks: number }

/**
 * Wall-clock time at which a layer has somebody: from `from` on each of the `days` until just before `to`, both 'HH:MM'.
 * A window whose `to` is not after its `from` goes on over midnight and belongs to the day it begins on; '24:00' is the
 * end of the day. In an hour the zone skips it is shorter, in one it repeats longer.
 */
export type DutyWindow = { readonly days: readonly Weekday[]; readonly from: string; readonly to: string }

/** `off`: nobody on holidays. `only`: somebody on holidays alone. */
export type HolidayRule = 'ignored' | 'off' | 'only'

/**
 * Turns that follow one another. The first one begins when the clocks of the rota's zone show `handOverAt` on `startsOn`.
 * A hand-over happens when the clocks first show its time or a later one: a time that the zone skips hands over at
 * the jump, a time shown twice hands over the first time.
 */
export type Layer = {
  /** Ids of people, in the order of their turns. */
  readonly participants: readonly string[]
  /** How many of them are on duty together. */
  readonly atOnce: number
  /** 'YYYY-MM-DD' */
  readonly startsOn: string
  /** 'HH:MM' */
  readonly handOverAt: string
  readonly turn: TurnLength
  /** Empty: around the clock. */
  readonly windows: readonly DutyWindow[]
  readonly holidays: HolidayRule
  /** Whose holidays; a day belongs to whatever window begins on it. */
  readonly calendar: string | null
  /** 'YYYY-MM-DD': the layer ends at this day's hand-over time; null: never. */
  readonly endsOn: string | null
}

/** From `from` until just before `to` the person is on duty, in place of `replaces` or, when that is null, as well. */
export type Override = {
  readonly id: string
  readonly from: Instant
  readonly to: Instant
  readonly person: string
  readonly replaces: string | null
}

/** ONC-1: who is on duty when. Of the layers the last that has somebody holds; over them, the overrides in their order. */
export type Rota = {
  readonly id: string
  readonly name: Texts
  readonly subject: RotaSubject
  /** IANA name. */
  readonly timeZone: string
  readonly layers: readonly Layer[]
  readonly overrides: readonly Override[]
  /** Calendar in whose open time somebody has to be on duty; null: around the clock. */
  readonly neededDuring: string | null
}
