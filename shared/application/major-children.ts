import { childrenOf } from '../domain/major-incident/children.ts'
import type { ChildCommand } from '../domain/major-incident/command.ts'
import { type Actor, DESK } from '../domain/people/actor.ts'
import { DomainError, refuse } from '../domain/refusal.ts'
import { isOpenState } from '../domain/ticket/moves.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { Execution } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { type TicketResult, ticketAct } from './tickets.ts'

const load = async (deps: Deps, number: string): Promise<Ticket | null> =>
  (await deps.store.load<Ticket>(ticketKey(number)))?.state ?? null

/** MAJ-8: only an open incident that hangs nowhere can be hung under a major one. @throws DomainError */
export const attachChild = async (
  deps: Deps,
  number: string,
  child: string,
  actor: Actor,
  execution: Execution,
): Promise<TicketResult> => {
  const ticket = await load(deps, child)
  const isFit = ticket?.kind === 'incident' && isOpenState(ticket.state) && childrenOf(ticket).length === 0
  if (!isFit || (ticket.parent !== null && ticket.parent !== number)) {
    refuse(
      'invalid',
      'unfit-child',
      `${child} cannot hang under ${number}: it has to be an open incident that hangs under no other and has no children.`,
    )
  }
  return ticketAct(deps, number, { type: 'attach-child', child }, actor, execution)
}

/** The desk's own act on a relative; false when that one has moved on so that it is not possible any more. */
const tries = async (
  deps: Deps,
  number: string,
  command: ChildCommand | { readonly type: 'detach-child'; readonly child: string },
  execution: Execution = {},
): Promise<boolean> => {
  try {
    await ticketAct(deps, number, command, DESK, execution)
    return true
  } catch (error) {
    if (error instanceof DomainError && ['illegal-move', 'conflict', 'invalid', 'not-found'].includes(error.problem))
      return false
    throw error
  }
}

const follow = async (deps: Deps, parent: Ticket, child: string): Promise<void> => {
  if (parent.major !== 'confirmed') return
  const { resolution, resolvedAt, number } = parent
  const solved = resolution && resolvedAt ? { at: resolvedAt, resolution } : null
  await tries(deps, child, { type: 'follow-parent', parent: number, solved })
}

/** MAJ-8: what hangs under a major incident comes to stand as it stands now, whatever led there; safe to do twice. */
export const childrenFollow = async (deps: Deps, number: string): Promise<void> => {
  const parent = await load(deps, number)
  for (const child of parent ? childrenOf(parent) : []) if (parent) await follow(deps, parent, child)
}

/** The child learns of its parent; one that can hang there no longer leaves the parent's list. */
export const childAttached = async (deps: Deps, parent: string, child: string): Promise<void> => {
  const hangs = await tries(deps, child, { type: 'attach-to-parent', parent })
  if (!hangs) await tries(deps, parent, { type: 'detach-child', child })
  const ticket = hangs ? await load(deps, parent) : null
  if (ticket) await follow(deps, ticket, child)
}

export const childDetached = async (deps: Deps, parent: string, child: string): Promise<void> => {
  await tries(deps, child, { type: 'detach-from-parent', parent })
}

/** INT-8: a storm hangs incidents under one; it lists them too. */
export const parentNotes = async (deps: Deps, child: string, parent: string): Promise<void> => {
  await tries(deps, parent, { type: 'note-child', child })
}

/** MAJ-4, MAJ-8: an update for the requesters reaches those of the children, once however often it is passed on. */
export const passOnUpdate = async (deps: Deps, number: string, text: string, eventId: string): Promise<void> => {
  const parent = await load(deps, number)
  for (const child of parent ? childrenOf(parent) : []) {
    const idempotency = { key: `passed-on#${eventId}#${child}`, hash: '' }
    await tries(deps, child, { type: 'pass-on-update', parent: number, text }, { idempotency })
  }
}
