import { call } from '../api/call.ts'
import { me } from './session.ts'

/** A shift that has begun or ended changes what somebody may do (ROL-6); so late it may be shown. */
const EVERY_MS = 120_000

const readMe = async (): Promise<void> => {
  if (document.visibilityState !== 'visible' || me.value === null) return
  try {
    const now = await call('me', { inBackground: true })
    // everything hangs on it: only what differs is taken
    if (me.value !== null && JSON.stringify(now) !== JSON.stringify(me.value)) me.value = now
  } catch {
    // the banner says that the desk cannot be reached; the next look may succeed
  }
}

/** Looks again and again who somebody is by now. @returns how to end it */
export const keepMe = (): (() => void) => {
  const look = () => void readMe()
  const timer = setInterval(look, EVERY_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
