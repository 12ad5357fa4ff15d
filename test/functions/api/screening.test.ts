import { beforeEach, expect, test } from 'vitest'
import { executeOn } from '../../../shared/application/execute.ts'
import { linkAliasFor } from '../../../shared/application/links.ts'
import { noticeKey, noticeRecord } from '../../../shared/application/notice-record.ts'
import { linkToken } from '../../../shared/domain/link/link-token.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { plannedCall } from './notice-fixtures.ts'

const TICKETS = '/api/v1/tickets'
const PAGE = { accept: 'text/html' }
const REQUESTER = { name: 'Anna', email: 'anna@harbour.example' }

let desk: ApiDesk
let number: string

const openLink = async (): Promise<string> => {
  const aliases = [await linkAliasFor(desk.deps, number, REQUESTER)]
  const notice = plannedCall(number)
  await executeOn(desk.deps, noticeRecord, noticeKey(`notice-${number}`), { type: 'plan', notice }, DESK, { aliases })
  return `/api/v1/links/${await linkToken(await desk.deps.secret(), number, REQUESTER.email)}`
}

const seen = async (as = 'grace') => (await desk.get(`${TICKETS}/${number}`, as)).body
const act = async (name: string, as: string, body: object = {}) =>
  desk.post(`${TICKETS}/${number}/${name}`, as, body, (await seen()).version)
const toDecide = async (as = 'paula') =>
  (await desk.get(TICKETS, as, { view: 'insisted' })).body.items.map((row: { number: string }) => row.number)

beforeEach(async () => {
  desk = await openApiDesk()
  number = (await desk.post(TICKETS, 'anna', { title: 'Water the plants', description: 'please' })).body.number
})

test('redirected with a reason; the requester sees it, insists by the link, and the project manager serves it [INT-11] [ROL-3]', async () => {
  const link = await openLink()
  expect((await act('return', 'grace', { as: 'new-requirement', reason: 'Ask the housekeeping.' })).status).toBe(200)
  expect(await seen('anna')).toMatchObject({
    state: 'returned',
    screening: { outcome: 'new-requirement', reason: 'Ask the housekeeping.' },
    insistence: null,
    allowedActs: ['insist'],
  })
  const page = await desk.send('GET', link, { headers: PAGE })
  expect(page.text).toContain('This is a new requirement')
  expect(page.text).toContain('I need it all the same')
  expect(await toDecide()).toEqual([])
  for (const _ of ['once', 'twice'])
    expect((await desk.send('POST', link, { body: { act: 'insist', text: 'They wither.' } })).status).toBe(200)
  expect(await toDecide()).toEqual([number])
  expect((await desk.send('GET', link, { headers: PAGE })).text).toContain('The project manager decides')
  expect(await seen('paula')).toMatchObject({
    insistence: { text: 'They wither.', decision: null },
    allowedActs: expect.arrayContaining(['decide-service']),
  })
  expect((await act('decide-service', 'grace', { serve: true, reason: 'x' })).status).toBe(403)
  expect((await act('decide-service', 'paula', { serve: true, reason: 'It is in the contract.' })).status).toBe(200)
  expect(await seen()).toMatchObject({ state: 'recorded', group: 'desk', screening: { outcome: 'accepted' } })
  expect(await toDecide()).toEqual([])
  const types = (await desk.get(`${TICKETS}/${number}/timeline`, 'anna')).body.items.map(
    ({ type }: { type: string }) => type,
  )
  expect(types).toEqual(['service-decided', 'insisted', 'returned', 'recorded'])
})

test('declined: the requester reads why, and insisting again is refused in words [INT-11]', async () => {
  const link = await openLink()
  await act('return', 'grace', { reason: 'Not ours.' })
  await act('insist', 'anna', {})
  await act('decide-service', 'paula', { serve: false, reason: 'Not in the contract.' })
  expect(await seen('anna')).toMatchObject({
    state: 'returned',
    insistence: { decision: { serve: false, reason: 'Not in the contract.' } },
    allowedActs: [],
  })
  expect((await desk.send('GET', link, { headers: PAGE })).text).toContain('has decided not to serve it')
  const again = await desk.send('POST', link, { body: { act: 'insist' }, headers: PAGE })
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('has decided on it already')])
})

test('accepted as in scope by the desk alone, once [INT-11] [ROL-2]', async () => {
  expect((await act('screen', 'xia')).status).toBe(403)
  expect((await act('screen', 'grace')).body.screening).toMatchObject({ outcome: 'accepted' })
  expect((await act('screen', 'grace')).status).toBe(409)
})
