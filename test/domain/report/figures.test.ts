import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { BACKLOG_FIGURE_IDS, type BacklogRow } from '../../../shared/domain/report/backlog.ts'
import { isBehind } from '../../../shared/domain/report/behind.ts'
import { FIGURE_IDS, type FigureId } from '../../../shared/domain/report/figures.ts'
import type { ReportRow } from '../../../shared/domain/report/row.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { anna, asActor, inShanghai, recorded } from '../../support/ticket-fixtures.ts'
import { ticketIn } from '../ticket/tickets-in-every-state.ts'
import { aRow, FIRST_OF_APRIL, reportOf, resultIn, resultOf, rowFor } from './counted.ts'

const promise = (dueAt: string | null, endedAt: string | null) => ({ targetMinutes: 60, dueAt, endedAt })
const NOON = inShanghai('2026-03-10 12:00')
const LATER = inShanghai('2026-03-10 12:00').replace('.000Z', '.001Z')

describe('both rates [REP-1]', () => {
  const cases: readonly (readonly [what: string, promised: ReportRow['restore'], inTime: number])[] = [
    ['done at the due time', promise(NOON, NOON), 1],
    ['done a millisecond after', promise(NOON, LATER), 0],
    ['still running', promise('2026-05-01T00:00:00.000Z', null), 0],
    ['running past its due time', promise(NOON, null), 0],
    ['waiting for somebody', promise(null, null), 0],
    ['without a target', null, 0],
  ]

  test.each(cases)('%s', (_, promised, inTime) => {
    const rows = [aRow({ respond: promised, restore: promised })]
    expect(resultOf(rows, 'responded-in-time')).toEqual({ numerator: inTime, denominator: 1, value: inTime })
    expect(resultOf(rows, 'restored-in-time')).toEqual({ numerator: inTime, denominator: 1, value: inTime })
  })

  test('of no tickets there is no rate, which is not 0', () => {
    expect(resultOf([], 'restored-in-time')).toEqual({ numerator: 0, denominator: 0, value: null })
    expect(resultOf([], 'tickets').value).toBe(0)
  })

  test('have a goal of 90 %', () => {
    const { figures } = reportOf([])
    expect(figures.filter(({ goal }) => goal === 0.9).map(({ id }) => id)).toEqual([
      'responded-in-time',
      'restored-in-time',
    ])
  })

  test('in time, missed, running and without target are all there is', () => {
    const rows = cases.map(([, promised]) => aRow({ respond: promised, restore: promised }))
    const of = (id: FigureId) => resultOf(rows, id).numerator
    expect([
      of('restored-in-time'),
      of('restoration-missed'),
      of('restoration-running'),
      of('no-restoration-target'),
    ]).toEqual([1, 2, 2, 1])
    expect([of('responded-in-time'), of('response-missed'), of('response-running'), of('no-response-target')]).toEqual([
      1, 2, 2, 1,
    ])
  })
})

describe('a row', () => {
  test('of a ticket that still runs is judged when it is read, not when it was written [REP-2]', () => {
    const row = rowFor(ticketIn('accepted'))
    const dueAt = row.restore?.dueAt ?? ''
    expect(resultOf([row], 'restoration-running', dueAt).value).toBe(1)
    expect(resultOf([row], 'restoration-missed', FIRST_OF_APRIL).value).toBe(1)
  })

  test('holds how long the ticket waited, and goes on counting while it does [WAI-3]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded())
    desk.act('grace', { type: 'wait', code: 'vendor', reason: 'asked the vendor' })
    const since = desk.now()
    desk.moveTo(inShanghai('2026-03-02 10:30'))
    expect(resultOf([rowFor(desk.current())], 'waiting-time', desk.now())).toEqual({
      numerator: 5_400_000,
      denominator: 1,
      value: 5_400_000,
    })
    desk.act('grace', { type: 'resume' })
    expect(rowFor(desk.current())).toMatchObject({
      waitedMs: Date.parse(desk.now()) - Date.parse(since),
      waitingSince: null,
    })
  })

  test('names nobody but by id, and holds nothing somebody has written but the title and the rating [AUD-3]', () => {
    const row = JSON.stringify(rowFor(ticketIn('closed')))
    expect(row).not.toMatch(/Anna|anna@example|Since this morning|Replaced the cable/)
  })
})

