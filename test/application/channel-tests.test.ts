import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { channelTestKey, channelTestRecord } from '../../shared/application/channel-tests.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { putSetting, setOwnWays } from '../../shared/application/setting-record.ts'
import type { ChannelTests } from '../../shared/domain/notice/channel-test.ts'
import type { Route } from '../../shared/domain/notice/notice.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, MONDAY_9, personNamed } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
  const name = { en: 'Duty', 'zh-CN': '值班' }
  const chat = { id: 'duty', name, provider: 'wecom', parameter: 'duty' } as const
  await putSetting(desk.deps, 'chat-channel', 'duty', chat, DESK)
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  for (const list of [desk.stream, desk.mails]) list.length = 0
})

const hao = personNamed('hao')

const ask = async (route: Route): Promise<void> => {
  const command = { type: 'ask', personId: 'hao', route } as const
  await executeOn(desk.deps, channelTestRecord, channelTestKey('hao'), command, asActor(hao))
}

const last = async () => (await desk.deps.store.load<ChannelTests>(channelTestKey('hao')))?.state.tests[0]

describe('a test of a way to oneself', () => {
  test('is sent once in the person’s language, however often it is delivered, and noted [NOT-2] [NOT-4]', async () => {
    await setOwnWays(
      desk.deps,
      'hao',
      { language: 'zh-CN', phone: null, mobile: null, channels: ['email'] },
      asActor(hao),
    )
    await ask({ channel: 'email', address: hao.email })
    await desk.settle()
    await desk.settle()
    expect(desk.mails.map(({ to, subject }) => [to.address, subject])).toEqual([[hao.email, '测试：服务台能通知到您']])
    expect(desk.mails[0]?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
    expect(desk.mails[0]?.text).toContain('https://desk.test/my-notices')
    expect(await last()).toMatchObject({ outcome: 'sent', detail: null })
  })

  test.each([
    [{ channel: 'sms', address: '+4915228817' }, 'textMessages.send'],
    [{ channel: 'voice', address: '+4915228817' }, 'voiceCalls.call'],
    [{ channel: 'chat', address: 'duty' }, 'chat.post'],
  ] as const)(
    '%o goes through the port of its channel, and what the carrier says stands there [NOT-2]',
    async (route, port) => {
      const called: string[] = []
      desk.fate = (name, call) => {
        called.push(name)
        return name === port ? Promise.reject(new Error('40013 invalid <b>app</b>')) : call()
      }
      await ask(route)
      await desk.settle()
      expect(called).toContain(port)
      expect(await last()).toMatchObject({ route, outcome: 'failed', detail: '40013 invalid <b>app</b>' })
      desk.fate = letThrough
      desk.stream.length = 0
      await ask(route)
      await desk.settle()
      expect(await last()).toMatchObject({ route, outcome: 'sent' })
    },
  )

  test('of a chat that is gone says so [NOT-2]', async () => {
    await ask({ channel: 'chat', address: 'gone' })
    await desk.settle()
    expect(await last()).toMatchObject({ outcome: 'failed', detail: 'There is no such chat channel any more.' })
  })
})
