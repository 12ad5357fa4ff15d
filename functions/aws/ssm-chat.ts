import type { Chat, Clock } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { ChatChannel } from '../../shared/domain/setting/catalogue.ts'
import type { Webhook } from '../chat/provider.ts'
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
 * a new key works at once. The providers are loaded with the first message.
 */
export const ssmChat = ({ clock }: { readonly clock: Clock }): Chat => {
  const prefix = env('CHAT_PARAMETERS')
  const webhookOf = async ({ parameter }: ChatChannel): Promise<Webhook> => {
    const name = `${prefix}${parameter}`
    return webhookIn(name, await readParameter(name))
  }
  return {
    post: async (channel, message) => {
      const { webhookChat } = await import('../chat/webhook-chat.ts')
      return webhookChat({ clock, webhookOf }).post(channel, message)
    },
  }
}
