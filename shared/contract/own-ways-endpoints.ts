import * as z from 'zod'
import { CHAT_PROVIDERS } from '../domain/setting/catalogue.ts'
import { endpoint, type Frozen } from './endpoint.ts'
import { instant, language, texts, version } from './fields.ts'
import { personChannel, phone } from './person-document.ts'
import { schema, type ValueOf } from './schema.ts'

const TAG = 'People'

const ways = {
  language: () => language().describe('In which one is told.'),
  phone: () => phone(),
  mobile: () => phone().describe('Where text messages and, before the other number, calls go.'),
}

const channelTest = schema(() =>
  z
    .strictObject({
      id: z.string(),
      channel: z.enum(['email', 'sms', 'voice', 'chat']),
      address: z.string().describe('Of a chat: the id of its channel.'),
      askedAt: instant(),
      outcome: z
        .enum(['under-way', 'sent', 'failed'])
        .describe('sent: whoever carries it has taken it; whether it arrives, the person sees.'),
      detail: z.string().nullable().describe('What the carrier said, of one that failed.'),
    })
    .meta({ id: 'ChannelTest' }),
)

const ownWays = schema(() =>
  z
    .strictObject({
      email: z.string(),
      language: ways.language(),
      phone: ways.phone(),
      mobile: ways.mobile(),
      channels: z.array(personChannel()).describe('In the order in which they are tried.'),
      open: z
        .array(
          z.strictObject({
            channel: personChannel(),
            address: z.string().nullable().describe('Null: it leads nowhere yet, for want of a number.'),
            name: texts().nullable().describe('Of a chat.'),
            provider: z.enum(CHAT_PROVIDERS).nullable().describe('Of a chat.'),
          }),
        )
        .describe('What there is to choose from. Chats and calls are for those who work on tickets.'),
      tests: z.array(channelTest()).describe('The last ten, newest first.'),
      changes: z
        .array(
          z.strictObject({
            at: instant(),
            actor: z.strictObject({ kind: z.string(), name: z.string() }),
            type: z.string(),
          }),
        )
        .describe('Who has changed the caller’s entry of the directory, newest first.'),
      version: version(),
    })
    .meta({ id: 'OwnChannels', description: 'How the caller is told (NOT-2).' }),
)

export type OwnWaysView = Frozen<ValueOf<typeof ownWays>>

const NOT_KNOWN = 'The directory does not have the caller; an administrator adds them.'

export const ownWaysEndpoints = {
  getOwnChannels: endpoint({
    method: 'GET',
    path: '/api/v1/me/channels',
    tag: TAG,
    summary: 'How one is told oneself',
    auth: 'signed-in',
    status: 200,
    response: ownWays,
    versioned: true,
    problems: { 404: NOT_KNOWN },
  }),
  setOwnChannels: endpoint({
    method: 'PUT',
    path: '/api/v1/me/channels',
    tag: TAG,
    summary: 'Set how one is told oneself',
    description: 'Everybody for themselves; for others administrators do, with the person’s entry.',
    auth: 'signed-in',
    body: schema(() =>
      z.strictObject({
        language: ways.language(),
        phone: ways.phone(),
        mobile: ways.mobile(),
        channels: z
          .array(personChannel())
          .min(1)
          .max(10)
          .describe('In the order in which they are tried, each once; each has to lead somewhere.'),
      }),
    ),
    status: 200,
    response: ownWays,
    versioned: true,
    idempotent: true,
    precondition: 'version',
    problems: { 404: NOT_KNOWN },
  }),
  testOwnChannel: endpoint({
    method: 'POST',
    path: '/api/v1/me/channels/test',
    tag: TAG,
    summary: 'Send oneself a test message',
    description: 'By the channel as it is kept. What came of it stands among the `tests` a moment later.',
    auth: 'signed-in',
    body: schema(() => z.strictObject({ channel: personChannel() })),
    status: 200,
    response: channelTest,
    idempotent: true,
    problems: { 404: NOT_KNOWN, 429: 'Ten tests within an hour are enough.' },
  }),
}
