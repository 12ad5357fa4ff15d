import { msOf } from '../domain/instant.ts'
import { type Canary, canaryNumber, ROADS, type Road, slotOf } from '../domain/watch/canary.ts'
import { loadCanary, releaseCanary } from './canaries.ts'
import type { Deps } from './deps.ts'
import { workingMinutesWithoutMail } from './mail-silence.ts'

/** How a canary gets to where its road begins: outside. */
export type Launch = Readonly<Record<Road, (number: string) => Promise<unknown>>>

/** `none`: none was released in the last slot, so nothing is known. */
export type Fate = 'arrived' | 'lost' | 'none'

export type Watched = Readonly<Record<Road, Fate>> & { readonly workingMinutesWithoutMail: number | null }

const LOST = { mail: 'CanaryMailsLost', alarm: 'CanaryAlarmsLost' } as const
const DELAY = { mail: 'CanaryMailDelay', alarm: 'CanaryAlarmDelay' } as const

const fateOf = (canary: Canary | null): Fate => {
  if (!canary) return 'none'
  return canary.wokenAt === null ? 'lost' : 'arrived'
}

/** What became of the canary of the slot before. */
const look = async (deps: Deps, road: Road, slot: number): Promise<Fate> => {
  const number = canaryNumber(slot)
  const canary = await loadCanary(deps, road, number)
  const fate = fateOf(canary)
  deps.metrics.note(LOST[road], fate === 'lost' ? 1 : 0)
  if (canary?.arrivedAt) deps.metrics.note(DELAY[road], (msOf(canary.arrivedAt) - msOf(canary.releasedAt)) / 1_000)
  if (fate === 'lost')
    deps.log.error('A canary did not come through', null, { road, number, arrived: Boolean(canary?.arrivedAt) })
  return fate
}

/** A road that cannot even be entered must not keep the others unwatched; its canary is missed next time. */
const launch = async (deps: Deps, road: Road, slot: number, how: Launch): Promise<void> => {
  const number = canaryNumber(slot)
  if (!(await releaseCanary(deps, road, number))) return
  try {
    await how[road](number)
  } catch (error) {
    deps.log.error('A canary could not be sent', error, { road, number })
  }
}

/**
 * Every ten minutes: looks whether the last canaries came through, sends the next ones along, and how long no mail has come
 * while the desk works. Called twice it sends none twice.
 */
export const watchOneself = async (deps: Deps, how: Launch): Promise<Watched> => {
  const now = deps.clock.now()
  const slot = slotOf(now)
  const fates: Record<Road, Fate> = { mail: 'none', alarm: 'none' }
  for (const road of ROADS) {
    fates[road] = await look(deps, road, slot - 1)
    await launch(deps, road, slot, how)
  }
  const silentMinutes = await workingMinutesWithoutMail(deps, now)
  if (silentMinutes !== null) deps.metrics.note('MailSilence', silentMinutes)
  return { ...fates, workingMinutesWithoutMail: silentMinutes }
}
