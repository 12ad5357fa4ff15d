import type { Actor } from '../domain/people/actor.ts'
import type { Declaration, TicketCommand } from '../domain/ticket/command.ts'
import type { Ticket, TicketKind } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { nextInSeries } from './number-series.ts'
import type { Execution } from './record-type.ts'
import { ticketKey, ticketRecord } from './ticket-record.ts'

export type TicketResult = { readonly version: number; readonly ticket: Ticket }

const SERIES: Readonly<Record<TicketKind, 'INC' | 'REQ'>> = { incident: 'INC', 'service-request': 'REQ' }

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
  const number = await nextInSeries(deps, SERIES[declaration.kind ?? 'incident'])
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
