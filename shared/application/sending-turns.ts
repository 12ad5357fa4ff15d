import { type Instant, plus } from '../domain/instant.ts'
import { chatLimit, minuteOf, nextMinute, textLimit } from '../domain/notice/sending-limits.ts'
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

type Urgency = { readonly isUrgent: boolean }

/** Takes one of this minute's places, which all processes share in the table. @throws Busy when they are taken */
const waitForPlace = async (deps: Deps, name: string, places: number): Promise<void> => {
  const now = deps.clock.now()
  const taken = await deps.store.count(`${name}#${minuteOf(now)}`, plus(now, HOUR_MS))
  if (taken > places) throw new Busy(nextMinute(now))
}

/** NOT-5: a turn in the chat. What is urgent has places of its own. @throws Busy */
export const waitForTurn = (deps: Deps, { id, provider }: ChatChannel, { isUrgent }: Urgency): Promise<void> =>
  waitForPlace(deps, `chat#${id}`, chatLimit(provider, isUrgent))

/** NOT-5: the same for a text message, of which all people together get so many. @throws Busy */
export const waitForTextTurn = (deps: Deps, { isUrgent }: Urgency): Promise<void> =>
  waitForPlace(deps, 'sms', textLimit(isUrgent))
