import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeUsedOf, timeUsedUntil } from '../../portal/format/pressing.ts'
import { refreshed } from '../../portal/queue/refreshed.ts'
import { byWorkOrder } from '../../portal/queue/work-order.ts'
import { ticketNumberFrom } from '../../portal/shell/ticket-number.ts'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'

const row = (number: number, changed: Partial<TicketRow> = {}): TicketRow => ({
  number: `INC-2026-${String(number).padStart(6, '0')}`,
  kind: 'incident',
  class: 'fault',
  title: 'Something is broken',
  state: 'recorded',
  priority: 3,
  impact: 'minor',
  urgency: 'medium',
  category: 'unclassified',
  group: 'desk',
  assignee: null,
  requester: { name: 'Anna Berg', vip: false },
  channel: 'portal',
  service: null,
  item: null,
  flags: { major: false, security: false },
  recordedAt: '2026-03-02T01:00:00.000Z',
  updatedAt: '2026-03-02T01:00:00.000Z',
  resolvedAt: null,
  dueAt: '2026-03-02T01:30:00.000Z',
  waitingFor: null,
  version: 1,
  ...changed,
})

const DUES = [null, '2026-03-02T01:30:00.000Z', '2026-03-03T01:30:00.000Z'] as const
const PRIORITIES = [1, 2, 3, 4] as const

/** A version of a ticket always looks the same. */
const versionOf = (number: number, version: number): TicketRow =>
  row(number, {
    version,
    priority: PRIORITIES[(number * 7 + version) % 4] ?? 1,
    requester: { name: 'Anna Berg', vip: (number + version) % 5 === 0 },
    dueAt: DUES[(number + version * 2) % 3] ?? null,
  })

const lists = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 })), {
    selector: ([number]) => number,
    maxLength: 40,
  })
  .map((given) => given.map(([number, version]) => versionOf(number, version)).toSorted(byWorkOrder))

describe('a list that keeps itself up to date', () => {
  test('shows what a list read afresh would show, as far as it was read again [PRI-8]', () => {
    fc.assert(
      fc.property(lists, lists, fc.integer({ min: 1, max: 40 }), (shown, now, pageRows) => {
        const page = now.slice(0, pageRows)
        const isWhole = page.length === now.length
        const { rows: next, arrived } = refreshed(shown, page, isWhole)
        expect(next.slice(0, page.length)).toEqual(page)
        expect(next.toSorted(byWorkOrder)).toEqual(next)
        expect(new Set(next.map(({ number }) => number)).size).toBe(next.length)
        if (isWhole) expect(next).toEqual(now)
        expect(arrived.every((number) => !shown.some((one) => one.number === number))).toBe(true)
      }),
    )
  })

  test('rows that did not change are not drawn again', () => {
    const before = [row(1), row(2)]
    const { rows: next } = refreshed(before, [row(1), row(2, { version: 2 })], true)
    expect(next[0]).toBe(before[0])
    expect(next[1]).not.toBe(before[1])
  })
})

describe('time left', () => {
  const start = '2026-03-02T01:00:00.000Z'
  const due = '2026-03-02T02:00:00.000Z'
  const at = (minute: number) => timeUsedUntil(start, due, Date.parse(start) + minute * 60_000, 0.8)

  test('is calm, then soon from the warning on, then late', () => {
    expect([0, 47, 48, 60, 61].map((minute) => at(minute).pressing)).toEqual(['ok', 'ok', 'soon', 'soon', 'late'])
    expect(at(90)).toMatchObject({ usedShare: 1, leftMinutes: -30 })
  })

  test('stands still while the clock does', () => {
    expect(timeUsedOf({ target: 120, remainingMinutes: 30, paused: true }, 0.8)).toEqual({
      usedShare: 0.75,
      leftMinutes: 30,
      pressing: 'paused',
    })
  })
})

test.each([
  ['INC-2026-000123', 'INC-2026-000123'],
  [' req-2025-7 ', 'REQ-2025-000007'],
  ['123', 'INC-2026-000123'],
  ['req 45', 'REQ-2026-000045'],
  ['printer', null],
  ['', null],
])('“%s” leads to %s', (typed, number) => {
  expect(ticketNumberFrom(typed, new Date('2026-06-01'))).toBe(number)
})
