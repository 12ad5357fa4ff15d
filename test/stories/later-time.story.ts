import { expect, test } from 'vitest'
import type { Part } from '../support/desk.ts'
import { linkIn } from '../support/letterbox.ts'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

/** A ticket that leo works on. */
const inWork = async (part: Part) => {
  const [requester, agent, lead] = [await desk.as(part), await desk.as('agent'), await desk.as('lead')]
  const title = 'Nothing prints'
  const { number } = await requester.open({ title, description: title, service: 'workplace' })
  await agent.does('assign', number, { group: 'workplace', assignee: 'leo' })
  await lead.does('accept', number)
  const { sla } = await lead.read(number)
  return { number, requester, agent, lead, dueAt: sla.restore?.dueAt ?? '' }
}

const post = (link: string, body: object) =>
  fetch(link, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('before the target is missed those concerned are warned, and the requester is asked and objects by the link [SLA-5] [NOT-2] [NOT-4]', async () => {
  const { number, requester, lead, agent, dueAt } = await inWork('requester')
  // recorded on Monday at 09:00, so the warning comes on Tuesday at 15:48
  await desk.fastForward({ hours: 24 + 6, minutes: 47 })
  await desk.letterbox.forget()
  await desk.fastForward({ minutes: 2 })
  await lead.expectMail(/The requester has been asked to agree/)
  await (await desk.as('incident manager')).expectMail(/Warning: solution/)
  const asked = await requester.expectMail(/do you agree\?/)
  await desk.letterbox.expectNothingElse()
  expect(asked.text).toMatch(/Somebody is working on it.*50 % of the promised time/)

  const link = linkIn(asked)
  for (const accept of ['text/html', 'application/json']) await fetch(link, { headers: { accept } })
  expect((await agent.read(number)).proposal).toMatchObject({ outcome: 'open', by: null })
  for (const _ of ['once', 'twice'])
    expect((await post(link, { act: 'object', proposal: 1, text: 'We open at eight.' })).status).toBe(200)
  await lead.expectMail(/We open at eight\./)
  await (await desk.as('incident manager')).expectMail(/objects/)
  await desk.letterbox.expectNothingElse()
  expect(await agent.read(number)).toMatchObject({
    proposal: { outcome: 'objected', text: 'We open at eight.' },
    sla: { restore: { dueAt } },
  })

  const better = new Date(Date.parse(dueAt) + 3_600_000).toISOString()
  await lead.does('propose-time', number, { restoreBy: better, reason: 'A colleague helps out.' })
  const again = await requester.expectMail(/A colleague helps out\./)
  expect((await post(linkIn(again), { act: 'agree', proposal: 1 })).status).toBe(409)
  expect((await post(linkIn(again), { act: 'agree', proposal: 2 })).status).toBe(200)
  expect(await agent.read(number)).toMatchObject({ proposal: { round: 2, outcome: 'agreed', restoreBy: better } })
  await agent.does('cancel', number, { reason: 'The story is over.' })
  await desk.letterbox.forget()
})

test('silence is noted when the time proposed has come [SLA-5] [NOT-2]', async () => {
  const { number, requester, agent } = await inWork('chinese requester')
  await desk.fastForward({ days: 2, hours: 12 })
  const asked = await requester.expectMail(/您是否同意/)
  await desk.fastForward({ days: 4 })
  expect(await agent.read(number)).toMatchObject({ proposal: { outcome: 'unanswered' } })
  const types = (await agent.timeline(number)).map(({ type }) => type)
  expect(types.filter((type) => type.startsWith('time-'))).toEqual(['time-proposed', 'time-unanswered'])
  expect((await post(linkIn(asked), { act: 'agree', proposal: 1 })).status).toBe(409)
  await agent.does('cancel', number, { reason: 'The story is over.' })
  await desk.letterbox.forget()
})
