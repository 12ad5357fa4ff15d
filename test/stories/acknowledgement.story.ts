import { expect, test } from 'vitest'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

type Sent = { readonly id: string; readonly text?: string; readonly message?: unknown }
const sentBy = async (path: string): Promise<readonly Sent[]> =>
  (await fetch(desk.url + path, { headers: { accept: 'application/json' } })).json() as Promise<Sent[]>

type Line = { readonly type: string; readonly via?: string }

/** Everything that has left, by any channel. */
const everything = async (): Promise<readonly string[]> => {
  const all = await Promise.all([desk.mailbox(), sentBy('/local/sms'), sentBy('/local/chat')])
  return all.flat().map((sent) => JSON.stringify(sent))
}

/** Somebody for each way to answer, the others of whose channels would be next. */
const WAYS = [
  { via: 'email', group: 'workplace', person: 'leo', channels: ['email', 'sms', 'chat:feishu'] },
  { via: 'sms', group: 'workplace', person: 'xia', channels: ['sms', 'chat:dingtalk', 'email'] },
  { via: 'chat', group: 'network', person: 'noor', channels: ['chat:wecom', 'email', 'sms'] },
  { via: 'portal', group: 'network', person: 'hao', channels: ['email', 'chat:slack', 'sms'] },
  { via: 'nothing', group: 'workplace', person: 'leo', channels: ['email', 'sms', 'chat:feishu'] },
] as const

const linkFor = (number: string, sent: readonly string[]): string => {
  const links = sent
    .filter((each) => each.includes(number))
    .flatMap((each) => each.match(/\/api\/a\/[a-z2-7]{16}/g) ?? [])
  return links[0] ?? expect.unreachable(`nothing to answer for ${number}`)
}

/** As the button in a chat or a mail does it: the page it leads to acts only when its form is sent. */
const answersBy = async (link: string): Promise<void> => {
  const page = await fetch(desk.url + link, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<form method="post"')
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' } }
  expect((await fetch(desk.url + link, { ...form, body: '', redirect: 'manual' })).status).toBe(303)
}

test('an answer by a mail’s link, a text message’s, a chat’s button, or in the portal stops it everywhere at once; without one it goes on [NOT-1] [NOT-3]', async () => {
  const [admin, agent, hao] = [
    await desk.as('administrator'),
    await desk.as('agent'),
    await desk.as('network engineer'),
  ]
  for (const { person, channels } of WAYS)
    await admin.changes(`/people/${person}`, (before) => ({ ...before, language: 'en', channels: [...channels] }))
  await desk.fastForward({ minutes: 1 })

  const tickets = new Map<string, string>()
  for (const { via, person, group } of WAYS) {
    const grade = {
      impact: 'significant',
      urgency: 'high',
      category: 'network',
      requester: { personId: 'anna' },
    } as const
    const { number } = await agent.open({ title: `Answered by ${via}`, description: 'Slow.', ...grade })
    await agent.does('assign', number, { group, assignee: person })
    tickets.set(via, number)
  }
  await desk.fastForward({ minutes: 1 })
  const before = await everything()
  const handed = (sent: readonly string[], via: string): readonly string[] => {
    const number = tickets.get(via) ?? ''
    return sent.filter((each) => each.includes(number) && /assigned to you|new for your group/i.test(each))
  }
  for (const { via } of WAYS) expect([via, handed(before, via).length]).toEqual([via, 1])

  for (const { via } of WAYS) {
    const number = tickets.get(via) ?? ''
    if (via === 'portal') await hao.answers(number)
    else if (via !== 'nothing') await answersBy(linkFor(number, handed(before, via)))
  }
  await desk.fastForward({ hours: 1 })

  const after = await everything()
  for (const { via } of WAYS) {
    const lines = (await agent.timeline(tickets.get(via) ?? '')) as readonly Line[]
    const answered = lines.filter(({ type }) => type === 'notice-acknowledged').map((line) => line.via)
    const again = handed(after, via).length - 1
    if (via === 'nothing') expect([answered, again > 2]).toEqual([[], true])
    else expect([via, answered, again]).toEqual([via, [via], 0])
  }
  await desk.letterbox.forget()
})
