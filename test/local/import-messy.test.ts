import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../functions/report/spreadsheet.ts'
import { type PolicyWith, readLogPolicy } from '../../local/history/log-policy.ts'
import { importLog } from '../../local/import/import-log.ts'
import type { Left } from '../../local/import/ledger.ts'
import { printedImport } from '../../local/import/printed.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { reportKey, reportRecord } from '../../shared/application/report-record.ts'
import { runReports } from '../../shared/application/run-reports.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { verifyHistory } from '../../shared/persistence/verify-history.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { IMPORT, type OldEntry, oldCase, ROAD, WORDS } from '../support/old-cases.ts'
import { asActor, inShanghai, personNamed } from '../support/ticket-fixtures.ts'

let folder: string
let table: TestTable
let desk: DeskOnTable
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-messy-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
})

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const policyOf = async (more: object = {}): Promise<PolicyWith<'import'>> =>
  readLogPolicy(await written('policy.json', JSON.stringify({ ...WORDS, import: IMPORT, ...more })), 'import')

const imported = async (lines: readonly unknown[], { dryRun = false, by = {} } = {}) => {
  const left: Left[] = []
  const log = await written('log.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  const result = await importLog(log, desk.deps, await policyOf(by), {
    dryRun,
    by: 'ada',
    onLeft: (each) => void left.push(each),
  })
  return { ...result, leftOnes: left }
}

const ticketsHere = async (): Promise<readonly Ticket[]> => {
  const { items } = await desk.deps.store.list<Ticket>('day', '2026-01-12', { limit: 100 })
  return Promise.all(items.map(({ key: { id } }) => desk.ticket(id)))
}

const [OPENED, SOLVED, CLOSED] = [ROAD[0], ROAD[4], ROAD[5]] as [OldEntry, OldEntry, OldEntry]

