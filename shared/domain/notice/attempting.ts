import type { Instant } from '../instant.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import type { MessageNotice } from './notice.ts'
import { claimEnds, retryAt } from './retry.ts'

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: Type }>

/** NOT-4: the next channel, or the end of the matter. */
export const fallOver = ({ routesLeft: [next] }: MessageNotice): NoticeEvent =>
  next ? { type: 'fell-over', to: next } : { type: 'given-up' }

type Failure = Pick<Extract<NoticeEvent, { readonly type: 'attempt-failed' }>, 'reason' | 'detail'>

const failed = (notice: MessageNotice, failure: Failure, now: Instant): readonly NoticeEvent[] => {
  const again = failure.reason === 'refused' ? null : retryAt(notice, now)
  const event: NoticeEvent = { type: 'attempt-failed', route: notice.route, ...failure, retryAt: again }
  return again === null ? [event, fallOver(notice)] : [event]
}

/**
 * An attempt whose process died between its claim and its outcome. Nobody knows whether it was sent, so it is tried again
 * under the same mail id: a channel that knows the id sends it once, any other might twice [NOT-4].
 */
export const giveUpLostAttempt = (notice: MessageNotice, now: Instant): readonly NoticeEvent[] =>
  notice.status === 'sending' && notice.dueAt !== null && notice.dueAt <= now
    ? failed(notice, { reason: 'outcome-unknown', detail: 'the sending process ended without a word' }, now)
    : []

/** One process alone sends: whoever loses the race for the claim, comes late or comes twice finds nothing to claim. */
export const claim = (notice: MessageNotice, by: string, now: Instant): readonly NoticeEvent[] =>
  notice.status === 'planned' && notice.dueAt !== null && notice.dueAt <= now
    ? [{ type: 'attempt-started', claim: by, route: notice.route, until: claimEnds(now) }]
    : []

export const skipRoute = (notice: MessageNotice, { channel, why }: Command<'skip-route'>): readonly NoticeEvent[] =>
  notice.status === 'planned' && notice.route.channel === channel
    ? [{ type: 'route-skipped', route: notice.route, why }, fallOver(notice)]
    : []

export const noteSent = (notice: MessageNotice, { claim, messageId }: Command<'note-sent'>): readonly NoticeEvent[] =>
  notice.claim === claim ? [{ type: 'sent', route: notice.route, messageId }] : []

/** Longer than this nobody is kept waiting for a busy channel. */
const MOST_PUT_OFF = 5

/**
 * NOT-5: over a provider's limit it waits, and goes to the next channel, or the next person, only when that takes too long.
 * Where there is neither it waits on: the limit passes, and nothing is lost.
 */
export const putOff = (
  notice: MessageNotice,
  { claim, until }: Command<'put-off'>,
  now: Instant,
): readonly NoticeEvent[] => {
  if (notice.claim !== claim) return []
  const hasOther = notice.routesLeft.length > 0 || notice.ladder !== null
  return notice.timesPutOff < MOST_PUT_OFF || !hasOther
    ? [{ type: 'put-off', route: notice.route, until }]
    : failed(notice, { reason: 'refused', detail: 'the channel has been busy for too long' }, now)
}

export const noteFailure = (
  notice: MessageNotice,
  { claim, reason, detail }: Command<'note-failure'>,
  now: Instant,
): readonly NoticeEvent[] => (notice.claim === claim ? failed(notice, { reason, detail }, now) : [])
