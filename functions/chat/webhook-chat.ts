import type { Chat, Clock } from '../../shared/application/ports.ts'
import { msOf } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { ChatChannel, ChatProvider } from '../../shared/domain/setting/catalogue.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import { outsideAddressOf, type Resolve } from './outside-address.ts'
import { postOnce } from './post-once.ts'
import type { Provider, Webhook } from './provider.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { wecom } from './wecom.ts'

const PROVIDERS: Readonly<Record<ChatProvider, Provider>> = { wecom, dingtalk, feishu, slack, teams }

export type WebhookParts = {
  readonly clock: Clock
  /** The webhook of a channel, from where secrets are kept. */
  readonly webhookOf: (channel: ChatChannel) => Promise<Webhook>
  /** An origin that may be reached besides the providers' own: where messages are recorded on one machine. */
  readonly ownOrigin?: string
  /** What leads to the internet; absent: this machine's own. */
  readonly resolve?: Resolve
  readonly post?: typeof postOnce
}

const isOneOf = (hosts: readonly string[], host: string): boolean =>
  hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known))

/** Only the provider's own hosts, by HTTPS, on its usual port, without a name and password in the address. */
const isAllowed = (url: URL, { hosts }: Provider): boolean =>
  url.protocol === 'https:' &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  isOneOf(hosts, url.hostname)

const LOOPBACK = '127.0.0.1'

/** @throws DomainError `channel-refused` for any other place; Error when it leads inside */
const addressOf = async (
  url: URL,
  provider: Provider,
  { ownOrigin, resolve }: Pick<WebhookParts, 'ownOrigin' | 'resolve'>,
): Promise<string> => {
  if (ownOrigin !== undefined && url.origin === ownOrigin) return LOOPBACK
  if (isAllowed(url, provider)) return outsideAddressOf(url.hostname, resolve)
  return refuse('invalid', 'channel-refused', `A webhook of this provider is not on ${url.hostname}.`)
}

/** NOT-1: group chats by the providers' webhooks. An answer that is no success is none, whatever its status. */
export const webhookChat = ({ clock, webhookOf, post = postOnce, ...network }: WebhookParts): Chat => ({
  post: async (channel, { id, ...text }) => {
    const provider = PROVIDERS[channel.provider]
    const webhook = await webhookOf(channel)
    const { url, body } = await provider.request(text, webhook, msOf(clock.now()))
    const target = URL.parse(url) ?? refuse('invalid', 'channel-refused', 'The webhook is no address.')
    // the address that was checked is the one connected to: asked again, the name might lead inside
    const answer = await post(target, await addressOf(target, provider, network), body)
    const verdict = provider.verdict(answer.status, answer.body)
    if (verdict.taken) return { messageId: id }
    if (verdict.mayPass) throw new Error(verdict.detail)
    return refuse('invalid', 'channel-refused', verdict.detail)
  },
})