describe('a messy log [API-3]', () => {
  test('with the newest first or in no order at all is lived through from the oldest on', async () => {
    const [a, b, c, d, e, f] = ROAD
    const { taken, reconciliation } = await imported([
      oldCase('DESCENDING', ROAD.toReversed()),
      oldCase('SCATTERED', [a, d, b, f, c, e] as OldEntry[]),
      oldCase('AT-ONCE', [CLOSED, { ...SOLVED, at: CLOSED.at }, OPENED]),
    ])
    expect(taken).toBe(3)
    expect(reconciliation).toMatchObject({ unequal: [], totals: { desk: { reassignments: 2, waitedMinutes: 120 } } })
    const tickets = await ticketsHere()
    expect(tickets.map(({ recordedAt }) => recordedAt)).toEqual(Array(3).fill(inShanghai('2026-01-12 09:00')))
    expect(tickets.map(({ closedAt }) => closedAt)).toEqual(Array(3).fill(inShanghai('2026-01-13 09:00')))
  })

  test('whose waiting is counted in seconds comes to the same number in both counts', async () => {
    const waits = Array.from({ length: 12 }, (_, at): OldEntry[] => [
      { at: `2026-01-12T10:${10 + at}:00`, state: 'On hold', assignee: 'N0815' },
      { at: `2026-01-12T10:${10 + at}:07`, state: 'Active', assignee: 'N0815' },
    ])
    const { reconciliation } = await imported([oldCase('SECONDS', [OPENED, ...waits.flat(), SOLVED, CLOSED])])
    expect(reconciliation.unequal).toEqual([])
    expect(reconciliation.totals.desk.waitedMinutes).toBeCloseTo(1.4)
  })

  test.each([{ dryRun: true }, { dryRun: false }])(
    'with a case twice takes the first and names the others, %j',
    async (how) => {
      const again = (id: string) => oldCase(id, ROAD, { title: 'Another one' })
      const { leftOnes, ...result } = await imported(
        [oldCase('A', ROAD), again('A'), oldCase('B', ROAD.slice(0, 4)), again('B'), again('B'), again('a')],
        how,
      )
      expect(result).toMatchObject({ taken: 3, here: 0, left: 3 })
      expect(leftOnes.toSorted((a, b) => a.line - b.line)).toEqual([
        { line: 2, case: 'A', why: 'twice', detail: '1' },
        { line: 3, case: 'B', why: 'open', detail: 'Active' },
        { line: 5, case: 'B', why: 'twice', detail: '4' },
      ])
      expect([...result.whyLeft]).toEqual([
        ['twice', 2],
        ['open: Active', 1],
      ])
      const titles = (await ticketsHere()).map(({ title }) => title)
      expect(titles.toSorted()).toEqual(how.dryRun ? [] : ['Another one', 'Another one', 'VPN drops'])
    },
  )

  test('whose words the policy file does not say is told which, and in how many cases', async () => {
    const { unknown } = await imported([
      oldCase(
        'A',
        ROAD.map((each) => ({ ...each, impact: 'huge', urgency: '' })),
        { kind: 'Change' },
      ),
      oldCase(
        'B',
        ROAD.map((each) => ({ ...each, impact: 'huge', urgency: 'now' })),
        { kind: '' },
      ),
    ])
    expect([unknown.kind, unknown.impact, unknown.urgency].map((words) => [...words])).toEqual([
      [['Change', 1]],
      [['huge', 2]],
      [['now', 1]],
    ])
  })

  test('says how long it waited but not until when: a reason for waiting that needs a date is refused at once', async () => {
    const states = { ...WORDS.states, 'On hold': { wait: 'appointment' } }
    await expect(imported([oldCase('A', ROAD)], { by: { states } })).rejects.toThrow(
      /reasons for waiting without a date appointment \(there are: .*vendor/,
    )
  })

  test('of which every line is wrong in its own way is told in no more lines than somebody reads', async () => {
    const wrong = Array.from({ length: 100 }, (_, at) => oldCase(`C${at}`, [{ ...OPENED, at: `day ${at}` }]))
    const result = await imported(wrong)
    expect(result).toMatchObject({ taken: 0, left: 100 })
    const lines = printedImport(result, { dryRun: true, language: 'en' })
    expect(lines.filter((line) => line.startsWith('Cannot be read'))).toHaveLength(40)
    expect(lines).toContain('… +60')
  })
})

test('a request of somebody unknown is a service request of theirs here, accepted by the old desk when it names nobody [API-3]', async () => {
  const unnamed = [OPENED, { ...OPENED, at: '2026-01-12T09:30:00', state: 'Active' }]
  const closed = [SOLVED, CLOSED].map((each) => ({ ...each, assignee: null }))
  const stranger = { kind: 'Request', caller: 'Otto', callerEmail: 'otto@elsewhere.example' }
  await imported([oldCase('R', [...unnamed, ...closed], stranger)], { by: { kinds: { Request: 'service-request' } } })
  expect(await ticketsHere()).toMatchObject([
    {
      ...{ number: 'REQ-2026-000001', kind: 'service-request', assignee: { name: 'OldDesk' } },
      requester: { personId: null, name: 'Otto', verified: true },
    },
  ])
})

describe('an import that is cut short [API-3]', () => {
  test('says at which line, and that it can be started again', async () => {
    desk.fate = async (name, call) => {
      if (name === 'store.commit') throw new Error('The security token has expired')
      return call()
    }
    await expect(imported([oldCase('A', ROAD), oldCase('A', ROAD)])).rejects.toThrow(
      'Stopped at line 1: The security token has expired\nWhat was taken over stays; start it again to go on.',
    )
    desk.fate = letThrough
    expect(await imported([oldCase('A', ROAD)])).toMatchObject({ taken: 1 })
  })

  test('names the months that were reported before also when it goes on, until a correction has been made', async () => {
    desk.moveTo(inShanghai('2026-01-05 09:00'))
    await desk.opened()
    desk.moveTo(inShanghai('2026-02-02 09:00'))
    await runReports(desk.deps, writeSpreadsheet)
    desk.moveTo(inShanghai('2026-02-03 09:00'))
    expect((await imported([oldCase('A', ROAD)])).reported).toEqual(['2026-01'])
    desk.moveTo(inShanghai('2026-02-04 09:00'))
    expect(await imported([oldCase('A', ROAD)])).toMatchObject({ here: 1, reported: ['2026-01'] })
    const correction = { type: 'request-correction', why: 'The tickets of the old desk have come' } as const
    await executeOn(desk.deps, reportRecord, reportKey('2026-01'), correction, asActor(personNamed('diana')))
    await runReports(desk.deps, writeSpreadsheet)
    expect(await imported([oldCase('A', ROAD)])).toMatchObject({ here: 1, reported: [] })
  })
})

test('a long talk in long words is written in as many parts as it needs [API-3]', async () => {
  const talk = Array.from(
    { length: 85 },
    (_, at): OldEntry => ({
      ...{ at: `2026-01-12T10:${String(at % 60).padStart(2, '0')}:00`, state: 'On hold', assignee: 'N0815' },
      comment: { text: `${at} ${'很长的说明'.repeat(4_000)}`, public: true },
    }),
  )
  const { taken, left } = await imported([oldCase('LONG', [...ROAD.slice(0, 3), ...talk, ...ROAD.slice(3)])])
  expect({ taken, left }).toEqual({ taken: 1, left: 0 })
  const [ticket] = await ticketsHere()
  expect(ticket).toMatchObject({ state: 'closed' })
  expect((await desk.deps.store.load(ticketKey(ticket?.number ?? '')))?.version).toBe(2)
  expect(await verifyHistory(table)).toMatchObject({ faults: [], unsealedEvents: 0 })
  expect(await imported([oldCase('LONG', ROAD)])).toMatchObject({ here: 1 })
})
