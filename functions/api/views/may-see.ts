import type { Actor } from '../../../shared/domain/people/actor.ts'
import { isStaff } from '../../../shared/domain/people/person.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { isKeptFrom, isOwnRequester } from '../../../shared/domain/ticket/rights.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'

/** What decides who may see a ticket; rows of lists know it too. */
export type Sighted = Pick<Ticket, 'number' | 'security' | 'group' | 'assignee' | 'requester'>

export const isStaffActor = (actor: Actor): boolean => actor.kind === 'person' && isStaff(actor)

/** ROL-3: colleagues of a department whose customer allows it. */
export const sharesDepartment = (department: string | null, actor: Actor, desk: Desk): boolean =>
  actor.kind === 'person' &&
  department !== null &&
  actor.department === department &&
  desk.departments.get(department)?.sharesTickets === true

/** ROL-3, ROL-4: the own tickets, where allowed the department's, and for staff all that are not kept from them (PRI-9). */
export const maySee = (ticket: Sighted, actor: Actor, desk: Desk): boolean =>
  isOwnRequester(ticket, actor) ||
  (!isKeptFrom(ticket, actor) && (isStaffActor(actor) || sharesDepartment(ticket.requester.department, actor, desk)))
