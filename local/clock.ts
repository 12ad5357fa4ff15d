import type { Clock } from '../shared/application/ports.ts'
import { type Instant, instantOf, msOf } from '../shared/domain/instant.ts'
import type { Shelf } from './shelf.ts'

/** The time of `watch` plus an offset that is kept with the data; it never goes back. */
export type DemoClock = Clock & {
  offsetSeconds(): number
  /** Moves forward to `instant`; does nothing when that has passed. */
  moveTo(instant: Instant): Promise<void>
}

const NAME = 'clock.json'

/**
 * @param startsAt where a clock that nothing is kept of begins; the watch's time when absent
 * @param watch milliseconds that go on by themselves: this machine's own
 */
export const openClock = async (shelf: Shelf, startsAt?: Instant, watch = Date.now): Promise<DemoClock> => {
  const kept = await shelf.get(NAME)
  const offsetAtStart = startsAt === undefined ? 0 : msOf(startsAt) - watch()
  let offsetMs: number = kept ? JSON.parse(Buffer.from(kept).toString()).offsetMs : offsetAtStart
  return {
    now: () => instantOf(watch() + offsetMs),
    offsetSeconds: () => Math.round(offsetMs / 1000),
    moveTo: async (instant) => {
      const aheadMs = msOf(instant) - watch()
      if (aheadMs <= offsetMs) return
      offsetMs = aheadMs
      await shelf.put(NAME, Buffer.from(JSON.stringify({ offsetMs })))
    },
  }
}
