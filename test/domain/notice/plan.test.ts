import { expect, test } from 'vitest'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import { staffMessage } from '../../../shared/domain/notice/staff-message.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { AGENT, desk, ENGINEER, MONDAY_9, planningOf, REQUESTER, recorded, staff } from './desk-at-work.ts'
import { network } from './told.ts'

test('instants are shown in the zone of the ticket’s calendar, around the clock in that of the office [NOT-2]', () => {
  const zoneOf = (calendar: string, of = desk) => {
    const planning = planningOf(recorded, REQUESTER, { calendar: { id: calendar, version: 1 } }, of)
    return noticesFor(planning)[0]?.ticket.timeZone
  }
  const berlin = { ...chinaOfficeHours, id: 'berlin', timeZone: 'Europe/Berlin' }
  const calendars = new Map([...desk.calendars, ['berlin', { version: 1, value: berlin }]])
  expect(zoneOf('berlin', { ...desk, calendars })).toBe('Europe/Berlin')
  expect(zoneOf(aroundTheClock.id)).toBe('Asia/Shanghai')
  const always = new Map([[aroundTheClock.id, { version: 1, value: aroundTheClock }]])
  expect(zoneOf(aroundTheClock.id, { ...desk, calendars: always })).toBe('UTC')
})

test('what is resolved already promises nothing any more [SLA-1]', () => {
  const open = noticesFor(planningOf(recorded, REQUESTER))[0]?.ticket
  expect(open).toMatchObject({ respondBy: '2026-03-02T03:00:00.000Z', restoreBy: '2026-03-04T02:00:00.000Z' })
  const resolved = noticesFor(planningOf(recorded, REQUESTER, { state: 'resolved', resolvedAt: MONDAY_9 }))[0]?.ticket
  expect(resolved).toMatchObject({ respondBy: null, restoreBy: null, service: '邮件' })
  const answered = noticesFor(planningOf(recorded, REQUESTER, { respondedAt: MONDAY_9, service: null }))[0]?.ticket
  expect(answered).toMatchObject({ respondBy: null, restoreBy: '2026-03-04T02:00:00.000Z', service: null })
})

test('an event that names nobody has no words for the desk either [NOT-4]', () => {
  expect(staffMessage(staff.wang, planningOf({ type: 'accepted', by: ENGINEER }, ENGINEER))).toBeNull()
})

test('planning twice plans the very same notices, whatever has happened in between [NOT-4]', () => {
  const assigned = { type: 'assigned', ...network, told: ['wang', 'chen'] } as const
  const ids = (changes: Partial<Ticket>) => noticesFor(planningOf(assigned, AGENT, changes)).map(({ id }) => id)
  expect(ids({ state: 'closed', group: 'desk' })).toEqual(ids({}))
  expect(ids({})).toEqual(['INC-2026-000123.3.0.message.wang', 'INC-2026-000123.3.0.message.chen'])
})
