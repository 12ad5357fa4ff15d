import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../functions/report/spreadsheet.ts'
import { type PolicyWith, readLogPolicy } from '../../local/history/log-policy.ts'
import { importLog } from '../../local/import/import-log.ts'
import type { Left } from '../../local/import/ledger.ts'
import { countReport } from '../../shared/application/count-report.ts'
import type { HistoryLine } from '../../shared/application/ports.ts'
import { runReports } from '../../shared/application/run-reports.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { verifyHistory } from '../../shared/persistence/verify-history.ts'
import { DeskOnTable, type Fate, letThrough } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { IMPORT, type OldEntry, oldCase, ROAD, WORDS } from '../support/old-cases.ts'
import { inShanghai } from '../support/ticket-fixtures.ts'

let folder: string
let policy: PolicyWith<'import'>
let table: TestTable
let desk: DeskOnTable
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-import-'))
  policy = await policyOf({})
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
})

const policyOf = async (more: object): Promise<PolicyWith<'import'>> => {
  const path = join(folder, 'policy.json')
  await writeFile(path, JSON.stringify({ ...WORDS, import: { ...IMPORT, ...more } }))
  return readLogPolicy(path, 'import')
}

const logOf = async (...lines: readonly unknown[]): Promise<string> => {
  const path = join(folder, 'log.jsonl')
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

const imported = async (path: string, { dryRun = false, by = policy } = {}) => {
  const left: Left[] = []
  const result = await importLog(path, desk.deps, by, { dryRun, by: 'ada', onLeft: (each) => void left.push(each) })
  return { ...result, leftOnes: left }
}

/** What an import says of why it stopped is not what stopped it. */
const theCause = (error: Error): never => {
  throw error.cause ?? error
}

const ticketsHere = async (): Promise<readonly Ticket[]> => {
  const { items } = await desk.deps.store.list<Ticket>('day', '2026-01-12', { limit: 100 })
  return Promise.all(items.map(({ key: { id } }) => desk.ticket(id)))
}

const historyOf = async (number: string): Promise<readonly HistoryLine[]> => {
  const lines: HistoryLine[] = []
  let cursor: string | undefined
  do {
    const { history } = await desk.deps.store.loadWithHistory(ticketKey(number), { limit: 100, cursor })
    lines.push(...history.items)
    cursor = history.cursor ?? undefined
  } while (cursor !== undefined)
  return lines.toReversed()
}

describe('a closed case of another desk [API-3]', () => {
  test('becomes a ticket with its own times and people, in this desk’s names', async () => {
    const result = await imported(await logOf(oldCase('OLD-7', ROAD)))
    expect(result).toMatchObject({ taken: 1, here: 0, left: 0 })
    const [ticket] = await ticketsHere()
    expect(ticket).toMatchObject({
      ...{ number: 'INC-2026-000001', state: 'closed', title: 'VPN drops', solution: 'New profile' },
      ...{ category: 'vpn', group: 'network', channel: 'hotline', priority: 4, reassignments: 1 },
      assignee: { id: 'Herr Fort', name: 'Herr Fort' },
      requester: { personId: 'anna', department: 'finance' },
      imported: { system: 'OldDesk', id: 'OLD-7', at: desk.now(), by: 'ada' },
      recordedAt: inShanghai('2026-01-12 09:00'),
      acceptedAt: inShanghai('2026-01-12 09:10'),
      resolvedAt: inShanghai('2026-01-12 15:00'),
      closedAt: inShanghai('2026-01-13 09:00'),
    })
    expect(ticket?.pauses).toEqual([
      { from: inShanghai('2026-01-12 10:00'), to: inShanghai('2026-01-12 11:00'), code: 'vendor' },
    ])
    const lines = await historyOf('INC-2026-000001')
    expect(lines.map(({ at, actor, event }) => `${at.slice(0, 16)} ${actor.name} ${event.type}`)).toEqual([
      '2026-01-12T01:00 Frau Muster recorded',
      '2026-01-12T01:00 Frau Muster assigned',
      '2026-01-12T01:10 Noor transferred',
      '2026-01-12T01:10 Noor accepted',
      '2026-01-12T02:00 Noor waiting-started',
      '2026-01-12T03:00 Noor resumed',
      '2026-01-12T03:00 Noor transferred',
      '2026-01-12T03:00 Herr Fort accepted',
      '2026-01-12T07:00 Herr Fort resolved',
      '2026-01-13T01:00 Frau Muster closed',
    ])
  })

  test('stays with somebody who has left since', async () => {
    const byOlga = ROAD.map((each) => ({ ...each, assignee: each.state === 'New' ? null : 'Olga' }))
    expect(await imported(await logOf(oldCase('OLD-1', byOlga)))).toMatchObject({ taken: 1 })
    expect(await ticketsHere()).toMatchObject([{ assignee: { id: 'olga', name: 'Olga' } }])
  })

  test('tells nobody, wakes nothing and makes no major incident, whatever went wrong there', async () => {
    const bad = ['A', 'B', 'C', 'A', 'B', 'C'].map((assignee, at) => ({
      at: `2026-01-1${2 + at}T10:00:00`,
      ...{ state: 'Active', assignee, impact: 'high', urgency: 'high' },
    }))
    const end = { impact: 'high', urgency: 'high', assignee: 'C' }
    const entries = [
      { at: '2026-01-12T09:00:00', state: 'New', ...end, assignee: null },
      ...bad,
      { at: '2026-01-20T09:00:00', state: 'Resolved', ...end },
      { at: '2026-01-21T09:00:00', state: 'Closed', ...end },
    ]
    expect(await imported(await logOf(oldCase('OLD-8', entries)))).toMatchObject({ taken: 1 })
    const [ticket] = await ticketsHere()
    expect(ticket).toMatchObject({ priority: 1, major: 'none', reassignments: 5, escalations: [], missed: [] })
    await desk.settle()
    expect([desk.mails, desk.schedules, desk.published, desk.followed, desk.errors]).toEqual([[], [], [], [], []])
    const lines = await historyOf(ticket?.number ?? '')
    expect(lines.flatMap(({ event }) => ('told' in event ? (event.told as string[]) : []))).toEqual([])
  })

  test('counts in its month, beside which the report of a month that was frozen before is named [REP-2]', async () => {
    desk.moveTo(inShanghai('2026-02-02 09:00'))
    await desk.opened()
    await runReports(desk.deps, writeSpreadsheet)
    desk.moveTo(inShanghai('2026-03-02 09:00'))
    await runReports(desk.deps, writeSpreadsheet)
    expect((await countReport(desk.deps, '2026-01')).empty).toBe(true)
    const inFebruary = ROAD.map(({ at, ...more }) => ({ ...more, at: at.replace('-01-', '-02-') }) as OldEntry)
    const { reported, reconciliation } = await imported(await logOf(oldCase('J', ROAD), oldCase('F', inFebruary)))
    expect(reported).toEqual(['2026-01', '2026-02'])
    expect(reconciliation).toMatchObject({ unequal: [], totals: { desk: { reassignments: 2, waitedMinutes: 120 } } })
    const { report } = await countReport(desk.deps, '2026-01')
    expect(report.figures.find(({ id }) => id === 'restored-in-time')).toMatchObject({ numerator: 1, denominator: 1 })
  })
})

describe('what is not taken over says why [API-3]', () => {
  test('open there, later than now, unreadable, ending as the desk does not allow', async () => {
    const log = await logOf(
      oldCase('OPEN', ROAD.slice(0, 4)),
      oldCase('SOLVED', ROAD.slice(0, 5)),
      oldCase('LATER', [...ROAD.slice(0, 5), { at: '2027-01-13T09:00:00', state: 'Closed' }]),
      '{"id": "BROKEN"',
      oldCase('UNSOLVED', [ROAD[0] as OldEntry, { at: '2026-01-12T09:30:00', state: 'Closed' }]),
      oldCase('WITHDRAWN', [ROAD[0] as OldEntry, { at: '2026-01-12T09:30:00', state: 'Canceled' }]),
    )
    const { leftOnes, ...result } = await imported(log)
    expect(result).toMatchObject({ taken: 1, here: 0, left: 5 })
    expect(leftOnes.toSorted((a, b) => a.line - b.line)).toEqual([
      { line: 1, case: 'OPEN', why: 'open', detail: 'Active' },
      { line: 2, case: 'SOLVED', why: 'open', detail: 'Resolved' },
      { line: 3, case: 'LATER', why: 'later', detail: '2027-01-13T01:00:00.000Z' },
      { line: 4, case: null, why: 'unreadable', detail: 'This line is no JSON.' },
      { line: 5, case: 'UNSOLVED', why: 'refused', detail: 'close: illegal-move (assigned)' },
    ])
    expect((await ticketsHere()).map(({ imported: from, state }) => [from?.id, state])).toEqual([
      ['WITHDRAWN', 'cancelled'],
    ])
  })

  test('an entry the desk does not allow is left out of a case that is taken over, and named', async () => {
    const entries = [...ROAD, { at: '2026-01-14T09:00:00', state: 'Closed', group: 'Elsewhere' }]
    const { refused, examples, leftOnes } = await imported(await logOf(oldCase('OLD-9', entries)))
    expect(leftOnes).toEqual([])
    expect([...refused]).toEqual([['transfer: ticket-closed (closed)', 1]])
    expect(examples.get('transfer: ticket-closed (closed)')).toEqual(['OLD-9 2026-01-14T01:00:00.000Z'])
  })

  test('names nobody knows are said, with what becomes of them; even names that look like something else', async () => {
    const strange = ['constructor', '__proto__', 'toString']
    const road = ROAD.map((each, at) => ({ ...each, group: strange[at % 3], assignee: strange[at % 3] }))
    const log = await logOf(
      oldCase('S', road, { category: 'constructor', contactType: 'valueOf' }),
      oldCase(
        'T',
        ROAD.map((each) => ({ ...each, state: 'constructor' })),
      ),
    )
    const { unknown, taken, leftOnes } = await imported(log)
    expect(taken).toBe(1)
    expect(leftOnes).toMatchObject([{ case: 'T', why: 'unknown', detail: 'constructor' }])
    expect([...unknown.group.keys()].toSorted()).toEqual(strange.toSorted())
    expect([...unknown.category]).toEqual([['constructor', 1]])
    expect([...unknown.channel]).toEqual([['valueOf', 1]])
    expect(await ticketsHere()).toMatchObject([{ group: 'platform', category: 'printing', channel: 'other' }])
  })

  test('a policy file that speaks of what this desk does not have is refused before anything is written', async () => {
    const wrong = await policyOf({
      names: { groups: { a: 'nowhere' }, people: { b: 'nobody' } },
      otherwise: { group: 'network', category: 'nothing' },
      closing: { code: 'merged', notObtained: 'no-answer' },
    })
    const attempt = imported(await logOf(oldCase('OLD-7', ROAD)), { by: wrong })
    await expect(attempt).rejects.toThrow(
      /groups nowhere \(there are: .*network.*\)\ncategories nothing .*\npeople nobody .*\nclose codes merged/,
    )
    expect(await ticketsHere()).toEqual([])
  })
})

test('a case costs a look whether it is there, a number and one transaction; one that is there two looks [API-3]', async () => {
  const log = await logOf(oldCase('A', ROAD, { callerEmail: null }))
  const asked = async () => {
    const names = await table.requestsOf(() => imported(log))
    return names.filter((name) => !name.startsWith('Query')).map((name) => name.replace('Command', ''))
  }
  const whetherReported = 'GetItem'
  expect(await asked()).toEqual(['GetItem', 'UpdateItem', 'TransactWriteItems', whetherReported])
  expect(await asked()).toEqual(['GetItem', 'GetItem', whetherReported])
})

describe('doing it again [API-3]', () => {
  test('takes over what is not there yet, and nothing twice', async () => {
    await imported(await logOf(oldCase('A', ROAD)))
    expect(await imported(await logOf(oldCase('A', ROAD), oldCase('B', ROAD)))).toMatchObject({ taken: 1, here: 1 })
    expect((await ticketsHere()).map(({ imported: from }) => from?.id)).toEqual(['A', 'B'])
  })

  test('a trial writes nothing, and says the same', async () => {
    const log = await logOf(oldCase('A', ROAD), oldCase('OPEN', ROAD.slice(0, 4)))
    const tried = await imported(log, { dryRun: true })
    expect(await ticketsHere()).toEqual([])
    const done = await imported(log)
    expect({ ...tried, months: [...tried.months] }).toEqual({ ...done, months: [...done.months] })
  })

  test('a long history is written in parts, and goes on where it stopped, wherever the import dies', async () => {
    const talk = Array.from({ length: 200 }, (_, at) => ({
      at: `2026-01-12T10:${String(at % 60).padStart(2, '0')}:00`,
      ...{ state: 'On hold', assignee: 'N0815', comment: { text: `Word ${at}`, public: at % 2 === 0 } },
    })).toSorted((a, b) => (a.at < b.at ? -1 : 1))
    const long = [...ROAD.slice(0, 3), ...talk, ...ROAD.slice(3)]
    let n = 0
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        n += 1
        const id = `LONG-${n}`
        const log = await logOf(oldCase(id, long))
        return {
          deliver: () => imported(log).catch(theCause),
          end: async () => (await ticketsHere()).filter(({ imported: from }) => from?.id === id),
        }
      },
      check: (tickets, died) => expect(tickets, died).toHaveLength(1),
    })
    for (const { number } of await ticketsHere()) {
      const said = (await historyOf(number)).flatMap(({ event }) => ('text' in event ? [event.text] : []))
      expect(new Set(said).size, number).toBe(200)
      expect(said, number).toHaveLength(200)
    }
    expect(await verifyHistory(table)).toMatchObject({ faults: [], unsealedEvents: 0 })
    await desk.settle()
    expect(desk.mails).toEqual([])
  })

  test('two imports at once take a case over once', async () => {
    const log = await logOf(oldCase('A', ROAD))
    const fate: Fate = async (name, call) => {
      if (name === 'store.alias') await Promise.resolve()
      return call()
    }
    desk.fate = fate
    const both = await Promise.all([imported(log), imported(log)])
    desk.fate = letThrough
    expect(both.map(({ taken, here }) => [taken, here]).toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(await ticketsHere()).toHaveLength(1)
  })
})
