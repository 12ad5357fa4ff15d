import { PROCEDURE_ACTS, type ProcedureView } from '../../../shared/contract/procedure-view.ts'
import { childrenOf } from '../../../shared/domain/major-incident/children.ts'
import { MAJOR_ROLES, type Procedure } from '../../../shared/domain/major-incident/procedure.ts'
import { situation } from '../../../shared/domain/major-incident/situation.ts'
import { procedureOf } from '../../../shared/domain/major-incident/stage.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { allowedActs } from '../../../shared/domain/ticket/allowed-acts.ts'
import type { TicketContext } from '../../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'

const rolesView = ({ roles }: Procedure): ProcedureView['roles'] =>
  Object.fromEntries(MAJOR_ROLES.map((role) => [role, roles[role] ?? null])) as ProcedureView['roles']

const calledBackAt = ({ contacts, resolvedAt }: Ticket): string | null =>
  resolvedAt === null ? null : (contacts.find(({ at }) => at >= resolvedAt)?.at ?? null)

/** MAJ-9: where the procedure stands, for staff. @throws DomainError not-found for a ticket that has none */
export const procedureView = (ticket: Ticket, version: number, context: TicketContext): ProcedureView => {
  const procedure = procedureOf(ticket)
  const stands = situation(ticket, context)
  if (!procedure || !stands) {
    return refuse('not-found', 'no-procedure', `${ticket.number} never was a major-incident candidate.`)
  }
  const acts: readonly string[] = allowedActs(ticket, context.actor)
  const { startedAt, judgement, visit, resources, secondLine, vendor, review, report } = procedure
  return {
    number: ticket.number,
    ...stands,
    startedAt,
    judgement,
    roles: rolesView(procedure),
    visit,
    resources,
    secondLine,
    vendor,
    review,
    report,
    calledBackAt: calledBackAt(ticket),
    children: childrenOf(ticket),
    allowedActs: PROCEDURE_ACTS.filter((act) => acts.includes(act)),
    version,
  }
}
