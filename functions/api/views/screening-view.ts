import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'

type Screened = Pick<TicketForRequester, 'screening' | 'insistence'>

/** INT-11: what screening came to. `nameOf`: how much of a name this reader may see. */
export const screeningView = (
  { screening = null, insistence = null }: Ticket,
  nameOf: (name: string) => string,
): Screened => {
  const decision = insistence?.decision ?? null
  return {
    screening: screening && { ...screening, by: nameOf(screening.by) },
    insistence: insistence && { ...insistence, decision: decision && { ...decision, by: nameOf(decision.by) } },
  }
}
