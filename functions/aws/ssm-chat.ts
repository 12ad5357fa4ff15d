import type { Chat, Clock } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { Webhook } from '../chat/provider.ts'
import { webhookChat } from '../chat/webhook-chat.ts'
import { env } from './env.ts'
import { readParameter } from './parameter-store.ts'

const isWebhook = (value: unknown): value is Webhook => {
  const { url, secret } = (value ?? {}) as { readonly url?: unknown; readonly secret?: unknown }
  return typeof url === 'string' && URL.canParse(url) && (secret === undefined || typeof secret === 'string')
}

/** @throws DomainError `channel-refused`, without a word of what the parameter holds */
const webhookIn = (name: string, text: string): Webhook => {
  try {
    const value: unknown = JSON.parse(text)
    if (isWebhook(value)) return value
  } catch {
    // as little a webhook as JSON of another form
  }
  return refuse('invalid', 'channel-refused', `The parameter ${name} does not hold {"url": …, "secret": …}.`)
}

/**
 * Group chats whose webhooks are encrypted parameters below this stage's own prefix (NOT-1); read for each message, so that
 * a new key works at once.
 */
export const ssmChat = ({ clock }: { readonly clock: Clock }): Chat => {
  const prefix = env('CHAT_PARAMETERS')
  return webhookChat({
    clock,
    webhookOf: async ({ parameter }) => {
      const name = `${prefix}${parameter}`
      return webhookIn(name, await readParameter(name))
    },
  })
}
