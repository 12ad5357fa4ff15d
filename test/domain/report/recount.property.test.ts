import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import { countRows, mergeCounts, NOTHING_COUNTED } from '../../../shared/domain/report/count.ts'
import type { FigureId } from '../../../shared/domain/report/figures.ts'
import type { ReportRow } from '../../../shared/domain/report/row.ts'
import type { Step } from '../../../shared/domain/setting/policy.ts'
import { clocks } from '../../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { DeskAtWork } from '../../support/desk-at-work.ts'
import { arbitraryWalk, live } from '../ticket/ticket-walks.ts'
import { FIRST_OF_APRIL, reportOf, resultIn, rowFor } from './counted.ts'

/** Counted from the tickets' histories and clocks, one by one and without the figures' own code. */
const recount = (desks: readonly DeskAtWork[], asOf: Instant) => {
  const all = desks.map((desk) => ({ ticket: desk.current(), log: desk.log, context: desk.context() }))
  const served = all.filter(({ ticket: { state } }) => !['returned', 'merged', 'cancelled'].includes(state))
  const share = (n: number, of: number) => (of === 0 ? null : n / of)
  const clockOf = ({ ticket, context }: (typeof all)[number], step: Step) =>
    clocks(ticket, judgedBy(ticket, context), asOf).find((clock) => clock.step === step)
  const having = (is: (one: (typeof all)[number]) => boolean) => served.filter(is).length
  const events = ({ log }: (typeof all)[number], is: (event: TicketEvent) => boolean) =>
    log.filter(({ event }) => is(event)).length
  const escalations = (trigger: string) =>
    served.reduce((sum, one) => sum + events(one, (e) => e.type === 'escalated' && e.trigger === trigger), 0)
  const waits = served.map(({ log }) => waitedMs(log, asOf)).filter((ms) => ms > 0)
  const scores = served.flatMap(({ ticket: { satisfaction: s } }) => (s && 'score' in s ? [s.score as number] : []))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  return {
    tickets: served.length,
    'responded-in-time': share(
      having((one) => clockOf(one, 'respond')?.metAt != null),
      served.length,
    ),
    'restored-in-time': share(
      having((one) => clockOf(one, 'restore')?.metAt != null),
      served.length,
    ),
    'response-missed': having((one) => clockOf(one, 'respond')?.missedAt != null),
    'restoration-missed': having((one) => clockOf(one, 'restore')?.missedAt != null),
    reassigned: having(({ log }) => timesHandedOn(log) > 0),
    reassignments: sum(served.map(({ log }) => timesHandedOn(log))),
    'escalations-matrix': escalations('matrix'),
    'escalations-missed-target': escalations('missed-target'),
    'escalations-manual': escalations('manual'),
    'escalations-reassignments': escalations('reassignments'),
    'waiting-time': share(sum(waits), waits.length),
    satisfaction: share(sum(scores), scores.length),
    'bad-ratings': scores.filter((score) => score < 3).length,
    problems: having((one) => events(one, (e) => e.type === 'problem-raised') > 0),
    'no-response-target': having((one) => clockOf(one, 'respond') === undefined),
    'no-restoration-target': having((one) => clockOf(one, 'restore') === undefined),
    majors: having(({ ticket: { major } }) => major === 'candidate' || major === 'confirmed'),
    returned: all.filter(({ log }) => log.some(({ event }) => event.type === 'returned')).length,
    merged: all.filter(({ log }) => isMerged(log)).length,
    cancelled: all.filter(({ log }) => log.some(({ event }) => event.type === 'cancelled')).length,
  } satisfies Partial<Record<FigureId, number | null>>
}

/** Of the last of both that happened. */
const isMerged = (log: DeskAtWork['log']): boolean =>
  log.findLast(({ event }) => event.type === 'merged' || event.type === 'unmerged')?.event.type === 'merged'

/** ESC-6, from the history alone: other hands after the first assignment, but for those the matrix chose. */
const timesHandedOn = (log: DeskAtWork['log']): number => {
  let [times, group, person, assigned] = [0, 'desk', '', false]
  for (const { event } of log) {
    if (event.type !== 'assigned' && event.type !== 'transferred' && event.type !== 'accepted') continue
    const to =
      event.type === 'accepted' ? { group, person: event.by.id } : { ...event, person: event.assignee?.id ?? '' }
    const isOther = to.group !== group || (person !== '' && to.person !== person)
    if (assigned && isOther && !(event.type === 'transferred' && !event.counted)) times += 1
    ;[group, person, assigned] = [to.group, to.person, true]
  }
  return times
}

const ENDS_WAITING = new Set(['resolved', 'cancelled', 'returned', 'merged'])

const waitedMs = (log: DeskAtWork['log'], asOf: Instant): number => {
  let since: Instant | null = null
  let until: Instant | null = null
  let ms = 0
  for (const { at, event } of log) {
    if (event.type === 'waiting-started' && event.stopsClock) [since, until] = [at, event.until]
    const ended = event.type === 'resumed' || ENDS_WAITING.has(event.type)
    if (!ended || since === null) continue
    const end: Instant = event.type === 'resumed' && event.cause === 'date' ? (until ?? at) : at
    ms += Date.parse(end) - Date.parse(since)
    since = null
  }
  return ms + (since === null ? 0 : Date.parse(asOf) - Date.parse(since))
}

const lives = fc
  .array(arbitraryWalk(10), { minLength: 1, maxLength: 5 })
  .map((walks) => walks.map((walk) => live(walk)))

test('the figures equal a recount of the tickets from their histories [REP-4] [REP-1] [REP-2]', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: 60 }), (desks, days) => {
      const last =
        desks
          .map((desk) => desk.now())
          .toSorted()
          .at(-1) ?? FIRST_OF_APRIL
      const asOf = plus(last, days * 86_400_000)
      const report = reportOf(
        desks.map((desk) => rowFor(desk.current())),
        { asOf },
      )
      const expected = recount(desks, asOf)
      const counted = Object.fromEntries(Object.keys(expected).map((id) => [id, resultIn(report, id).value]))
      expect(counted).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

const inParts = (rows: readonly ReportRow[], parts: number) =>
  Array.from({ length: parts }, (_, part) => rows.filter((_row, index) => index % parts === part))

test('counted in any order and in any number of parts it is the same [REP-4]', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 1, max: 4 }), (desks, parts) => {
      const rows = desks.map((desk, index) => ({ ...rowFor(desk.current()), number: `INC-2026-${index}` }))
      const counts = inParts(rows.toReversed(), parts).map((part) => countRows(part, FIRST_OF_APRIL))
      const count = mergeCounts([...counts.toReversed(), NOTHING_COUNTED])
      expect(reportOf([], { count })).toEqual(reportOf(rows))
    }),
    { numRuns: 40 },
  )
})
