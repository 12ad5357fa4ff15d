import { beforeEach, describe, expect, test } from 'vitest'
import { connectVoice } from '../../../functions/aws/connect-voice.ts'
import { ssmChat } from '../../../functions/aws/ssm-chat.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ CHAT_PARAMETERS: '/firstline/trial/chat/', VOICE_LINE: 'instance|flow|+49301234567' })
const aws = awsOverHttp()

const clock = { now: () => '2026-03-02T01:00:00.000Z' }
const channel = { id: 'ops', name: { en: 'O', 'zh-CN': 'O' }, provider: 'wecom', parameter: 'ops' } as const
const message = { id: 'a', title: 'T', lines: [], buttons: [] }
const kept = (value: string) => aws.answer({ status: 200, body: JSON.stringify({ Parameter: { Value: value } }) })

describe('the webhook of a chat', () => {
  test('is a parameter of this stage, and never leaves in an error [NOT-1]', async () => {
    for (const value of ['{"url":"no url KEY"}', '["KEY"]', 'KEY', 'null', '{"url":"https://x/KEY","secret":1}']) {
      kept(value)
      const failure = await ssmChat({ clock })
        .post(channel, message)
        .catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'channel-refused' })
      expect(String(failure)).not.toContain('KEY')
    }
    const { body } = aws.requests[0] ?? expect.unreachable()
    expect(JSON.parse(body.toString())).toEqual({ Name: '/firstline/trial/chat/ops', WithDecryption: true })
  })

  test('leads to the provider only [NOT-1]', async () => {
    kept('{"url":"https://169.254.169.254/latest"}')
    await expect(ssmChat({ clock }).post(channel, message)).rejects.toMatchObject({ code: 'channel-refused' })
    expect(aws.requests).toHaveLength(1)
  })
})

describe('an automatic call', () => {
  const call = { id: 'INC-1.message.wang', to: '+8613800000000', text: '升级', language: 'zh-CN' } as const
  beforeEach(() => Object.assign(process.env, { VOICE_LINE: 'instance|flow|+49301234567' }))

  test('says the text, and the same call is one call [NOT-1] [NOT-4]', async () => {
    const taken = { status: 200, body: '{"ContactId":"c-1"}' }
    aws.answer(taken, taken)
    const voice = connectVoice()
    expect(await voice.call(call)).toEqual({ messageId: 'c-1' })
    await voice.call(call)
    const [first, second] = aws.requests.map(({ method, url, body }) => ({
      method,
      url,
      body: JSON.parse(body.toString()),
    }))
    expect(first).toMatchObject({
      method: 'PUT',
      url: '/contact/outbound-voice',
      body: {
        InstanceId: 'instance',
        ContactFlowId: 'flow',
        SourcePhoneNumber: '+49301234567',
        DestinationPhoneNumber: '+8613800000000',
        Attributes: { text: '升级', language: 'zh-CN' },
        ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    expect(second).toEqual(first)
  })

  test('that is refused is not tried again, one that fails is [NOT-4]', async () => {
    aws.answer({ status: 400, body: '{"Message":"DestinationNotAllowed +8613800000000"}' })
    const refusal = await connectVoice()
      .call(call)
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'channel-refused' })
    expect(String(refusal)).not.toContain('8613800000000')
    const busy = { status: 429, body: '{}' }
    aws.answer(busy, busy, busy, busy, busy)
    await expect(connectVoice().call(call)).rejects.toThrow('429')
  })

  test('needs a line: without one the next channel is tried [NOT-1]', async () => {
    delete process.env['VOICE_LINE']
    await expect(connectVoice().call(call)).rejects.toMatchObject({ code: 'channel-refused' })
    expect(aws.requests).toEqual([])
  })
})
