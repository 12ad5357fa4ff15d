import * as z from 'zod'
import { CHAT_PROVIDERS, type ChatChannel } from '../domain/setting/catalogue.ts'
import { code, texts } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

export const chatChannelDocument = schema(() =>
  z
    .strictObject({
      id: code().describe('People name it as chat:<id> among their channels.'),
      name: texts(),
      provider: z.enum(CHAT_PROVIDERS),
      parameter: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
        .describe(
          'Name of the secret that holds the webhook, see docs/deploy.md; the address itself is not kept here.',
        ),
    })
    .meta({ id: 'ChatChannel', description: 'A group chat the desk writes into (NOT-1).' }),
) satisfies SchemaOf<ChatChannel>
