import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postOnce } from '../../../functions/chat/post-once.ts'
import { webhookChat } from '../../../functions/chat/webhook-chat.ts'

const OUTSIDE = '1.1.1.1'
const INSIDE = '127.0.0.1'

const message = { id: 'INC-1.message.wang', title: 'Down', lines: ['All of it.'], buttons: [] }
const channel = { id: 'ops', name: { en: 'Ops', 'zh-CN': '值班' }, provider: 'slack', parameter: 'ops' } as const

/** As whoever owns the name would: outside to the one who checks it, inside to the one who connects. */
const rebinding = () => {
  const answers: string[] = []
  const resolve = async () => {
    answers.push(answers.length === 0 ? OUTSIDE : INSIDE)
    return [{ address: answers.at(-1) ?? INSIDE }]
  }
  return { answers, resolve }
}

const chatBy = (resolve: ReturnType<typeof rebinding>['resolve'], posted: string[]) =>
  webhookChat({
    clock: { now: () => '2026-03-02T01:00:00.000Z' },
    webhookOf: async () => ({ url: 'https://hooks.slack.com/services/T0/B0/x' }),
    resolve,
    post: async (_, address) => {
      posted.push(address)
      return { status: 200, body: 'ok' }
    },
  })

test('a name that leads inside the second time is asked once: what was checked is connected to [NOT-1]', async () => {
  const { answers, resolve } = rebinding()
  const posted: string[] = []
  await chatBy(resolve, posted).post(channel, message)
  expect([answers, posted]).toEqual([[OUTSIDE], [OUTSIDE]])
  await expect(chatBy(resolve, posted).post(channel, message)).rejects.toThrow(/public internet/)
  expect(posted).toEqual([OUTSIDE])
})

const reached: string[] = []
const server = createServer((request, response) => {
  reached.push(`${request.headers.host}${request.url}`)
  response.writeHead(302, { location: '/elsewhere' }).end('ok')
})
beforeAll(() => new Promise<void>((listening) => void server.listen(0, INSIDE, listening)))
afterAll(() => void server.close())

test('the request goes to the address given, under a name that leads nowhere, and follows nobody [NOT-1]', async () => {
  const host = `hooks.invalid:${(server.address() as AddressInfo).port}`
  expect(await postOnce(new URL(`http://${host}/hook`), INSIDE, {})).toEqual({ status: 302, body: 'ok' })
  expect(reached).toEqual([`${host}/hook`])
})
