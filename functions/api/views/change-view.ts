import type { HistoryLine } from '../../../shared/application/ports.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { Change } from '../changed-in-between.ts'
import { isStaffActor } from './may-see.ts'
import { publicEntries } from './timeline-view.ts'

/** What a line of history says of itself to those who may see all of it. */
export const changeOf = ({ at, actor: { kind, name }, event: { type } }: HistoryLine): Change => ({
  at,
  actor: { kind, name },
  type,
})

/** ROL-3: a requester learns of the acts that concern them. */
export const ticketChanges = (
  lines: readonly HistoryLine[],
  ticket: Ticket,
  reader: Actor,
  desk: Desk,
): readonly Change[] =>
  isStaffActor(reader)
    ? lines.map(changeOf)
    : publicEntries(lines, ticket, desk).map(({ at, actor, type }) => ({ at, actor, type }))
