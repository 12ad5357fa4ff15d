import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openLink } from '../../shared/application/links.ts'
import { linkAlias } from '../../shared/domain/link/link-token.ts'
import { agent, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

const DAY_MINUTES = 24 * 60

const tokensIn = (): readonly string[] => desk.mails.flatMap(({ text }) => /\/links\/([a-z2-7]+)/.exec(text)?.[1] ?? [])

test('a link lets the requester into that one ticket, also when a mail program writes it in capitals [INT-10, CLO-2]', async () => {
  const number = await desk.opened()
  await desk.settle()
  const [token = ''] = tokensIn()
  const opened = { number, actor: { kind: 'link', name: '张伟', email: 'zhang@example.com', ticket: number } }
  expect(await openLink(desk.deps, token)).toEqual(opened)
  expect(await openLink(desk.deps, token.toUpperCase())).toEqual(opened)
})

test('every further notice carries the same link and keeps it alive [INT-10]', async () => {
  const number = await desk.opened()
  await desk.settle()
  desk.waitMinutes(29 * DAY_MINUTES)
  await desk.act(number, { type: 'comment', text: '请稍候', visibility: 'public' }, agent)
  await desk.settle()
  const [first = '', second] = tokensIn()
  expect(second).toBe(first)
  desk.waitMinutes(29 * DAY_MINUTES)
  expect((await openLink(desk.deps, first)).number).toBe(number)
})

test('an expired link says so, and what to do [INT-10]', async () => {
  await desk.opened()
  await desk.settle()
  const [token = ''] = tokensIn()
  desk.waitMinutes(30 * DAY_MINUTES)
  await expect(openLink(desk.deps, token)).rejects.toMatchObject({
    problem: 'not-found',
    code: 'link-expired',
    message: expect.stringContaining('Reply to the mail'),
  })
})

test('a guessed or torn link leads nowhere, and opening one changes nothing [INT-10, CLO-2]', async () => {
  await desk.opened()
  await desk.settle()
  const [token = ''] = tokensIn()
  for (const wrong of ['a'.repeat(52), token.slice(0, 20), `${token}a`, '']) {
    await expect(openLink(desk.deps, wrong)).rejects.toMatchObject({ problem: 'not-found', code: 'link-unknown' })
  }
  const written = desk.stream.length
  await openLink(desk.deps, token)
  expect(desk.stream).toHaveLength(written)
})

test('people of the desk get no such link: they sign in [ROL-2]', async () => {
  const number = await desk.opened({ acknowledge: false })
  await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
  await desk.settle()
  expect(desk.mails).toHaveLength(1)
  expect(tokensIn()).toEqual([])
})

test('the token itself is nowhere in the table [INT-10]', async () => {
  await desk.opened()
  await desk.settle()
  const [token = ''] = tokensIn()
  expect(JSON.stringify(desk.stream)).not.toContain(token)
  expect((await desk.deps.store.alias(await linkAlias(token)))?.data).not.toContain(token)
})
