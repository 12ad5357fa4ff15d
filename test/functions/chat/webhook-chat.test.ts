import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Webhook } from '../../../functions/chat/provider.ts'
import { dingtalkSignature, feishuSignature } from '../../../functions/chat/signature.ts'
import { webhookChat } from '../../../functions/chat/webhook-chat.ts'
import {
  chatPath,
  chatRecorder,
  LOCAL_CHAT_SECRET,
  type PostedMessage,
  providerAt,
} from '../../../local/chat-recorder.ts'
import { type Outbox, openOutbox } from '../../../local/outbox.ts'
import { memoryShelf } from '../../../local/shelf.ts'
import type { Chat } from '../../../shared/application/ports.ts'
import { plus } from '../../../shared/domain/instant.ts'
import { CHAT_PROVIDERS, type ChatProvider } from '../../../shared/domain/setting/catalogue.ts'

const START = '2026-03-02T01:00:00.000Z'
let now = START
const clock = { now: () => now }

let origin = ''
let posts: Outbox<PostedMessage>
let record: ReturnType<typeof chatRecorder>
/** What the next request is answered instead of by the recorder. */
let answers: { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }[] = []

const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const url = new URL(`http://${message.headers.host}${message.url}`)
  const provider = providerAt(url.pathname)
  const instead = answers.shift()
  if (instead) return void response.writeHead(instead.status, instead.headers).end(instead.body)
  if (!provider) return void response.writeHead(404).end()
  const reply = await record(provider, { message, method: 'POST', url, body: Buffer.concat(chunks) })
  response.writeHead(reply.status, reply.headers).end(reply.body)
}
const server = createServer((message, response) => void answer(message, response))

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(async () => {
  now = START
  answers = []
  posts = await openOutbox<PostedMessage>(memoryShelf())
  record = chatRecorder(posts, clock)
})

const channelOf = (provider: ChatProvider) => ({
  id: 'ops',
  name: { en: 'Ops', 'zh-CN': '值班' },
  provider,
  parameter: 'ops',
})
const chatWith = (webhook: (provider: ChatProvider) => Webhook) =>
  webhookChat({ clock, ownOrigin: origin, webhookOf: async ({ provider }) => webhook(provider) })
const chat: Chat = {
  post: (channel, text) =>
    chatWith((provider) => ({ url: `${origin}${chatPath(provider)}?key=ops`, secret: LOCAL_CHAT_SECRET })).post(
      channel,
      text,
    ),
}

const HOSTILE = '</b> *all* <!channel> @everyone [click](https://evil.example) `x` _y_ & ~z~'
const message = {
  id: 'INC-1.message.wang',
  title: `[INC-2026-000001] ${HOSTILE}`,
  lines: ['Hello Wang Wei,', HOSTILE],
  buttons: [
    { label: 'I have seen it', url: 'https://desk.example.com/api/a/abcdefghijklmnop' },
    { label: 'Open the ticket', url: 'https://desk.example.com/tickets/INC-2026-000001' },
  ],
}

