import * as z from 'zod'
import { MESSAGE_STATUSES } from '../domain/notice/notice.ts'
import { endpoint } from './endpoint.ts'
import { instant, priority, ticketNumber } from './fields.ts'
import { schema } from './schema.ts'
import { nothing } from './ticket-acts.ts'

const TAG = 'Links in messages'
const params = schema(() => z.strictObject({ token: z.string().regex(/^[a-z2-7]{16}$/i) }))

const acknowledgement = schema(() =>
  z
    .strictObject({
      ticket: ticketNumber(),
      title: z.string(),
      priority: priority(),
      template: z.string().describe('What it is about: assigned, escalated …'),
      to: z.string().describe('Whom the notice was sent to.'),
      status: z.enum(MESSAGE_STATUSES).describe('stopped: somebody else has answered, or the ticket is over.'),
      acknowledged: z
        .strictObject({
          at: instant(),
          by: z.string(),
          via: z.enum(['email', 'sms', 'voice', 'chat', 'portal', 'call']),
        })
        .nullable(),
    })
    .meta({ id: 'Acknowledgement' }),
)

const GONE = 'The link is unknown or has expired.'

export const acknowledgeEndpoints = {
  openAcknowledgement: endpoint({
    method: 'GET',
    path: '/api/a/{token}',
    tag: TAG,
    summary: 'Open the link by which a notice is acknowledged',
    description:
      'Shows what it is about without sign-in and never acts, since scanners follow links too (NOT-3). With Accept: text/html it answers a page that works without JavaScript.',
    auth: 'public',
    params,
    status: 200,
    response: acknowledgement,
    media: { type: 'text/html', description: 'The page, in the recipient’s language.' },
    problems: { 404: GONE },
  }),
  acknowledgeByLink: endpoint({
    method: 'POST',
    path: '/api/a/{token}',
    tag: TAG,
    summary: 'Acknowledge a notice by its link',
    description: 'For the recipient. Nobody is told of the same any more. Doing it twice comes to the same.',
    auth: 'public',
    params,
    body: nothing,
    acceptsForms: true,
    status: 200,
    response: acknowledgement,
    redirect: { status: 303, description: 'To a browser: the way back to the page.' },
    problems: { 404: GONE },
  }),
}
