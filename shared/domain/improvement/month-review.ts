import type { Instant } from '../instant.ts'
import { hasRole } from '../people/actor.ts'
import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { Month } from '../report/month.ts'
import { type Desk, zoneOf } from '../setting/desk.ts'
import { localDate } from '../sla/local-date.ts'
import { IMPROVERS } from './measure-decider.ts'

type Minutes = {
  readonly month: Month
  /** The edition of the report that was gone through. */
  readonly edition: number
  /** On the calendars of the desk’s zone. */
  readonly heldOn: string
  /** Names, of guests too. */
  readonly participants: readonly string[]
  readonly minutes: string
}

/** REP-5: the review of a month with its managers; what is to be done stands in the improvement plan. */
export type MonthReview = Minutes & { readonly keptBy: string; readonly updatedAt: Instant }

export type ReviewCommand = { readonly type: 'keep-minutes' } & Minutes
export type ReviewEvent = { readonly type: 'minutes-kept' } & Minutes
export type ReviewContext = Context & { readonly desk: Desk }

const checkHeld = (heldOn: string, { desk, now }: ReviewContext): void => {
  if (heldOn > localDate(now, zoneOf(desk))) {
    refuse('invalid', 'not-held-yet', 'heldOn: minutes are kept of a review that has been held.')
  }
}

/** Minutes can be completed; what stood there before stays in the history (AUD-1). */
export const reviewDecider: Decider<MonthReview, ReviewCommand, ReviewEvent, ReviewContext> = {
  decide: (_, { type: _type, ...minutes }, context) => {
    if (!hasRole(context.actor, ...IMPROVERS)) {
      refuse('forbidden', 'not-your-act', `The monthly review is for: ${IMPROVERS.join(', ')}.`)
    }
    checkHeld(minutes.heldOn, context)
    return [{ type: 'minutes-kept', ...minutes }]
  },
  evolve: (_, { type: _type, ...minutes }, { at, actor }) => ({ ...minutes, keptBy: actor.name, updatedAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}
