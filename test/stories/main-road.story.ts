import { expect, test } from 'vitest'
import { linkIn, numberIn } from '../support/letterbox.ts'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

const act = (link: string, body: object) =>
  fetch(link, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('a mail becomes a ticket and goes the whole way to closed [INT-2] [INT-3] [INT-10] [PRI-2] [LIF-1] [LIF-2] [SLA-2] [WAI-4] [CLO-1] [CLO-2] [CLO-6]', async () => {
  const [anna, agent, agentWei, lead, engineer, manager] = [
    await desk.as('requester'),
    await desk.as('agent'),
    await desk.as('chinese agent'),
    await desk.as('lead'),
    await desk.as('engineer'),
    await desk.as('incident manager'),
  ]

  await desk.mail({ from: 'Anna Berg <anna@harbour.example>', subject: 'Invoices lack page 2', text: 'Since today.' })
  const acknowledgement = await anna.expectMail(/recorded/i)
  const number = numberIn(acknowledgement)
  for (const told of [agent, manager]) await told.expectMail(/Escalated to first-line support/)
  await agentWei.expectMail(/已升级至一线支持/)
  expect(await agent.queue('desk')).toMatchObject([{ number, state: 'recorded', priority: 3, channel: 'email' }])

  const opened = await fetch(linkIn(acknowledgement))
  expect(await opened.json()).toMatchObject({ ticket: { number, title: 'Invoices lack page 2', seenAs: 'requester' } })

  await agent.does('classify', number, { category: 'printing', service: 'workplace', item: 'printer-3' })
  await agent.does('assign', number, { group: 'workplace' })
  await lead.expectMail(/New for your group/)
  await engineer.expectMail(/您的小组有新工单/)
  const accepted = await engineer.does('accept', number)
  expect(accepted.sla).toMatchObject({
    assign: { metAt: expect.any(String) },
    respond: { metAt: accepted.acceptedAt },
  })

  await desk.fastForward({ minutes: 20 })
  await engineer.does('wait', number, { code: 'requester', reason: 'Please send us one such invoice.' })
  const question = await anna.expectMail(/Please send us one such invoice/)
  await desk.fastForward({ hours: 5 })
  expect((await anna.read(number)).sla.restore).toMatchObject({ paused: true })

  await desk.mail({
    from: 'anna@harbour.example',
    subject: `Re: ${question.subject}`,
    text: 'Attached.',
    answers: question,
  })
  await engineer.expectMail(/Attached\./)
  const resumed = await engineer.read(number)
  expect(resumed).toMatchObject({ state: 'accepted', waiting: null, pauses: [{ code: 'requester' }] })

  await engineer.does('resolve', number, { solution: 'Driver renewed.', cause: 'A broken driver.' })
  const solved = await anna.expectMail(/Driver renewed\./)
  await agent.expectMail(/Solved, to be closed by the desk/)
  await agentWei.expectMail(/已解决，待服务台关闭/)

  const confirmation = await act(linkIn(solved), { act: 'confirm', score: 5, comment: 'Thank you' })
  expect(confirmation.status).toBe(200)
  expect(await agent.read(number)).toMatchObject({ state: 'resolved', satisfaction: { score: 5 } })

  const closed = await agent.does('close', number, { code: 'solved' })
  expect(closed).toMatchObject({ state: 'closed', closeCode: 'solved', allowedActs: [] })
  await anna.expectMail(/Closed/)
  const happened = (await agent.timeline(number)).filter(({ type }) => type !== 'notice-sent')
  expect(happened.map(({ type }) => type)).toEqual([
    'recorded',
    'escalated',
    'classified',
    'assigned',
    'accepted',
    'waiting-started',
    'commented',
    'resumed',
    'resolved',
    'confirmed',
    'closed',
  ])
})
