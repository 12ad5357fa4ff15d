import { type Instant, plus } from '../instant.ts'
import { isHurried } from './ladder.ts'
import type { MessageNotice } from './notice.ts'

const MINUTE_MS = 60_000

/** How long after each failed attempt the same channel is tried again: briefly while another channel or person is left. */
const RETRY_AFTER_MINUTES = { another: [1], last: [1, 5, 15, 60, 240] } as const

/** An attempt that has said nothing for so long has died; no channel takes as long as that to answer. */
const CLAIM_MINUTES = 3

export const claimEnds = (now: Instant): Instant => plus(now, CLAIM_MINUTES * MINUTE_MS)

/** When the current channel is tried again after its latest attempt failed; null when it has had all of its attempts. */
export const retryAt = (notice: MessageNotice, now: Instant): Instant | null => {
  // MAJ-1: told by all channels at once is told by the next one at once; this one's turn comes again with the next round
  if (isHurried(notice)) return null
  const hasOther = notice.routesLeft.length > 0 || Boolean(notice.ladder)
  const pauses: readonly number[] = RETRY_AFTER_MINUTES[hasOther ? 'another' : 'last']
  const minutes = pauses[notice.attemptsOnRoute - 1]
  return minutes === undefined ? null : plus(now, minutes * MINUTE_MS)
}
