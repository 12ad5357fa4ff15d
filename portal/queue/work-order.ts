import type { TicketRow } from '../../shared/contract/ticket-row.ts'

/** After every instant: what is due some time comes after what is due at a known one. */
const NO_DUE = '~'

/** PRI-8: by priority, then VIP, then due time, then number. */
export const byWorkOrder = (a: TicketRow, b: TicketRow): number => {
  if (a.priority !== b.priority) return a.priority - b.priority
  if (a.requester.vip !== b.requester.vip) return a.requester.vip ? -1 : 1
  const [dueA, dueB] = [a.dueAt ?? NO_DUE, b.dueAt ?? NO_DUE]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  return a.number < b.number ? -1 : Number(a.number > b.number)
}
