import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, prose, version } from './fields.ts'
import { pageOf, pageOnly, pageQuery } from './page.ts'
import { schema } from './schema.ts'

const TAG = 'Mail'
const DESK = ['desk', 'desk-manager', 'administrator'] as const

const address = schema(() =>
  z
    .strictObject({
      address: z.string(),
      suppressed: z
        .strictObject({ reason: z.enum(['bounced', 'complained']), since: instant(), detail: z.string() })
        .nullable()
        .describe('Null once the desk has released it.'),
      releasedAt: instant().nullable(),
      version: version(),
    })
    .meta({ id: 'Address', description: 'An address mail has come back from (NOT-6).' }),
)

const KEPT_OUTCOMES = ['machine', 'unreadable', 'rate-limited', 'virus', 'event'] as const

const keptMail = schema(() =>
  z
    .strictObject({
      id: z.string(),
      outcome: z.enum(KEPT_OUTCOMES),
      reason: z.string(),
      from: z.string().nullable(),
      subject: z.string().nullable(),
      receivedAt: instant(),
    })
    .meta({ id: 'KeptMail', description: 'What came in and became no ticket; nothing is thrown away (INT-5).' }),
)

export const mailEndpoints = {
  listAddresses: endpoint({
    method: 'GET',
    path: '/api/v1/addresses',
    tag: TAG,
    summary: 'List addresses that are not mailed any more',
    description: 'Their mail bounced for good, or their owner complained (NOT-6).',
    auth: 'signed-in',
    roles: DESK,
    query: pageOnly,
    status: 200,
    response: pageOf(address),
    asCsv: true,
  }),
  releaseAddress: endpoint({
    method: 'POST',
    path: '/api/v1/addresses/{address}/release',
    tag: TAG,
    summary: 'Mail to an address again',
    auth: 'signed-in',
    roles: DESK,
    params: schema(() => z.strictObject({ address: z.string().min(3).max(254) })),
    body: schema(() => z.strictObject({ reason: prose(2_000).describe('Why mail will arrive now.') })),
    status: 200,
    response: address,
    versioned: true,
    idempotent: true,
    problems: { 404: 'No mail has ever come back from this address.' },
  }),
  listMails: endpoint({
    method: 'GET',
    path: '/api/v1/mails',
    tag: TAG,
    summary: 'List what came in and became no ticket, newest first',
    auth: 'signed-in',
    roles: DESK,
    query: schema(() =>
      z.strictObject({
        outcome: z
          .enum(KEPT_OUTCOMES)
          .describe(
            'machine: answered by a machine. unreadable. rate-limited. virus. event: an event nobody understood.',
          ),
        ...pageQuery(),
      }),
    ),
    status: 200,
    response: pageOf(keptMail),
    asCsv: true,
  }),
  getKeptMail: endpoint({
    method: 'GET',
    path: '/api/v1/mails/{id}',
    tag: TAG,
    summary: 'Download something that was kept, as it arrived',
    auth: 'signed-in',
    roles: DESK,
    params: schema(() => z.strictObject({ id: z.string().regex(/^[\w-]{1,2000}$/) })),
    status: 200,
    media: { type: 'message/rfc822', description: 'A mail byte for byte; application/json for an event.' },
    redirect: { status: 302, description: 'Larger than 4 MB: an address that works for five minutes.' },
    problems: { 404: 'There is no such mail.' },
  }),
}
