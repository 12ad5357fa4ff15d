import type { Actor } from '../domain/people/actor.ts'
import type { Declaration, TicketCommand } from '../domain/ticket/command.ts'
import type { Ticket, TicketKind } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import type { Execution } from './record-type.ts'
import { ticketKey, ticketRecord } from './ticket-record.ts'

export type TicketResult = { readonly version: number; readonly ticket: Ticket }

const SERIES: Readonly<Record<TicketKind, string>> = { incident: 'INC', 'service-request': 'REQ' }

/** `INC-2026-000123`: the year in the zone of the desk's default calendar; numbers may be skipped, never used twice. */
const nextNumber = async (deps: Deps, kind: TicketKind): Promise<string> => {
  const { calendars, policy } = await deps.settings.desk()
  const timeZone = calendars.get(policy.value.intake.defaultCalendar)?.value.timeZone ?? 'UTC'
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date(deps.clock.now()))
  const series = `${SERIES[kind]}-${year}`
  return `${series}-${String(await deps.store.nextNumber(series)).padStart(6, '0')}`
}

/**
 * INT-1: a new ticket, in one request for the number and one transaction.
 * @throws DomainError when refused; NameTaken when one of `execution.aliases` has to be free and is not
 */
export const openTicket = async (
  deps: Deps,
  declaration: { readonly type: 'submit' | 'record' } & Omit<Declaration, 'number'>,
  actor: Actor,
  execution: Omit<Execution, 'aliases' | 'isNew'> & {
    readonly aliases?: (number: string) => Execution['aliases']
  } = {},
): Promise<TicketResult> => {
  const number = await nextNumber(deps, declaration.kind ?? 'incident')
  const command: TicketCommand =
    declaration.type === 'submit'
      ? { ...declaration, type: 'submit', number }
      : { ...declaration, type: 'record', number }
  const { aliases, ...rest } = execution
  const { version, state } = await executeOn(deps, ticketRecord, ticketKey(number), command, actor, {
    ...rest,
    aliases: aliases?.(number),
    isNew: true,
  })
  return { version, ticket: state }
}

/** Any act on a ticket that exists. @throws DomainError when refused, stale or unknown */
export const ticketAct = async (
  deps: Deps,
  number: string,
  command: Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>,
  actor: Actor,
  execution: Execution = {},
): Promise<TicketResult> => {
  const { version, state } = await executeOn(deps, ticketRecord, ticketKey(number), command, actor, execution)
  return { version, ticket: state }
}
