import { type Instant, plus } from '../domain/instant.ts'
import { chatLimit, minuteOf, nextMinute } from '../domain/notice/chat-limits.ts'
import type { ChatChannel } from '../domain/setting/catalogue.ts'
import type { Deps } from './deps.ts'

/** NOT-5: a channel takes no more for now. */
export class Busy extends Error {
  readonly until: Instant

  constructor(until: Instant) {
    super(`busy until ${until}`)
    this.name = 'Busy'
    this.until = until
  }
}

const HOUR_MS = 3_600_000

/**
 * NOT-5: takes one of this minute's places in the chat, which all processes share in the table. What is urgent has places
 * of its own. @throws Busy when they are taken
 */
export const waitForTurn = async (
  deps: Deps,
  { id, provider }: ChatChannel,
  { isUrgent }: { readonly isUrgent: boolean },
): Promise<void> => {
  const now = deps.clock.now()
  const name = `chat#${id}#${minuteOf(now)}`
  const taken = await deps.store.count(name, plus(now, HOUR_MS))
  if (taken > chatLimit(provider, isUrgent)) throw new Busy(nextMinute(now))
}
