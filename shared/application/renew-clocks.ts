import { DESK } from '../domain/people/actor.ts'
import { DomainError } from '../domain/refusal.ts'
import { clocks } from '../domain/sla/clock.ts'
import { isProvisional } from '../domain/sla/working-time.ts'
import { judgedBy } from '../domain/ticket/context.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { TicketSummary } from './ticket-record.ts'
import { ticketContext, ticketKey } from './ticket-record.ts'
import { ticketAct } from './tickets.ts'

const PAGE = 100

/** Whether a promise of this ticket reaches into a year whose holidays were not published when it was timed. */
const reachesPast = async (deps: Deps, number: string, calendar: string): Promise<boolean> => {
  const ticket = (await deps.store.load<Ticket>(ticketKey(number)))?.state
  if (!ticket || ticket.calendar.id !== calendar) return false
  const context = await ticketContext({ now: deps.clock.now(), actor: DESK, newId: deps.newId }, ticket, deps)
  const judged = judgedBy(ticket, context)
  return clocks(ticket, judged, context.now).some(
    (clock) => clock.dueAt !== null && isProvisional(judged.calendar, clock.dueAt),
  )
}

const renew = async (deps: Deps, number: string): Promise<void> => {
  try {
    await ticketAct(deps, number, { type: 'renew-clocks' }, DESK)
  } catch (error) {
    const finished = error instanceof DomainError && error.problem === 'illegal-move'
    if (!finished) throw error
  }
}

/** SLA-3: a calendar has got its next year: what was provisional is timed anew. Safe to do twice. */
export const renewClocks = async (deps: Deps, calendar: string): Promise<void> => {
  deps.settings.forget()
  for (const group of (await deps.settings.desk()).groups.keys()) {
    let cursor: string | null = null
    do {
      const page: { readonly items: readonly { readonly summary: TicketSummary }[]; readonly cursor: string | null } =
        await deps.store.list<TicketSummary>('queue', group, { limit: PAGE, ...(cursor ? { cursor } : {}) })
      for (const { summary } of page.items) {
        if (await reachesPast(deps, summary.number, calendar)) await renew(deps, summary.number)
      }
      cursor = page.cursor
    } while (cursor !== null)
  }
}
