import type { Instant } from '../instant.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import { nextStepAt } from './ladder.ts'
import type { MessageNotice } from './notice.ts'

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: Type }>

const isAt = ({ ladder, status, dueAt }: MessageNotice, now: Instant): boolean =>
  Boolean(ladder) &&
  (status === 'sent' || status === 'delivered' || status === 'undeliverable') &&
  dueAt !== null &&
  dueAt <= now

/**
 * NOT-3: nobody has acknowledged in time. The next channel of the person; after the last one the next person too, and once
 * more from the first channel while there are rounds left. Early, late or double it does nothing.
 */
export const climb = (notice: MessageNotice, { next }: Command<'climb'>, now: Instant): readonly NoticeEvent[] => {
  if (!notice.ladder || !isAt(notice, now)) return []
  const { routes, routesLeft, round, ladder } = notice
  const reached = notice.status !== 'undeliverable'
  const [route] = routesLeft
  if (reached && route) return [{ type: 'repeated', to: route, round }]
  const goesOn = round < ladder.rounds
  // whoever could not be reached is tried again after a while: what failed may have passed by then
  if (!reached && !notice.passedOn) {
    return [{ type: 'passed-on', to: next, retryAt: goesOn ? nextStepAt(notice, now) : null }]
  }
  const passedOn: readonly NoticeEvent[] = notice.passedOn ? [] : [{ type: 'passed-on', to: next, retryAt: null }]
  if (goesOn) return [...passedOn, { type: 'repeated', to: routes[0], round: round + 1 }]
  return [...passedOn, { type: 'unanswered' }]
}

const AT_REST: ReadonlySet<MessageNotice['status']> = new Set(['acknowledged', 'stopped', 'sending'])

/** NOT-3: nobody needs to be told any more. What is just being sent comes to an end first, so that its outcome is known. */
export const stop = (notice: MessageNotice, { why }: Command<'stop'>): readonly NoticeEvent[] =>
  (notice.ladder || notice.waited) && !AT_REST.has(notice.status) ? [{ type: 'stopped', why }] : []
