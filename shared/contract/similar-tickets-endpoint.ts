import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint } from './endpoint.ts'
import { code, id, line } from './fields.ts'
import { schema } from './schema.ts'
import { ticketRow } from './ticket-row.ts'

const MOST = 10

const sought = schema(() =>
  z.strictObject({
    title: line(200).describe('As far as it is typed. Chinese is compared by pairs of characters.'),
    service: id().optional(),
    category: code().optional(),
    item: id().optional(),
    limit: z.coerce.number().int().min(1).max(MOST).default(5).describe('At most 10.'),
  }),
)

const similar = schema(() =>
  z.strictObject({
    items: z
      .array(
        z.strictObject({
          score: z.number().min(0).max(1).describe('How much both titles say the same; rare words count most.'),
          ticket: ticketRow(),
        }),
      )
      .describe('The most similar first.'),
  }),
)

export const similarTicketsEndpoint = {
  findSimilarTickets: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/similar',
    tag: 'Tickets',
    summary: 'Find tickets like the one that is being recorded',
    description:
      'Among all open tickets and the newest 300 of the service, or of each of the last three days while no service is given; by the words of their titles, the same item, service and category first among equals (INT-14). Two queries to the table, or four without a service.',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    query: sought,
    status: 200,
    response: similar,
  }),
}
