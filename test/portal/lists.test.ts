import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeUsedOfRow } from '../../portal/format/pressing.ts'
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
  clock: { target: 30, remainingMinutes: 30, paused: false },
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
  const used = (changed: Partial<TicketRow>, now = '2026-03-02T01:00:00.000Z') =>
    timeUsedOfRow(row(1, changed), Date.parse(now), 0.8)
  const left = (remainingMinutes: number, paused = false) => used({ clock: { target: 60, remainingMinutes, paused } })

  test('is calm, then soon from the warning on, then late, by the share of its own time [SLA-4]', () => {
    expect([60, 13, 12, 0, -1].map((minutes) => left(minutes).pressing)).toEqual(['ok', 'ok', 'soon', 'soon', 'late'])
    expect(left(-30)).toMatchObject({ usedShare: 1, leftMinutes: -30 })
  })

  test('stands still while the clock does [WAI-3]', () => {
    expect(left(15, true)).toEqual({ usedShare: 0.75, leftMinutes: 15, pressing: 'paused' })
  })

  test('a row from before clocks were noted goes by the wall clock', () => {
    const older = (now: string) => used({ clock: null }, now)
    expect(older('2026-03-02T01:15:00.000Z')).toEqual({ usedShare: 0.5, leftMinutes: 15, pressing: 'ok' })
    expect(older('2026-03-02T01:24:00.000Z').pressing).toBe('soon')
    expect(older('2026-03-02T01:31:00.000Z').pressing).toBe('late')
    expect(used({ clock: null, dueAt: null, state: 'waiting' }).pressing).toBe('paused')
    expect(used({ clock: null, dueAt: null }).pressing).toBe('none')
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
