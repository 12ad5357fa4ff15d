import { signal } from '@preact/signals'

/** Often enough for minutes to be right, seldom enough to cost nothing. */
const EVERY_MS = 10_000

/** How far the desk's clock is ahead of this machine's: a demo clock that was moved forward, or a wrong watch. */
const aheadMs = signal(0)

/** The desk's time, not this machine's, so that time left agrees with what the desk does. */
export const nowMs = signal(Date.now())

const tick = (): void => {
  nowMs.value = Date.now() + aheadMs.value
}

setInterval(() => {
  if (document.visibilityState === 'visible') tick()
}, EVERY_MS)
document.addEventListener('visibilitychange', tick)

/** `deskTimeMs` as the desk has just answered; not a number when it did not say. */
export const setDeskTime = (deskTimeMs: number): void => {
  if (Number.isNaN(deskTimeMs)) return
  const ahead = deskTimeMs - Date.now()
  // the header says whole seconds, and an answer takes a while to arrive
  if (Math.abs(ahead - aheadMs.value) < 2_000) return
  aheadMs.value = Math.abs(ahead) < 2_000 ? 0 : ahead
  tick()
}
