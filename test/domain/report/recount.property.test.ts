import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backlogPages } from '../../../shared/application/open-rows.ts'
import { type TicketSummary, ticketRecord } from '../../../shared/application/ticket-record.ts'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import { BACKLOG_FIGURE_IDS, type BacklogRow } from '../../../shared/domain/report/backlog.ts'
import { countRows, mergeCounts, NOTHING_COUNTED } from '../../../shared/domain/report/count.ts'
import { FIGURE_IDS } from '../../../shared/domain/report/figures.ts'
import { type ReportRow, rowOf } from '../../../shared/domain/report/row.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { isOpenState } from '../../../shared/domain/ticket/moves.ts'
import { arbitraryLives, type Lived } from './arbitrary-lives.ts'
import { FIRST_OF_APRIL, reportOf } from './counted.ts'
import type { Life } from './naive-life.ts'
import { recount } from './recount.ts'

const rowFrom = ({ desk }: Lived): ReportRow => rowOf(desk.current(), judgedBy(desk.current(), desk.context()))

/** What the list of open tickets shows of them. */
const openFrom = async (lives: readonly Lived[]): Promise<readonly BacklogRow[]> => {
  const items = lives.flatMap(({ desk }) => {
    const { number, state } = desk.current()
    const summary = ticketRecord.shelve(desk.current(), desk.context()).summary as TicketSummary
    return isOpenState(state) ? [{ key: { kind: 'ticket' as const, id: number }, version: 1, summary }] : []
  })
  const store = { list: async () => ({ items: items as never, cursor: null }) }
  const rows: BacklogRow[] = []
  for await (const page of backlogPages({ store }, '2100-01-01T00:00:00.000Z')) rows.push(...page)
  return rows
}

const lifeOf = ({ desk, setUp }: Lived): Life => ({
  log: desk.log,
  policy: setUp.policy.value,
  calendars: new Map([...setUp.calendars].map(([id, { value }]) => [id, value])),
})

const counted = async (lives: readonly Lived[], asOf: Instant) => {
  const { figures } = reportOf(lives.map(rowFrom), { asOf, open: await openFrom(lives) })
  return Object.fromEntries(figures.map(({ id, value }) => [id, value]))
}

const asOfAfter = (lives: readonly Lived[], days: number): Instant =>
  plus(
    lives
      .map(({ desk }) => desk.now())
      .toSorted()
      .at(-1) ?? FIRST_OF_APRIL,
    days * 86_400_000,
  )

const moment = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 }))

test('every figure equals a recount of the tickets from their histories, minute by minute [REP-4] [REP-1] [REP-2] [SLA-5] [INT-12]', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLives, moment, async (lives, days) => {
      const asOf = asOfAfter(lives, days)
      expect(await counted(lives, asOf)).toEqual(recount(lives.map(lifeOf), asOf))
    }),
    { numRuns: 80 },
  )
})

test('the recount leaves no figure out, and each is something in some of the lives [REP-4]', () => {
  const met = new Set<string>()
  for (const [lives, days] of fc.sample(fc.tuple(arbitraryLives, moment), { numRuns: 120, seed: 5 })) {
    for (const [id, value] of Object.entries(recount(lives.map(lifeOf), asOfAfter(lives, days)))) if (value) met.add(id)
  }
  expect([...met].toSorted()).toEqual([...FIGURE_IDS, ...BACKLOG_FIGURE_IDS].toSorted())
})

const inParts = (rows: readonly ReportRow[], parts: number) =>
  Array.from({ length: parts }, (_, part) => rows.filter((_row, index) => index % parts === part))

test('counted in any order and in any number of parts it is the same [REP-4]', () => {
  fc.assert(
    fc.property(arbitraryLives, fc.integer({ min: 1, max: 4 }), (lives, parts) => {
      const rows = lives.map((life, index) => ({ ...rowFrom(life), number: `INC-2026-${index}` }))
      const counts = inParts(rows.toReversed(), parts).map((part) => countRows(part, FIRST_OF_APRIL))
      const count = mergeCounts([...counts.toReversed(), NOTHING_COUNTED])
      expect(reportOf([], { count })).toEqual(reportOf(rows))
    }),
    { numRuns: 40 },
  )
})
