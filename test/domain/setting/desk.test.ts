import { expect, test } from 'vitest'
import { zoneOf } from '../../../shared/domain/setting/desk.ts'
import { deskWithPolicy, smallDesk } from '../../support/ticket-fixtures.ts'

test('the desk’s days begin where its default calendar is, and in UTC when that is gone [SLA-3]', () => {
  const { intake } = smallDesk.policy.value
  expect(zoneOf(smallDesk)).toBe('Asia/Shanghai')
  expect(zoneOf(deskWithPolicy({ intake: { ...intake, defaultCalendar: 'berlin' } }))).toBe('Europe/Berlin')
  expect(zoneOf({ ...smallDesk, calendars: new Map() })).toBe('UTC')
})
