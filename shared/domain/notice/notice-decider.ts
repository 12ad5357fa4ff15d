import type { Context, Decider } from '../record.ts'
import { giveUpLostAttempt } from './attempting.ts'
import { decide } from './decide.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Notice } from './notice.ts'

/**
 * NOT-4: one notice, from its plan to what became of it.
 *
 * planned ─claim→ sending ─→ sent ─→ delivered
 *    ↑               │         └─bounce─┐
 *    └─retry, next channel ←────────────┴─→ undeliverable, when no channel is left
 *
 * NOT-3: one that repeats climbs from sent or delivered to its next channel, and passes on to the next person after its
 * last; it rests when it is acknowledged, when the matter is over, or unanswered, when all rounds are through.
 */
export const NOTICE_DECIDER: Decider<Notice, NoticeCommand, NoticeEvent, Context> = {
  decide,
  evolve,
  passTime: (notice, { now }) => (notice.medium === 'message' ? giveUpLostAttempt(notice, now) : []),
  wakeAt: (notice) => (notice.medium === 'message' ? notice.dueAt : null),
}
