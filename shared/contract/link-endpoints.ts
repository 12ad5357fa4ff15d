import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { schema } from './schema.ts'
import { linkAct } from './ticket-acts.ts'
import { ticketForRequester } from './ticket-view.ts'
import { publicEntry } from './timeline-view.ts'

const TAG = 'Links in mails'
export const linkParams = schema(() => z.strictObject({ token: z.string().regex(/^[a-z2-7]{20,120}$/i) }))

const opened = schema(() =>
  z
    .strictObject({
      ticket: ticketForRequester(),
      timeline: z.array(publicEntry()).describe('The newest public entries, newest first.'),
    })
    .meta({ id: 'OpenedLink' }),
)

const GONE = 'The link is unknown or has expired.'

export const linkEndpoints = {
  openLink: endpoint({
    method: 'GET',
    path: '/api/v1/links/{token}',
    tag: TAG,
    summary: 'Open the link of a mail',
    description:
      'Shows the requester’s ticket without sign-in and never acts, since mail scanners follow links too (INT-10). With Accept: text/html it answers a page that works without JavaScript.',
    auth: 'public',
    params: linkParams,
    query: schema(() =>
      z.strictObject({
        done: z
          .enum(['comment', 'confirm', 'reject', 'agree', 'object', 'insist'])
          .optional()
          .describe('The page thanks for it.'),
      }),
    ),
    status: 200,
    response: opened,
    media: { type: 'text/html', description: 'The page, in the requester’s language.' },
    problems: { 404: GONE },
  }),
  actOnLink: endpoint({
    method: 'POST',
    path: '/api/v1/links/{token}',
    tag: TAG,
    summary: 'Answer by the link of a mail',
    description:
      'As the requester of the one ticket: comment, confirm or reject the solution, agree or object to a later time (SLA-5), insist on service (INT-11). Doing the same twice gives the same answer.',
    auth: 'public',
    params: linkParams,
    body: linkAct,
    acceptsForms: true,
    status: 200,
    response: opened,
    redirect: { status: 303, description: 'To a browser: the way back to the page.' },
    idempotent: true,
    problems: { 404: GONE, 409: 'Not possible in the ticket’s state.' },
  }),
}
