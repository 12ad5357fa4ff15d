import type { Deps } from '../shared/application/deps.ts'
import { sweep } from '../shared/application/sweep.ts'

/** SLA-7: finds and repairs wake-ups that got lost; how many goes to the log. */
export const sweepHandler = (deps: Deps) => async (): Promise<void> => {
  const found = await sweep(deps)
  if (found > 0) deps.log.info('Overdue wake-ups found', { found })
}
