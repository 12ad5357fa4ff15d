import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { ticketNumber } from './fields.ts'
import { pageOf, pageOnly } from './page.ts'
import { schema } from './schema.ts'
import { explainedClock } from './sla-view.ts'
import { declaration } from './ticket-acts.ts'
import { listQuery } from './ticket-list-query.ts'
import { ticketRow } from './ticket-row.ts'
import { ticket } from './ticket-view.ts'
import { timeline } from './timeline-view.ts'

const TAG = 'Tickets'
const NOT_YOURS = 'No such ticket, or one the caller may not see (ROL-3, PRI-9).'
const LARGE_FILE = { status: 302, description: 'Larger than 4 MB: an address that works for five minutes.' } as const
const params = schema(() => z.strictObject({ number: ticketNumber() }))

export const ticketEndpoints = {
  openTicket: endpoint({
    method: 'POST',
    path: '/api/v1/tickets',
    tag: TAG,
    summary: 'Report a fault or ask for a service',
    description:
      'Everybody submits for themselves (INT-1). With the role desk the call records a ticket: a category is mandatory (PRI-2), the requester may be somebody else, and impact and urgency may be given. Class, category, channel, service and item are codes and ids of the settings; a wrong one is refused with what there is.',
    auth: 'signed-in',
    body: declaration,
    status: 201,
    response: ticket,
    versioned: true,
    idempotent: true,
    problems: { 403: 'Only the desk names another requester, an impact or an urgency.' },
  }),
  listTickets: endpoint({
    method: 'GET',
    path: '/api/v1/tickets',
    tag: TAG,
    summary: 'List tickets',
    description:
      'One query to the table for each page. With a state, priority, group, category, channel, service or item besides what the view needs, a page is found among the next 1,000 of the list.',
    auth: 'signed-in',
    query: listQuery,
    status: 200,
    response: pageOf(ticketRow),
    conditional: true,
    asCsv: true,
    problems: { 403: 'The list is for staff, or the department does not share its tickets (ROL-3).' },
  }),
  getTicket: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}',
    tag: TAG,
    summary: 'Read a ticket',
    description: 'With If-None-Match its clocks are not sent again while nothing has happened on it.',
    auth: 'signed-in',
    params,
    status: 200,
    response: ticket,
    versioned: true,
    conditional: true,
    problems: { 404: NOT_YOURS },
  }),
  getTimeline: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/timeline',
    tag: TAG,
    summary: 'Read what happened on a ticket, newest first',
    description: 'A requester gets the public entries only, so a page may be shorter than its limit.',
    auth: 'signed-in',
    params,
    query: pageOnly,
    status: 200,
    response: timeline,
    problems: { 404: NOT_YOURS },
  }),
  explainClocks: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/clocks',
    tag: TAG,
    summary: 'Explain the clocks of a ticket, interval by interval',
    description: 'What was counted against each promise and what was not: waiting, or the office was closed (SLA-4).',
    auth: 'signed-in',
    params,
    status: 200,
    response: schema(() => z.strictObject({ items: z.array(explainedClock()) })),
    problems: { 404: NOT_YOURS },
  }),
  getMail: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/mail',
    tag: TAG,
    summary: 'Download the mail a ticket came from, as it arrived',
    description: 'Staff only (INT-2).',
    auth: 'signed-in',
    params,
    status: 200,
    media: { type: 'message/rfc822', description: 'The original, byte for byte.' },
    redirect: LARGE_FILE,
    problems: { 403: 'Originals are for staff.', 404: 'No such ticket, or it did not come as a mail.' },
  }),
  getAttachment: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/attachments/{id}',
    tag: TAG,
    summary: 'Download an attachment',
    auth: 'signed-in',
    params: schema(() => z.strictObject({ number: ticketNumber(), id: z.string().max(200) })),
    status: 200,
    media: {
      type: 'application/octet-stream',
      description: 'Always as a download; its type is that of the attachment.',
    },
    redirect: LARGE_FILE,
    problems: { 404: 'No such attachment, or an internal one and the caller is no staff (ROL-3).' },
  }),
}
