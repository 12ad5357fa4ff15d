import type { Deps } from '../../../shared/application/deps.ts'
import type { Stored } from '../../../shared/application/ports.ts'
import { ticketKey } from '../../../shared/application/ticket-record.ts'
import { type Actor, actorRef } from '../../../shared/domain/people/actor.ts'
import { DomainError, refuse } from '../../../shared/domain/refusal.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { ApiEvent } from '../api-event.ts'
import type { Caller } from '../caller.ts'
import { recordRefusal } from '../refusal-log.ts'
import { maySee } from '../views/may-see.ts'

const unknown = (number: string): never => refuse('not-found', 'unknown-ticket', `There is no ticket ${number}.`)

/** ROL-3: a ticket somebody may not see is to them as if it were not there. @throws DomainError not-found */
export const onlyIfSeen = async (
  deps: Deps,
  number: string,
  stored: Stored<Ticket> | null,
  actor: Actor,
): Promise<Stored<Ticket>> =>
  stored && maySee(stored.state, actor, await deps.settings.desk()) ? stored : unknown(number)

/** @throws DomainError not-found when there is none, or none for this actor */
export const loadSeen = async (deps: Deps, number: string, actor: Actor): Promise<Stored<Ticket>> =>
  onlyIfSeen(deps, number, await deps.store.load<Ticket>(ticketKey(number)), actor)

/**
 * Why an act was refused may tell of a ticket the actor must not know of: not its state, its version, nor that it is
 * there. The attempt is recorded as a refusal all the same (ROL-2).
 */
export const withoutTelling = async <Result>(
  { deps, caller: { actor }, event }: { readonly deps: Deps; readonly caller: Caller; readonly event: ApiEvent },
  number: string,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const stored = await deps.store.load<Ticket>(ticketKey(number))
    if (!stored || maySee(stored.state, actor, await deps.settings.desk())) throw error
    const { method, path } = event.requestContext.http
    await recordRefusal(deps, actorRef(actor), { method, path, code: 'not-your-ticket', detail: error.message })
    return unknown(number)
  }
}