describe('what is left out of everything else is counted apart [INT-11] [INT-13]', () => {
  test.each([
    ['returned', { state: 'returned' }],
    ['merged', { state: 'merged' }],
    ['cancelled', { state: 'cancelled' }],
    ['canaries', { channel: 'canary' }],
  ] as const)('%s', (id, more) => {
    const left = aRow({
      ...more,
      reassignments: 4,
      major: 'confirmed',
      satisfaction: { score: 1, comment: null },
      problem: 'PRB-1',
    })
    const report = reportOf([left])
    const counting = report.figures.filter(({ denominator }) => denominator > 0).map((each) => each.id)
    expect(counting).toEqual([id])
    expect(report.cuts.every(({ lines }) => lines.length === 0)).toBe(true)
  })
})

describe('escalations, overruns, ratings', () => {
  test('escalations are counted by trigger, and lead to the tickets [ESC-8]', () => {
    const row = aRow({ escalations: { matrix: 3, manual: 1 } })
    expect(resultOf([row, aRow({ escalations: {} })], 'escalations-matrix')).toEqual({
      numerator: 3,
      denominator: 1,
      value: 3,
    })
    expect(resultOf([row, aRow({ escalations: {} })], 'escalations-manual').value).toBe(1)
    expect(resultOf([row], 'escalations-missed-target').value).toBe(0)
  })

  test('agreed overruns are told from silent ones [SLA-5]', () => {
    const late = { restore: promise(NOON, LATER) }
    const rows = [
      aRow({ ...late, overrunAgreed: true }),
      aRow({ ...late, overrunAgreed: false }),
      aRow({ ...late, overrunAgreed: null }),
      aRow({ restore: promise(NOON, NOON), overrunAgreed: true }),
    ]
    expect(resultOf(rows, 'overruns-agreed').value).toBe(1)
    expect(resultOf(rows, 'overruns-silent').value).toBe(2)
  })

  test('an agreement covers an overrun until the time agreed to, and no longer [SLA-5]', () => {
    const agreedTo = (agreedUntil: string | null) => ({ overrunAgreed: true, agreedUntil })
    const solved = (endedAt: string | null) => ({ restore: promise(NOON, endedAt) })
    const rows = [
      aRow({ ...solved(LATER), ...agreedTo(LATER) }),
      aRow({ ...solved(LATER), ...agreedTo(NOON) }),
      aRow({ ...solved(null), ...agreedTo(plus(FIRST_OF_APRIL, 1)) }),
      aRow({ ...solved(null), ...agreedTo(LATER) }),
    ]
    expect(resultOf(rows, 'overruns-agreed').value).toBe(2)
    expect(resultOf(rows, 'overruns-silent').value).toBe(2)
  })

  test('whether the requester agreed comes from the ticket; null where nobody asked [SLA-5]', () => {
    const desk = deskAtWork({ ticket: ticketIn('accepted'), at: ticketIn('accepted').updatedAt })
    const agreement = () => {
      const { overrunAgreed, agreedUntil } = rowFor(desk.current())
      return { overrunAgreed, agreedUntil }
    }
    expect(agreement()).toEqual({ overrunAgreed: null, agreedUntil: null })
    const restoreBy = plus(desk.now(), 30 * 86_400_000)
    desk.act('noor', { type: 'propose-time', restoreBy, reason: 'the part is late' })
    expect(agreement()).toEqual({ overrunAgreed: false, agreedUntil: null })
    desk.act(asActor(anna), { type: 'answer-time', proposal: 1, agreed: true })
    expect(agreement()).toEqual({ overrunAgreed: true, agreedUntil: restoreBy })
  })

  test('what was taken over counts, but nobody could have asked for its rating [API-3] [CLO-6]', () => {
    const rows = [
      aRow({ satisfaction: { score: 4, comment: null } }),
      aRow({ satisfaction: { notObtained: 'no-answer' }, imported: true }),
    ]
    expect(resultOf(rows, 'tickets').value).toBe(2)
    expect(resultOf(rows, 'satisfaction-coverage')).toMatchObject({ numerator: 1, denominator: 1 })
  })

  test('satisfaction is the mean of what was rated, coverage the share of closed ones [CLO-6]', () => {
    const rows = [
      aRow({ satisfaction: { score: 5, comment: null } }),
      aRow({ satisfaction: { score: 2, comment: 'slow' }, ratingReview: 'open' }),
      aRow({ satisfaction: { notObtained: 'no-answer' } }),
      aRow({ state: 'resolved', satisfaction: null }),
    ]
    expect(resultOf(rows, 'satisfaction')).toEqual({ numerator: 7, denominator: 2, value: 3.5 })
    expect(resultOf(rows, 'satisfaction-coverage')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(resultOf(rows, 'bad-rating-reviews-open').value).toBe(1)
    expect(reportOf(rows).badRatings.map(({ satisfaction }) => satisfaction)).toEqual([{ score: 2, comment: 'slow' }])
  })
})

describe('the backlog', () => {
  const open = (more: Partial<BacklogRow>): BacklogRow => ({ ...aRow({ state: 'accepted' }), dueAt: null, ...more })

  test('is what is open of this month and earlier ones, by its age [REP-2]', () => {
    const rows = [
      open({ recordedAt: inShanghai('2026-03-31 12:00'), dueAt: NOON }),
      open({ recordedAt: inShanghai('2026-03-31 09:00') }),
      open({ recordedAt: inShanghai('2026-03-10 09:00') }),
      open({ recordedAt: inShanghai('2025-11-10 09:00'), dueAt: '2027-01-01T00:00:00.000Z' }),
      open({ recordedAt: inShanghai('2026-04-01 00:00') }),
      open({ recordedAt: inShanghai('2026-03-10 09:00'), channel: 'canary' }),
    ]
    const report = reportOf([], { open: rows })
    expect(BACKLOG_FIGURE_IDS.map((id) => resultIn(report, id).value)).toEqual([4, 1, 1, 1, 1, 1])
  })
})

describe('comparison [REP-2]', () => {
  test('missing history is shown as such and never as 0', () => {
    const report = reportOf([aRow()])
    expect(report.history).toEqual({ lastMonth: false, lastYear: false })
    expect(report.figures.every(({ lastMonth, lastYear }) => lastMonth === null && lastYear === null)).toBe(true)
    expect(report.cuts[0]?.lines[0]?.figures.tickets).toMatchObject({ lastMonth: null, lastYear: null })
  })

  test('stands beside each figure and each line of a cut', () => {
    const lastMonth = reportOf([aRow({ group: 'network' }), aRow({ group: 'network' })])
    const report = reportOf([aRow({ group: 'network' }), aRow({ group: 'platform' })], {
      past: { lastMonth, lastYear: null },
    })
    expect(resultIn(report, 'tickets')).toMatchObject({ value: 2, lastMonth: 2, lastYear: null })
    const lines = report.cuts.find(({ by }) => by === 'group')?.lines
    expect(lines?.map(({ of, figures }) => [of, figures.tickets.lastMonth])).toEqual([
      ['network', 2],
      ['platform', 0],
    ])
    expect(lines?.[1]?.figures['restored-in-time'].lastMonth).toBeNull()
  })
})

describe('cuts', () => {
  test('show volumes and both rates, the most tickets first, what is under nothing too [REP-2]', () => {
    const report = reportOf([aRow({ service: null }), aRow({ service: 'mail' }), aRow({ service: 'mail' })])
    const lines = report.cuts.find(({ by }) => by === 'service')?.lines
    expect(lines?.map(({ of, figures }) => [of, figures.tickets.numerator])).toEqual([
      ['mail', 2],
      [null, 1],
    ])
  })

  test('three incidents of one fault recur, two do not, requests never [PRB-1]', () => {
    const fault = (item: string, kind: ReportRow['kind'] = 'incident') => aRow({ kind, category: 'printing', item })
    const rows = [
      ...['p1', 'p1', 'p1', 'p2', 'p2'].map((item) => fault(item)),
      ...['p3', 'p3', 'p3'].map((item) => fault(item, 'service-request')),
    ]
    const faults = reportOf(rows).cuts.find(({ by }) => by === 'fault')?.lines
    expect(faults?.map(({ of }) => of)).toEqual(['printing/p1'])
  })
})

test('the tickets behind a figure are as many as it says, in each part and line of a cut [REP-1]', () => {
  const rows = [
    aRow({ restore: promise(NOON, NOON), group: 'network' }),
    aRow({ restore: promise(NOON, LATER), group: 'network' }),
    aRow({ restore: null, group: 'platform' }),
    aRow({ state: 'returned' }),
  ]
  const behind = (part: 'all' | 'numerator' | 'rest', of?: string) =>
    rows.filter((row) =>
      isBehind(
        row,
        { id: 'restored-in-time', part, cut: of === undefined ? null : { by: 'group', of } },
        FIRST_OF_APRIL,
      ),
    ).length
  expect([behind('all'), behind('numerator'), behind('rest')]).toEqual([3, 1, 2])
  expect([behind('all', 'network'), behind('rest', 'platform')]).toEqual([2, 1])
})

test('while the month lasts the report is provisional [REP-3]', () => {
  expect(reportOf([], { asOf: NOON }).provisional).toBe(true)
  expect(reportOf([]).provisional).toBe(false)
})

test('every figure has a name of its own', () => {
  expect(new Set([...FIGURE_IDS, ...BACKLOG_FIGURE_IDS]).size).toBe(FIGURE_IDS.length + BACKLOG_FIGURE_IDS.length)
})
