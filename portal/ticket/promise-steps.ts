import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'

export const STEPS = ['assign', 'respond', 'restore', 'confirm'] as const
export type Step = (typeof STEPS)[number]

/** When a step was done, in time or late; null while it is still to be done (SLA-1). */
export const doneAt = (ticket: TicketForStaff, step: Step): string | null => {
  const { assignedAt, respondedAt, resolvedAt, confirmedAt, closedAt } = ticket
  const own = { assign: assignedAt, respond: respondedAt, restore: resolvedAt, confirm: confirmedAt }[step]
  return own ?? (step === 'confirm' ? null : resolvedAt) ?? closedAt
}
