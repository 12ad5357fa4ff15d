import { beforeEach, describe, expect, test } from 'vitest'
import { executeOn } from '../../../shared/application/execute.ts'
import { linkAliasFor } from '../../../shared/application/links.ts'
import { noticeKey, noticeRecord } from '../../../shared/application/notice-record.ts'
import { linkToken } from '../../../shared/domain/link/link-token.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { plannedCall } from './notice-fixtures.ts'

const TICKETS = '/api/v1/tickets'
const PAGE = { accept: 'text/html,application/xhtml+xml' }
const FORM = 'application/x-www-form-urlencoded'
const REQUESTER = { name: 'Anna', email: 'anna@harbour.example' }

let desk: ApiDesk
let number: string
let link: string

/** As the notice that carries the link leaves it behind. */
const openLink = async (): Promise<string> => {
  const aliases = [await linkAliasFor(desk.deps, number, REQUESTER)]
  const notice = plannedCall(number)
  await executeOn(desk.deps, noticeRecord, noticeKey(`notice-${number}`), { type: 'plan', notice }, DESK, { aliases })
  return `/api/v1/links/${await linkToken(await desk.deps.secret(), number, REQUESTER.email)}`
}

const seen = async (as = 'grace') => (await desk.get(`${TICKETS}/${number}`, as)).body

const act = async (name: string, as: string, body: object = {}) =>
  desk.post(`${TICKETS}/${number}/${name}`, as, body, (await seen()).version)

const inDays = (days: number) => new Date(Date.parse(desk.deps.clock.now()) + days * 86_400_000).toISOString()

const propose = (days = 10) =>
  act('propose-time', 'xia', { restoreBy: inDays(days), reason: 'The drum is on its way.' })

const page = () => desk.send('GET', link, { headers: PAGE })

/** Sends the form of the page that says so, with what its hidden fields hold. */
const submit = async (name: 'agree' | 'object', typed: Record<string, string> = {}) => {
  const { text } = await page()
  const form = new RegExp(`<form[^>]*>\\s*<input type="hidden" name="act" value="${name}">.*?</form>`, 's').exec(
    text,
  )?.[0]
  const hidden = [...(form ?? '').matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const fields = { ...Object.fromEntries(hidden.map(([, field = '', value = '']) => [field, value])), ...typed }
  return desk.send('POST', link, {
    raw: { text: new URLSearchParams(fields).toString(), type: FORM },
    headers: PAGE,
  })
}

beforeEach(async () => {
  desk = await openApiDesk()
  number = (await desk.post(TICKETS, 'anna', { title: 'No printer', description: 'since 9' })).body.number
  link = await openLink()
  await act('assign', 'grace', { group: 'workplace', assignee: 'xia' })
  await act('accept', 'xia')
})

describe('a later time over the API', () => {
  test('is proposed by whoever works on it, seen by both sides, and answered by the requester [SLA-5] [API-1]', async () => {
    const restoreBy = inDays(10)
    expect((await propose()).status).toBe(200)
    const proposal = { round: 1, restoreBy, cause: 'person', by: '夏雨 Xia Yu', outcome: 'open', text: null }
    expect((await seen()).proposal).toMatchObject(proposal)
    expect(await seen('anna')).toMatchObject({ proposal, allowedActs: expect.arrayContaining(['answer-time']) })
    const due = (await seen()).sla.restore.dueAt
    const answered = await act('answer-time', 'anna', { proposal: 1, agreed: false, text: 'We open on Thursday.' })
    expect(answered.body.proposal).toMatchObject({ outcome: 'objected', text: 'We open on Thursday.' })
    expect((await seen()).sla.restore.dueAt).toBe(due)
    const { items } = (await desk.get(`${TICKETS}/${number}/timeline`, 'anna')).body
    expect(items.slice(0, 2)).toMatchObject([
      { type: 'time-answered', agreed: false, text: 'We open on Thursday.', until: restoreBy },
      { type: 'time-proposed', text: 'The drum is on its way.', until: restoreBy },
    ])
    const staff = (await desk.get(`${TICKETS}/${number}/timeline`, 'grace')).body.items
    expect(staff.find(({ type }: { type: string }) => type === 'time-proposed')).toMatchObject({
      reason: 'The drum is on its way.',
      visibility: 'public',
    })
  })

  test('is nobody else’s to propose or to answer [SLA-5] [ROL-2]', async () => {
    expect((await act('propose-time', 'anna', { restoreBy: inDays(10), reason: 'x' })).status).toBe(403)
    await propose()
    expect((await act('answer-time', 'xia', { proposal: 1, agreed: true })).status).toBe(403)
    expect((await act('answer-time', 'anna', { proposal: 2, agreed: true })).body.code).toBe('proposal-replaced')
  })
})

describe('the link of the mail', () => {
  test('shows the time and why, and acts by POST only [SLA-5] [CLO-2]', async () => {
    await propose()
    const before = await seen()
    const { text } = await page()
    expect(text).toContain('The drum is on its way.')
    expect(text).toContain('I agree')
    expect((await desk.send('GET', `${link}`, { headers: PAGE, query: { done: 'agree' } })).text).toContain(
      'for agreeing',
    )
    expect((await seen()).version).toBe(before.version)
  })

  test('agrees in one click without sign-in; a second click changes nothing [SLA-5]', async () => {
    await propose()
    const first = await submit('agree')
    expect([first.status, first.headers.get('location')]).toEqual([303, `${link}?done=agree`])
    const { version, proposal } = await seen()
    expect(proposal.outcome).toBe('agreed')
    const again = await desk.send('POST', link, { body: { act: 'agree', proposal: 1 } })
    expect(again).toMatchObject({ status: 200, body: { ticket: { version } } })
  })

  test('objects with words or without, and lets a mind be changed [SLA-5]', async () => {
    await propose()
    expect((await submit('object', { text: '' })).status).toBe(303)
    expect((await seen()).proposal).toMatchObject({ outcome: 'objected', text: null })
    expect((await page()).text).toContain('You have objected')
    await submit('agree')
    await submit('object', { text: 'No, by noon.' })
    expect((await seen()).proposal).toMatchObject({ outcome: 'objected', text: 'No, by noon.' })
  })

  test('of a mail that came before a newer proposal, or after the end, says so in words [SLA-5]', async () => {
    await propose()
    await propose(12)
    const answered = async (body: object) => desk.send('POST', link, { body, headers: { ...PAGE } })
    const replaced = await answered({ act: 'agree', proposal: 1 })
    expect(replaced.status).toBe(409)
    expect(replaced.text).toContain('Another time has been proposed')
    await act('resolve', 'xia', { solution: 'New drum' })
    expect((await answered({ act: 'agree', proposal: 2 })).status).toBe(409)
    expect((await page()).text).not.toContain('I agree')
    expect((await seen()).proposal.outcome).toBe('overtaken')
  })

  test('after the time has come without an answer shows that, and asks nothing [SLA-5]', async () => {
    await propose()
    desk.advance(11 * 24 * 60)
    await act('comment', 'grace', { text: 'still at it' })
    const { text } = await page()
    expect(text).toContain('has come without an answer')
    expect(text).not.toContain('I agree')
  })
})
