import { latest } from '../domain/instant.ts'
import { draftReport } from '../domain/major-incident/report/draft-report.ts'
import { procedureOf } from '../domain/major-incident/stage.ts'
import { DESK } from '../domain/people/actor.ts'
import { DomainError } from '../domain/refusal.ts'
import { zoneOf } from '../domain/setting/desk.ts'
import { clocks } from '../domain/sla/clock.ts'
import { judgedBy } from '../domain/ticket/context.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { HistoryLine } from './ports.ts'
import { ticketContext, ticketKey } from './ticket-record.ts'
import { ticketAct } from './tickets.ts'

const PAGE = 500

/** A report tells of the newest so many lines of a history; nobody reads more. */
const MOST_LINES = 2_000

/** Notices stand in the history too; the report tells of the ticket. */
const isOfTicket = ({ event }: HistoryLine): boolean => !/^(notice|call)-/.test(event.type)

const historyOf = async (deps: Deps, number: string): Promise<readonly HistoryLine[]> => {
  const lines: HistoryLine[] = []
  let cursor: string | undefined
  do {
    const { history } = await deps.store.loadWithHistory<Ticket>(ticketKey(number), { limit: PAGE, cursor })
    lines.push(...history.items)
    cursor = history.cursor ?? undefined
  } while (cursor && lines.length < MOST_LINES)
  return lines.filter(isOfTicket).reverse()
}

/** A record holds 400 kB: the draft leaves room for what people add. */
const LONGEST_DRAFT = 18_000

/** MAJ-6: the report as the data has it now, in the requester's language. */
export const draftOf = async (deps: Deps, ticket: Ticket): Promise<string> => {
  const now = latest(deps.clock.now(), ticket.updatedAt)
  const context = await ticketContext({ now, actor: DESK, newId: deps.newId }, ticket, deps)
  const { language } = ticket.requester
  const lines = await historyOf(deps, ticket.number)
  const draft = draftReport({
    ticket,
    lines: lines.map(({ at, actor, event }) => ({ at, actor, event: event as TicketEvent })),
    clocks: clocks(ticket, judgedBy(ticket, context), now),
    service: ticket.service && (context.desk.services.get(ticket.service)?.name[language] ?? ticket.service),
    language,
    timeZone: zoneOf(context.desk),
  })
  return draft.slice(0, LONGEST_DRAFT).toWellFormed()
}

/** MAJ-6: a reviewed solution finds the first version of its report drafted; safe to do twice. */
export const draftMajorReport = async (deps: Deps, number: string): Promise<void> => {
  const ticket = (await deps.store.load<Ticket>(ticketKey(number)))?.state
  if (!ticket || procedureOf(ticket)?.report) return
  try {
    const command = { type: 'write-report', text: await draftOf(deps, ticket) } as const
    await ticketAct(deps, number, command, DESK, { idempotency: { key: `report-draft#${number}`, hash: '' } })
  } catch (error) {
    const movedOn = error instanceof DomainError && ['illegal-move', 'conflict'].includes(error.problem)
    if (!movedOn) throw error
  }
}