describe.each(CHAT_PROVIDERS)('%s', (provider) => {
  const post = (with_ = chat) => with_.post(channelOf(provider), message)

  test('takes what the desk posts, with the link to acknowledge by [NOT-1] [NOT-3]', async () => {
    expect(await post()).toEqual({ messageId: message.id })
    const [posted] = posts.newestFirst()
    expect(posted).toMatchObject({ provider, channel: 'ops', at: START })
    const text = JSON.stringify(posted?.message)
    for (const { url } of message.buttons) expect(text).toContain(url)
    expect(text).toContain('INC')
  })

  test('has nothing of what somebody wrote taken for markup [INT-2]', async () => {
    await post()
    const text = JSON.stringify(posts.newestFirst()[0]?.message)
    const marked: Readonly<Partial<Record<ChatProvider, RegExp>>> = {
      dingtalk: /"text":"(?:[^"]*[^\\])?\[click\]\(/,
      teams: /[^\\]\[click\]\(/,
      slack: /"text":"[^"]*<!channel>[^"]*","blocks"/,
    }
    expect(text).not.toMatch(marked[provider] ?? /"(tag|type)":"(lark_md|mrkdwn|markdown)"/)
  })

  test('over the limit says so, which passes [NOT-5]', async () => {
    const most = { wecom: 20, dingtalk: 20, feishu: 100, slack: 60, teams: 60 }[provider]
    for (let count = 0; count < most; count += 1) await post()
    await expect(post()).rejects.not.toMatchObject({ code: 'channel-refused' })
    now = plus(now, 60_000)
    await post()
  })

  test('that is down, or says what cannot be read, may be up again [NOT-4]', async () => {
    answers = [{ status: 503, body: 'no' }]
    await expect(post()).rejects.not.toMatchObject({ code: 'channel-refused' })
    answers = [{ status: 200, body: '<html>' }]
    const outcome = await post().catch((error: unknown) => error)
    expect(outcome instanceof Error).toBe(provider !== 'teams')
  })

  test('that refuses, refuses for good, and no redirect is followed [NOT-4]', async () => {
    for (const status of [400, 404, 302]) {
      answers = [{ status, body: 'x'.repeat(5_000), headers: { location: 'http://169.254.169.254/' } }]
      await expect(post()).rejects.toMatchObject({ code: 'channel-refused' })
    }
    expect(posts.newestFirst()).toEqual([])
  })

  test('has a place of its own: nowhere else is written to [NOT-1]', async () => {
    const places = [
      'http://qyapi.weixin.qq.com/x',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/x',
      'https://oapi.dingtalk.com.evil.example/x',
      'https://user:key@hooks.slack.com/x',
      'https://open.feishu.cn:8443/x',
      'no address',
    ]
    for (const url of places) {
      await expect(post(chatWith(() => ({ url }))), url).rejects.toThrow(/not on|no address|URL/)
    }
  })
})

test('HTTP 200 with a code is a failure [NOT-4]', async () => {
  const wrongKey = chatWith((provider) => ({ url: `${origin}${chatPath(provider)}?key=ops`, secret: 'another' }))
  const unsigned = chatWith((provider) => ({ url: `${origin}${chatPath(provider)}?key=ops` }))
  for (const provider of ['dingtalk', 'feishu'] as const) {
    for (const wrong of [wrongKey, unsigned])
      await expect(wrong.post(channelOf(provider), message)).rejects.toMatchObject({ code: 'channel-refused' })
  }
  answers = [{ status: 200, body: '{"errcode":-1,"errmsg":"system busy"}' }]
  await expect(chat.post(channelOf('wecom'), message)).rejects.not.toMatchObject({ code: 'channel-refused' })
  answers = [{ status: 200, body: '{"StatusCode":0,"StatusMessage":"success"}' }]
  await chat.post(channelOf('feishu'), message)
  answers = [{ status: 200, body: 'invalid_token' }]
  await expect(chat.post(channelOf('slack'), message)).rejects.toMatchObject({ code: 'channel-refused' })
  answers = [{ status: 200, body: 'Webhook message delivery failed with error: HTTP error 429' }]
  await expect(chat.post(channelOf('teams'), message)).rejects.toThrow('429')
  answers = [{ status: 200, body: 'x'.repeat(100_000) }]
  await expect(chat.post(channelOf('wecom'), message)).rejects.toThrow('too long')
  answers = [{ status: 200, body: 'null' }]
  await expect(chat.post(channelOf('wecom'), message)).rejects.not.toMatchObject({ code: 'channel-refused' })
})

test('signatures as the providers’ own examples compute them [NOT-1]', () => {
  // openssl dgst -sha256 -hmac SEC over "1577808000000\nSEC", and -hmac "1577808000\nSEC" over nothing
  expect(dingtalkSignature(1_577_808_000_000, 'SEC')).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  expect(feishuSignature(1_577_808_000, 'SEC')).not.toBe(feishuSignature(1_577_808_001, 'SEC'))
})

test('the recorder refuses what a provider would refuse', async () => {
  const asked = async (provider: ChatProvider, body: string, query = '?key=ops') => {
    const response = await fetch(`${origin}${chatPath(provider)}${query}`, { method: 'POST', body })
    return { status: response.status, body: await response.text() }
  }
  expect((await asked('wecom', 'no json')).body).toContain('40008')
  expect(await asked('slack', '[]')).toMatchObject({ status: 400 })
  expect(await asked('slack', '{"text":"x","blocks":[]}', '')).toMatchObject({ status: 403 })
  expect(posts.newestFirst()).toEqual([])
})
