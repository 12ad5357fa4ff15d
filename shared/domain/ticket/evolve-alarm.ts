import { type Instant, plus } from '../instant.ts'
import type { ActorRef } from '../people/actor.ts'
import type { AlarmChange, AlarmWatch } from './alarm-watch.ts'
import type { TicketEvent } from './event.ts'

const HOUR_MS = 3_600_000

/** The watch over the alarm that opened an incident. */
export const watchOf = (change: AlarmChange): AlarmWatch => ({
  arn: change.arn,
  name: change.name,
  account: change.account,
  region: change.region,
  metric: change.metric,
  state: 'ALARM',
  changedAt: change.changedAt,
  lastEventId: change.eventId,
  occurrences: 1,
  okSince: null,
  flaps: [],
  muted: false,
  touched: false,
  deleted: false,
})

const noted = (watch: AlarmWatch, { state, changedAt, eventId }: AlarmChange): AlarmWatch => ({
  ...watch,
  state,
  changedAt,
  lastEventId: eventId,
})

/** Returns from OK to ALARM within the hour before `at`. */
export const flapsWithinAnHour = (watch: AlarmWatch, at: Instant): readonly Instant[] =>
  watch.flaps.filter((flap) => flap > plus(at, -HOUR_MS))

/** INT-8: what an event means for the alarm behind the ticket; anything people do, also by mail, means hands off. */
export const evolveAlarm = (
  watch: AlarmWatch | null,
  event: TicketEvent,
  at: Instant,
  actorKind: ActorRef['kind'],
): AlarmWatch | null => {
  if (watch === null) return null
  switch (event.type) {
    case 'alarm-repeated':
      return { ...noted(watch, event.change), occurrences: watch.occurrences + 1 }
    case 'alarm-cleared':
      return { ...noted(watch, event.change), okSince: at }
    case 'alarm-flapped':
    case 'alarm-returned':
      return {
        ...noted(watch, event.change),
        occurrences: watch.occurrences + 1,
        okSince: null,
        flaps: [...flapsWithinAnHour(watch, at), at],
        muted: event.mutes,
      }
    case 'alarm-deleted':
      return { ...watch, deleted: true }
    default:
      return actorKind === 'system' ? watch : { ...watch, touched: true }
  }
}
