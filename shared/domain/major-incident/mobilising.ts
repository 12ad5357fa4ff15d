import type { Instant } from '../instant.ts'
import { refuse } from '../refusal.ts'
import type { TicketContext } from '../ticket/context.ts'
import { groupOfLine, peopleFor } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { MajorAct } from './command.ts'
import type { MajorEvent } from './event.ts'
import { MAJOR_ROLES } from './procedure.ts'
import { procedureOf } from './stage.ts'
import { holders, participant } from './taking-part.ts'

type Act<Type extends MajorAct['type']> = Extract<MajorAct, { readonly type: Type }>

/** MAJ-3: who leads it; whoever gets a role is told. @throws DomainError invalid */
export const setRoles = (command: Act<'set-major-roles'>, { desk }: TicketContext): readonly MajorEvent[] => {
  const given = MAJOR_ROLES.flatMap((role) => {
    const holder = command.roles[role]
    return holder === undefined ? [] : [[role, holder && participant(desk, holder)] as const]
  })
  if (given.length === 0) refuse('invalid', 'role-missing', `Name at least one of: ${MAJOR_ROLES.join(', ')}.`)
  const told = [...new Set(given.flatMap(([, holder]) => holder?.id ?? []))]
  return [{ type: 'major-roles-set', roles: Object.fromEntries(given), told }]
}

/** MAJ-3: the first line is sent to where the fault is, by an appointment. @throws DomainError invalid */
export const sendOnSite = (
  { engineer, place, appointedFor }: Act<'send-on-site'>,
  { desk }: TicketContext,
): readonly MajorEvent[] => {
  const sent = participant(desk, engineer)
  return [{ type: 'major-visit-arranged', engineer: sent, place, appointedFor, told: sent.id ? [sent.id] : [] }]
}

/** @throws DomainError conflict when nobody is on the way, invalid for a moment that has not come */
export const noteArrival = (
  ticket: Ticket,
  { arrivedAt }: Act<'note-arrival'>,
  { now }: TicketContext,
): readonly MajorEvent[] => {
  const visit = procedureOf(ticket)?.visit
  if (!visit || visit.arrivedAt) refuse('conflict', 'nobody-on-the-way', 'Nobody is on the way; send somebody first.')
  if (arrivedAt && arrivedAt > now) refuse('invalid', 'arrival-ahead', 'The arrival has to lie in the past.')
  return [{ type: 'major-arrival-noted', arrivedAt: arrivedAt ?? now }]
}

/** A war room asks for more than it needs at most this often. */
const MOST_RESOURCES = 50

export const requestResource = (
  ticket: Ticket,
  { what }: Act<'request-resource'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  const procedure = procedureOf(ticket)
  if ((procedure?.resources.length ?? 0) >= MOST_RESOURCES)
    refuse('invalid', 'too-many-resources', `A major incident may ask for ${MOST_RESOURCES} resources.`)
  const told = [...new Set([...peopleFor(context, ticket, 'IM', 'PM'), ...holders(procedure, 'commander')])]
  return [{ type: 'major-resource-requested', resource: context.newId(), what, told }]
}

/** @throws DomainError invalid when it was never asked for or is arranged already */
export const arrangeResource = (ticket: Ticket, { resource, note }: Act<'arrange-resource'>): readonly MajorEvent[] => {
  const asked = procedureOf(ticket)?.resources.filter(({ arrangedAt }) => arrangedAt === null) ?? []
  if (asked.length === 0) refuse('conflict', 'nothing-requested', 'No resource waits to be arranged.')
  if (!asked.some(({ id }) => id === resource))
    refuse(
      'invalid',
      'unknown-resource',
      `No resource "${resource}" waits. Waiting: ${asked.map((r) => r.id).join(', ')}.`,
    )
  return [{ type: 'major-resource-arranged', resource, note }]
}

type Asked = { readonly reason: string | null; readonly dueAt: Instant | null }

/** MAJ-3: the second line joins the first; the ticket stays in the hands that have it. */
export const askSecondLine = (
  ticket: Ticket,
  { reason, dueAt }: Asked,
  context: TicketContext,
): readonly MajorEvent[] => {
  const procedure = procedureOf(ticket)
  if (procedure?.secondLine) refuse('conflict', 'second-line-asked', 'The second line has been asked already.')
  const group = groupOfLine(context.desk, ticket, 2)
  const told = [...new Set([...peopleFor(context, ticket, 'L2', 'IM'), ...holders(procedure)])]
  return [{ type: 'major-second-line-asked', group, reason, dueAt, told }]
}

type Vendor = Asked & { readonly vendor: string | null; readonly reference: string | null }

/** MAJ-3: the vendor next, and management gets to know how far it has come. */
export const askVendor = (ticket: Ticket, asked: Vendor, context: TicketContext): readonly MajorEvent[] => {
  const parts = ['PM', 'IM', 'desk', 'management'] as const
  const told = [...new Set([...peopleFor(context, ticket, ...parts), ...holders(procedureOf(ticket))])]
  return [{ type: 'major-vendor-asked', ...asked, told }]
}
