import type { Instant } from '../instant.ts'
import type { Ticket } from './ticket.ts'

/** API-3: the mark on a ticket that went its way on another desk: what it was called there, and who took it over, and when (AUD-1). */
export type Imported = { readonly system: string; readonly id: string; readonly at: Instant; readonly by: string }

/**
 * API-3: what happened elsewhere is history here: nothing of it becomes due, nothing is escalated, and it makes no major incident.
 * Tickets stored before there were any lack the mark.
 */
export const isImported = ({ imported }: Pick<Ticket, 'imported'>): boolean => Boolean(imported)
