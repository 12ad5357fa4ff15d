import { type Actor, DESK } from '../domain/people/actor.ts'
import {
  type Problem,
  type ProblemCommand,
  type ProblemEvent,
  problemDecider,
} from '../domain/problem/problem-decider.ts'
import type { Context } from '../domain/record.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { nextInSeries } from './number-series.ts'
import type { Execution, RecordType } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { type TicketResult, ticketAct } from './tickets.ts'

export const PROBLEMS_LIST = 'PROBLEM'

const problemRecord: RecordType<Problem, ProblemCommand, ProblemEvent, Context> = {
  kind: 'problem',
  decider: problemDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ registeredAt }) => registeredAt,
  shelve: (problem) => ({
    places: { kind: { key: PROBLEMS_LIST, sort: `${problem.registeredAt}#${problem.number}` } },
    summary: problem,
  }),
}

/** LIF-11: one act; the problem itself is registered by the reaction to it. @throws DomainError when refused */
export const raiseProblem = async (
  deps: Deps,
  ticket: string,
  leftToFindOut: string | undefined,
  actor: Actor,
  execution: Execution,
): Promise<TicketResult> => {
  const problem = await nextInSeries(deps, 'PRB')
  return ticketAct(deps, ticket, { type: 'raise-problem', problem, leftToFindOut }, actor, execution)
}

/** PRB-1: registers the problem a ticket has raised; safe to do twice. */
export const registerProblem = async (
  deps: Deps,
  ticketNumber: string,
  { problem: number, leftToFindOut: question }: Extract<TicketEvent, { readonly type: 'problem-raised' }>,
): Promise<void> => {
  const ticket = (await deps.store.load<Ticket>(ticketKey(ticketNumber)))?.state
  if (!ticket) return
  const { title, service, item, category } = ticket
  const command: ProblemCommand = {
    type: 'register',
    number,
    title,
    question,
    service,
    item,
    category,
    fromTicket: ticketNumber,
  }
  await executeOn(deps, problemRecord, { kind: 'problem', id: number }, command, DESK)
}
