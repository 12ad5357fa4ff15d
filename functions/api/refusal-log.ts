import type { Deps } from '../../shared/application/deps.ts'
import type { ActorRef } from '../../shared/domain/people/actor.ts'

/** One list of refused acts, newest found by time; the administrator reads it (ROL-2). */
export const REFUSALS = 'REFUSALS'

/** What was refused. `path` names the record, never what was sent. */
export type Refused = {
  readonly type: 'refused'
  readonly method: string
  readonly path: string
  readonly code: string
  readonly detail: string
}

/** ROL-2: kept in the history of the person who tried. */
export const recordRefusal = async (
  { store, clock, newId }: Deps,
  actor: ActorRef,
  refused: Omit<Refused, 'type'>,
): Promise<void> => {
  const at = clock.now()
  const id = newId()
  await store.append({
    record: { kind: 'person', id: actor.id },
    id,
    at,
    actor,
    event: { type: 'refused', ...refused } as Refused,
    place: { key: REFUSALS, sort: `${at}#${id}` },
  })
}
