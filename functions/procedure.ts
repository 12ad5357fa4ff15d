import type { Deps } from '../shared/application/deps.ts'
import type { Position } from '../shared/application/ports.ts'
import {
  continueProcedure,
  followProcedure,
  lookAtProcedure,
  type Place,
  waitInProcedure,
} from '../shared/application/procedure.ts'
import type { ExecutionId } from '../shared/domain/major-incident/run.ts'

/** The first three are the state machine's, as infra/ writes them; the last follows from a change of the record. */
export type ProcedureTask =
  | ({ readonly task: 'look' } & Place)
  | ({ readonly task: 'wait'; readonly mark: string; readonly token: string } & Place)
  | ({ readonly task: 'continue' } & ExecutionId)
  | { readonly task: 'follow'; readonly number: string }

/** Everything between the record of a ticket and the state machine of its major-incident procedure (MAJ-9). */
export const procedureHandler =
  (deps: Deps) =>
  async (event: ProcedureTask): Promise<Position | null> => {
    switch (event.task) {
      case 'look':
        return lookAtProcedure(deps, event)
      case 'wait':
        await waitInProcedure(deps, event)
        return null
      case 'continue':
        await continueProcedure(deps, event)
        return null
      case 'follow':
        await followProcedure(deps, event.number)
        return null
    }
  }
