import { canaryMail } from '../shared/application/canaries.ts'
import type { Deps } from '../shared/application/deps.ts'
import { type Launch, type Watched, watchOneself } from '../shared/application/self-watch.ts'

/** Has the one alarm ring that nothing else rings, and gives this as its reason. */
export type RingCanary = (number: string) => Promise<void>

/** What the canaries of the desk take to begin with; the mailer and the ringing are outside, so that both go the whole road. */
export const launchWith = (deps: Deps, ring: RingCanary): Launch => ({
  mail: async (number) => deps.mailer.send(await canaryMail(deps, number)),
  alarm: ring,
})

/** Called every ten minutes. */
export const selfWatchHandler = (deps: Deps, ring: RingCanary) => (): Promise<Watched> =>
  watchOneself(deps, launchWith(deps, ring))
