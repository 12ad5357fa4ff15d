import type { Actor } from '../people/actor.ts'
import { isKeptFrom } from '../ticket/rights.ts'
import type { BacklogRow } from './backlog.ts'

/** PRI-9: figures count every ticket, but one that is kept from somebody is not named to them. */
export const isRowKeptFrom = (
  {
    number,
    security,
    group,
    assignee,
    requester,
  }: Pick<BacklogRow, 'number' | 'security' | 'group' | 'assignee' | 'requester'>,
  actor: Actor,
): boolean =>
  isKeptFrom(
    {
      number,
      security,
      group,
      assignee: assignee === null ? null : { id: assignee },
      requester: { personId: requester },
    },
    actor,
  )
