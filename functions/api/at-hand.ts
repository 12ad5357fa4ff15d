import { actEndpoints } from '../../shared/contract/act-endpoints.ts'
import { dashboardEndpoints } from '../../shared/contract/dashboard-endpoints.ts'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { similarTicketsEndpoint } from '../../shared/contract/similar-tickets-endpoint.ts'
import { ticketEndpoints } from '../../shared/contract/ticket-endpoints.ts'
import { actHandlers } from './handlers/act.ts'
import { getDashboard } from './handlers/dashboard.ts'
import { listTickets } from './handlers/list-tickets.ts'
import { openTicketHandler } from './handlers/open-ticket.ts'
import { explainClocks, getTicket, getTimeline } from './handlers/read-ticket.ts'
import { findSimilarTickets } from './handlers/similar-tickets.ts'
import { getAttachment, getMail } from './handlers/ticket-files.ts'
import type { Handlers } from './route.ts'

/** The operations that most requests ask for: a start brings these along, and no others (DESIGN §9). */
export const endpointsAtHand = {
  ...ticketEndpoints,
  ...similarTicketsEndpoint,
  ...actEndpoints,
  ...dashboardEndpoints,
} as const satisfies Readonly<Record<string, Endpoint>>

export const handlersAtHand: Handlers<typeof endpointsAtHand> = {
  openTicket: openTicketHandler,
  listTickets,
  findSimilarTickets,
  getTicket,
  getTimeline,
  explainClocks,
  getMail,
  getAttachment,
  ...actHandlers,
  getDashboard,
}
