import { expect, test } from 'vitest'
import type { Part } from '../support/desk.ts'
import { linkIn, numberIn } from '../support/letterbox.ts'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

/** A ticket of this requester, solved; all mails about it so far are read. */
const solvedFor = async (part: Part, title: string) => {
  const [requester, agent] = [await desk.as(part), await desk.as('agent')]
  const { number } = await requester.open({ title, description: title, service: 'workplace' })
  await agent.does('accept', number)
  await agent.does('resolve', number, { solution: 'Restarted.', cause: 'Out of memory.' })
  const asked = await requester.expectMail(/confirm|确认/)
  await desk.letterbox.forget()
  return { number, requester, agent, asked }
}

const post = (link: string, body: object) =>
  fetch(link, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('no answer: one reminder after 4 working hours, closed by the system after more than 8 [CLO-3] [CLO-4] [CLO-6] [NOT-2] [NOT-4]', async () => {
  const english = await solvedFor('requester', 'Nothing prints')
  const chinese = await solvedFor('chinese requester', '无法打印')

  await desk.fastForward({ hours: 5, minutes: 29 })
  await desk.letterbox.expectNothingElse()
  await desk.fastForward({ minutes: 2 })
  await english.requester.expectMail(/confirm/i)
  await chinese.requester.expectMail(/确认/)

  await desk.fastForward({ hours: 18 })
  expect(await english.agent.read(english.number)).toMatchObject({ state: 'resolved' })
  await desk.letterbox.expectNothingElse()

  await desk.fastForward({ hours: 1 })
  for (const { agent, number } of [english, chinese])
    expect(await agent.read(number)).toMatchObject({
      state: 'closed',
      closeCode: 'not-confirmed',
      satisfaction: { notObtained: 'no-answer' },
    })
  await english.requester.expectMail(/Closed/)
  await chinese.requester.expectMail(/已关闭/)

  await desk.fastForward({ days: 7 })
  await desk.letterbox.expectNothingElse()
})

test('rejected by the link of the mail: back to work, and the same link twice is one act [CLO-2] [INT-10]', async () => {
  const { number, agent, asked } = await solvedFor('requester', 'Still nothing prints')
  const rejection = { act: 'reject', reason: 'It is as broken as before.' }
  for (const attempt of [1, 2]) expect([attempt, (await post(linkIn(asked), rejection)).status]).toEqual([attempt, 200])
  expect(await agent.read(number)).toMatchObject({ state: 'accepted' })
  const rejections = (await agent.timeline(number)).filter(({ type }) => type === 'rejected')
  expect(rejections).toHaveLength(1)
  await agent.expectMail(/as broken as before/)
  await agent.does('cancel', number, { reason: 'The story is over.' })
  await desk.letterbox.forget()
})

test('looking at the link never acts, whoever looks [CLO-2] [INT-6]', async () => {
  const { number, agent, asked } = await solvedFor('requester', 'Scanned by a mail gateway')
  for (const accept of ['text/html', 'application/json', '*/*'])
    expect((await fetch(linkIn(asked), { headers: { accept } })).status).toBe(200)
  expect(await agent.read(number)).toMatchObject({ state: 'resolved', confirmedAt: null })
  await agent.does('reject', number, { reason: 'Over.' })
  await agent.does('cancel', number, { reason: 'The story is over.' })
  await desk.letterbox.forget()
})

test('a bad rating opens a review for the desk manager; an answer to the closed ticket opens a linked one [CLO-6] [CLO-7] [INT-7]', async () => {
  const { number, agent, requester, asked } = await solvedFor('requester', 'Slow again')
  const manager = await desk.as('desk manager')
  await post(linkIn(asked), { act: 'confirm', score: 1, comment: 'Took a week.' })
  await manager.expectMail(/Took a week/)
  await agent.does('close', number, { code: 'solved' })
  expect(await manager.read(number)).toMatchObject({ state: 'closed', ratingReview: 'open' })
  const closed = await requester.expectMail(/Closed/)

  await desk.mail({
    from: 'anna@harbour.example',
    subject: `Re: ${closed.subject}`,
    text: 'It is back.',
    answers: closed,
  })
  const acknowledged = await requester.expectMail(/recorded/)
  expect(numberIn(acknowledged)).not.toBe(number)
  expect(await agent.read(numberIn(acknowledged))).toMatchObject({ relatedTo: number, description: 'It is back.' })
  expect(await agent.isRefused('reject', number, { reason: 'x' })).toMatchObject({ status: 409, code: 'ticket-closed' })
  await agent.does('cancel', numberIn(acknowledged), { reason: 'The story is over.' })
  await desk.letterbox.forget()
})
