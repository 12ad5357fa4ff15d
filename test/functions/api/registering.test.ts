import { expect, test } from 'vitest'
import { openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

const body = {
  title: 'The whole network was down',
  description: 'At night.',
  category: 'network',
  impact: 'extensive',
  urgency: 'critical',
  afterTheFact: {
    reason: 'The desk itself was down.',
    occurredAt: '2026-03-01T02:00:00+08:00',
    reportedAt: '2026-03-01T02:10:00+08:00',
    assignedAt: '2026-03-01T02:12:00+08:00',
    respondedAt: '2026-03-01T02:14:00+08:00',
    restoredAt: '2026-03-01T05:00:00+08:00',
    group: 'network',
    solution: 'New switch',
  },
}

test('the desk writes a major incident down; a second person finds it on a list and confirms it [INT-12] [API-1]', async () => {
  const desk = await openApiDesk()
  const { status, body: ticket, text } = await desk.post(TICKETS, 'grace', body)
  expect(status, text).toBe(201)
  expect(ticket).toMatchObject({
    state: 'resolved',
    recordedAt: '2026-02-28T18:10:00.000Z',
    afterTheFact: { confirmed: null },
    sla: { respond: { missedAt: null }, restore: { metAt: '2026-02-28T21:00:00.000Z' } },
  })
  const listed = async () =>
    (await desk.get(TICKETS, 'wei', { view: 'registrations' })).body.items.map((row: { number: string }) => row.number)
  expect(await listed()).toEqual([ticket.number])
  const confirm = (as: string, version: number) =>
    desk.post(`${TICKETS}/${ticket.number}/confirm-registration`, as, { confirmed: true }, version)
  expect((await confirm('grace', ticket.version)).body.code).toBe('own-registration')
  expect((await confirm('wei', ticket.version)).body.afterTheFact.confirmed).toMatchObject({ by: expect.any(String) })
  expect(await listed()).toEqual([])
})

test('nobody else writes one, and impossible times are refused in words [INT-12] [ROL-2]', async () => {
  const desk = await openApiDesk()
  const { title, description, afterTheFact } = body
  expect((await desk.post(TICKETS, 'anna', { title, description, afterTheFact })).status).toBe(403)
  const restoredAt = '2026-03-01T02:11:00+08:00'
  const early = await desk.post(TICKETS, 'grace', { ...body, afterTheFact: { ...afterTheFact, restoredAt } })
  expect(early).toMatchObject({ status: 422, body: { code: 'times-out-of-order' } })
})
