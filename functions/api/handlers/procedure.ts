import { draftOf } from '../../../shared/application/major-report.ts'
import type { Stored } from '../../../shared/application/ports.ts'
import type { procedureEndpoints } from '../../../shared/contract/major-endpoints.ts'
import { procedureOf } from '../../../shared/domain/major-incident/stage.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import type { Call, Handler } from '../route.ts'
import { isStaffActor } from '../views/may-see.ts'
import { procedureView } from '../views/procedure-view.ts'
import { listChildren } from './children.ts'
import { loadSeen } from './seen-ticket.ts'
import { lookingAt } from './ticket-reply.ts'

type Endpoints = typeof procedureEndpoints

const none = (number: string): never =>
  refuse('not-found', 'no-procedure', `${number} has no major-incident procedure you may see.`)

type Asked = Pick<Call<Endpoints['getProcedure']>, 'deps' | 'params' | 'caller'>

/** How the desk handles it is internal (ROL-3). @throws DomainError not-found */
const loadMajor = async ({ deps, params, caller }: Asked): Promise<Stored<Ticket>> => {
  const stored = await loadSeen(deps, params.number, caller.actor)
  return isStaffActor(caller.actor) && procedureOf(stored.state) ? stored : none(params.number)
}

export const procedureHandlers: { readonly [Name in keyof Endpoints]: Handler<Endpoints[Name]> } = {
  getProcedure: async (call) => {
    const { state: ticket, version } = await loadMajor(call)
    const context = await lookingAt(call.deps, ticket, call.caller.actor)
    return { body: procedureView(ticket, version, context), version }
  },
  listChildren,
  draftReport: async (call) => {
    const { state: ticket } = await loadMajor(call)
    return { body: { text: await draftOf(call.deps, ticket) } }
  },
}
