import type { Deps } from '../shared/application/deps.ts'
import { followOpenProcedures } from '../shared/application/procedure.ts'
import { sweep } from '../shared/application/sweep.ts'

/** SLA-7, MAJ-9: finds and repairs what got lost, wake-ups and executions of procedures; how many goes to the log. */
export const sweepHandler = (deps: Deps) => async (): Promise<void> => {
  const found = await sweep(deps)
  if (found > 0) deps.log.info('Overdue wake-ups found', { found })
  await followOpenProcedures(deps)
}
