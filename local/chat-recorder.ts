import { randomUUID } from 'node:crypto'
import { dingtalkSignature, feishuSignature } from '../functions/chat/signature.ts'
import type { Clock } from '../shared/application/ports.ts'
import { type Instant, msOf } from '../shared/domain/instant.ts'
import { CHAT_PROVIDERS, type ChatProvider } from '../shared/domain/setting/catalogue.ts'
import type { LocalRequest } from './http-server.ts'
import type { Outbox } from './outbox.ts'
import { json, type LocalReply } from './reply.ts'

/** What the desk has posted into a chat, as its provider got it. */
export type PostedMessage = {
  readonly id: string
  readonly at: Instant
  readonly provider: ChatProvider
  readonly channel: string
  readonly message: unknown
}

/** The key by which the local chats want their messages signed. */
export const LOCAL_CHAT_SECRET = 'SEC-local-chat'

export const chatPath = (provider: ChatProvider): string => `/local/chat/${provider}`

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** As the providers document them; Slack's one a second is told with 429. */
const MOST_A_MINUTE: Readonly<Record<ChatProvider, number>> = {
  wecom: 20,
  dingtalk: 20,
  feishu: 100,
  slack: 60,
  teams: 60,
}

type Posted = { readonly url: URL; readonly message: Readonly<Record<string, unknown>>; readonly nowMs: number }

const isRecent = (timestampMs: number, nowMs: number): boolean => Math.abs(nowMs - timestampMs) <= HOUR_MS

const isSigned: Readonly<Partial<Record<ChatProvider, (posted: Posted) => boolean>>> = {
  dingtalk: ({ url, nowMs }) => {
    const timestamp = Number(url.searchParams.get('timestamp'))
    const sign = url.searchParams.get('sign')
    return isRecent(timestamp, nowMs) && sign === dingtalkSignature(timestamp, LOCAL_CHAT_SECRET)
  },
  feishu: ({ message, nowMs }) => {
    const timestamp = Number(message['timestamp'])
    return isRecent(timestamp * 1_000, nowMs) && message['sign'] === feishuSignature(timestamp, LOCAL_CHAT_SECRET)
  },
}

/** What each provider expects at the root of a message. */
const isWellFormed: Readonly<Record<ChatProvider, (message: Posted['message']) => boolean>> = {
  wecom: ({ msgtype, template_card: card }) => msgtype === 'template_card' && typeof card === 'object',
  dingtalk: ({ msgtype, actionCard }) => msgtype === 'actionCard' && typeof actionCard === 'object',
  feishu: ({ msg_type: type, card }) => type === 'interactive' && typeof card === 'object',
  slack: ({ text, blocks }) => typeof text === 'string' && Array.isArray(blocks),
  teams: ({ type, attachments }) => type === 'message' && Array.isArray(attachments),
}

const text = (status: number, body: string): LocalReply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
})

type Said = Readonly<Record<'taken' | 'unsigned' | 'malformed' | 'tooMany', LocalReply>>

const coded = (name: string, unsigned: number, malformed: number, tooMany: number): Said => ({
  taken: json(200, { [name]: 0, errmsg: 'ok', msg: 'success' }),
  unsigned: json(200, { [name]: unsigned, errmsg: 'sign not match', msg: 'sign match fail' }),
  malformed: json(200, { [name]: malformed, errmsg: 'invalid message', msg: 'Bad Request' }),
  tooMany: json(200, { [name]: tooMany, errmsg: 'send too fast', msg: 'frequency limited' }),
})

/** HTTP 200 with a code where the provider answers so. */
const SAYS: Readonly<Record<ChatProvider, Said>> = {
  wecom: coded('errcode', 93000, 40008, 45009),
  dingtalk: coded('errcode', 310000, 400001, 130101),
  feishu: coded('code', 19021, 19001, 11232),
  slack: {
    taken: text(200, 'ok'),
    unsigned: text(403, 'invalid_token'),
    malformed: text(400, 'invalid_payload'),
    tooMany: text(429, 'rate_limited'),
  },
  teams: {
    taken: text(202, ''),
    unsigned: text(401, 'unauthorized'),
    malformed: text(400, 'InvalidRequestContent'),
    tooMany: text(429, 'TooManyRequests'),
  },
}

const objectIn = (body: Buffer): Posted['message'] | null => {
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return typeof parsed === 'object' && parsed !== null ? (parsed as Posted['message']) : null
  } catch {
    return null
  }
}

/** The group chats of one machine: they check what the providers check, and keep what they take. */
export const chatRecorder = (posts: Outbox<PostedMessage>, clock: Clock) => {
  const times = new Map<string, readonly number[]>()
  const isTooMany = (place: string, provider: ChatProvider, nowMs: number): boolean => {
    const recent = (times.get(place) ?? []).filter((ms) => nowMs - ms < MINUTE_MS)
    times.set(place, [...recent, nowMs])
    return recent.length >= MOST_A_MINUTE[provider]
  }
  return async (provider: ChatProvider, { url, body }: LocalRequest): Promise<LocalReply> => {
    const nowMs = msOf(clock.now())
    const channel = url.searchParams.get('key') ?? ''
    const message = objectIn(body)
    const says = SAYS[provider]
    if (!message || !isWellFormed[provider](message)) return says.malformed
    if (channel === '' || isSigned[provider]?.({ url, message, nowMs }) === false) return says.unsigned
    if (isTooMany(`${provider} ${channel}`, provider, nowMs)) return says.tooMany
    await posts.keep({ id: randomUUID(), at: clock.now(), provider, channel, message })
    return says.taken
  }
}

/** Which provider's chat a path is of; null for any other. */
export const providerAt = (path: string): ChatProvider | null =>
  CHAT_PROVIDERS.find((provider) => path === chatPath(provider)) ?? null
