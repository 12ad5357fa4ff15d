import { describe, expect, test } from 'vitest'
import { dingtalk } from '../../functions/chat/dingtalk.ts'
import { feishu } from '../../functions/chat/feishu.ts'
import { slack } from '../../functions/chat/slack.ts'
import { teams } from '../../functions/chat/teams.ts'
import { wecom } from '../../functions/chat/wecom.ts'
import { readMessage } from '../../local/page/chat-message.ts'
import { chatPage } from '../../local/page/chat-page.ts'

const SAID = {
  title: '[INC-2026-000001] Urgent: *all* berths',
  lines: ['Hello 彭丽,', 'Nothing_works [at] <pier> 3 - look'],
  buttons: [
    { label: 'I have seen it', url: 'http://127.0.0.1:3000/a/x' },
    { label: 'Open the ticket', url: 'http://127.0.0.1:3000/tickets/INC-2026-000001' },
  ],
}
const PROVIDERS = { wecom, dingtalk, feishu, slack, teams } as const
const names = ['wecom', 'dingtalk', 'feishu', 'slack', 'teams'] as const

const posted = async (provider: (typeof names)[number]) => {
  const webhook = { url: 'https://chat.example/hook' }
  const { body } = await PROVIDERS[provider].request(SAID, webhook, 0)
  return { id: provider, at: '2026-03-02T01:00:00.000Z', provider, channel: 'duty', message: body }
}

describe('the chats of the local desk', () => {
  test.each(names)('%s: a message reads as those in the chat see it [NOT-1]', async (provider) => {
    expect(readMessage(provider, (await posted(provider)).message)).toEqual(SAID)
  })

  test('on a page nothing of a message becomes markup', async () => {
    const page = chatPage(await Promise.all(names.map(posted)), [])
    expect(page.match(/<h2>\[INC-2026-000001\] Urgent: \*all\* berths<\/h2>/g)).toHaveLength(names.length)
    expect(page).toContain('&lt;pier&gt;')
    expect(page).not.toContain('<pier>')
  })

  test('whatever else arrived is shown as it came', () => {
    const at = '2026-03-02T01:00:00.000Z'
    expect(chatPage([{ id: 'x', at, provider: 'teams', channel: 'c', message: { odd: [1] } }], [])).toContain('odd')
  })
})
