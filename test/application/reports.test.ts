import { beforeEach, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../functions/report/spreadsheet.ts'
import { countReport, frozenReport } from '../../shared/application/count-report.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { countMonth, rowsOfDate } from '../../shared/application/month-rows.ts'
import { unpacked } from '../../shared/application/report-files.ts'
import { loadReport, reportKey, reportRecord } from '../../shared/application/report-record.ts'
import { nextReportAt, runReports } from '../../shared/application/run-reports.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { ReportCommand } from '../../shared/domain/report/report.ts'
import type { ReportRow } from '../../shared/domain/report/row.ts'
import { rowFor } from '../domain/report/counted.ts'
import { DeskOnTable, meetingAt } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, inShanghai, personNamed } from '../support/ticket-fixtures.ts'

const FIRST_WORKING_DAY = inShanghai('2026-04-01 09:00')

let desk: DeskOnTable
let requestsOf: (act: () => Promise<unknown>) => Promise<readonly string[]>

beforeEach(async () => {
  const table = await testTable()
  requestsOf = table.requestsOf
  desk = await new DeskOnTable(table).open()
})

const run = () => runReports(desk.deps, writeSpreadsheet)
const march = () => loadReport(desk.deps, '2026-03')
const asks = (who: string, command: ReportCommand) =>
  executeOn(desk.deps, reportRecord, reportKey('2026-03'), command, asActor(personNamed(who)))

const closedBadly = async (): Promise<string> => {
  const number = await desk.opened()
  await desk.act('grace', number, { type: 'accept' })
  const resolution = {
    outcome: 'cure',
    solution: 'Done',
    cause: null,
    environmentChanged: false,
    leftToFindOut: null,
  } as const
  await desk.act('grace', number, { type: 'resolve', ...resolution })
  await desk.act('grace', number, { type: 'close', code: 'solved', satisfaction: { score: 1, comment: 'Never again' } })
  return number
}

describe('the rows of a month', () => {
  test('are those of its tickets, and cost a query for each date [REP-2] [REP-4]', async () => {
    const numbers = [await desk.opened(), await desk.opened({ title: 'Another' })]
    const rows: ReportRow[] = []
    const requests = await requestsOf(async () => {
      for await (const page of rowsOfDate(desk.deps, '2026-03-02')) rows.push(...page)
    })
    expect(requests).toEqual(['QueryCommand'])
    expect(rows).toEqual(await Promise.all(numbers.map(async (number) => rowFor(await desk.ticket(number)))))
    const all = await requestsOf(() => countMonth(desk.deps, '2026-03', desk.now()))
    expect(all).toEqual(Array.from({ length: 31 }, () => 'QueryCommand'))
  })

  test('of a ticket written before there were rows is made from its record', async () => {
    const number = await desk.opened()
    const { store } = desk.deps
    const rowless: typeof store.rows = async (...asked) => {
      const page = await store.rows<never>(...asked)
      return { ...page, items: page.items.map(({ key }) => ({ key, row: null })) }
    }
    const found: ReportRow[] = []
    for await (const rows of rowsOfDate({ ...desk.deps, store: { ...store, rows: rowless } }, '2026-03-02'))
      found.push(...rows)
    expect(found).toEqual([rowFor(await desk.ticket(number))])
  })
})

describe('the report of a month', () => {
  test('is made when the first working day opens, and not before [REP-3]', async () => {
    await desk.opened()
    expect(await nextReportAt(desk.deps)).toBe(inShanghai('2026-03-02 09:00'))
    await run()
    expect(await nextReportAt(desk.deps)).toBe(FIRST_WORKING_DAY)
    desk.moveTo(inShanghai('2026-04-01 08:59'))
    await run()
    expect(await march()).toBeNull()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    expect(await march()).toMatchObject({
      month: '2026-03',
      editions: [{ edition: 1, asOf: FIRST_WORKING_DAY, empty: false }],
    })
  })

  test('equals what is counted at that moment, with the rows it was counted from [REP-3] [REP-4]', async () => {
    await closedBadly()
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    const { report } = await countReport(desk.deps, '2026-03')
    await run()
    expect(await frozenReport(desk.deps, '2026-03')).toEqual(JSON.parse(JSON.stringify(report)))
    const [edition] = (await march())?.editions ?? []
    expect(edition?.files.rows.map(({ date }) => date)).toEqual(['2026-03-02'])
    const rows = await unpacked<ReportRow>(desk.files.get(edition?.files.rows[0]?.key ?? '') ?? new Uint8Array())
    expect(rows.map(({ number }) => number)).toEqual(['INC-2026-000001', 'INC-2026-000002'])
  })

  test('goes to the managers by mail, once, with a spreadsheet, each in one piece [REP-3] [NOT-4]', async () => {
    const number = await closedBadly()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    await run()
    expect(desk.mails.map(({ to }) => to.address).toSorted()).toEqual(
      ['diana', 'ivan', 'martin'].map((id) => `${id}@example.com`),
    )
    for (const mail of desk.mails) {
      expect(mail.subject).toBe('Desk – Service desk report for March 2026')
      expect(mail.text).toContain(`${number} VPN drops every hour – 1 of 5: Never again (to be reviewed)`)
      expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000)
      expect(mail.attachments).toMatchObject([{ filename: '2026-03.xlsx' }])
    }
    expect((await march())?.sendings).toMatchObject([
      { edition: 1, sentTo: expect.any(Array), doneAt: FIRST_WORKING_DAY },
    ])
  })

  test('stays as it is whatever happens to its tickets later, byte for byte [REP-3]', async () => {
    const number = await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    const before = new Map(desk.files)
    const record = await march()
    desk.waitMinutes(600)
    await desk.act('grace', number, { type: 'cancel', reason: 'gone' })
    await run()
    expect(await march()).toEqual(record)
    expect(desk.files).toEqual(before)
  })

  test('is frozen once by two runs at once, and everybody gets one mail [REP-3] [NOT-4]', async () => {
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    desk.fate = meetingAt('store.commit', 2)
    await Promise.all([run(), run()])
    expect((await march())?.editions).toHaveLength(1)
    expect(new Set(desk.mails.map(({ to }) => to.address)).size).toBe(3)
    expect(desk.mails).toHaveLength(3)
  })

  test('of a month in which nothing was recorded is sent to nobody and is no history [REP-2]', async () => {
    await run()
    expect(await loadReport(desk.deps, '2026-02')).toMatchObject({ editions: [{ empty: true }], sendings: [] })
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    expect((await frozenReport(desk.deps, '2026-03'))?.history).toEqual({ lastMonth: false, lastYear: false })
  })

  test('is set beside last month as reported then [REP-2]', async () => {
    const number = await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    await desk.opened()
    await desk.opened()
    await desk.act('grace', number, { type: 'cancel', reason: 'gone' })
    desk.moveTo(inShanghai('2026-05-06 09:00'))
    await run()
    const april = await frozenReport(desk.deps, '2026-04')
    expect(april?.figures.find(({ id }) => id === 'tickets')).toMatchObject({ value: 2, lastMonth: 1, lastYear: null })
  })
})

describe('when something fails', () => {
  test('a mail that cannot be sent is sent by the next run, the others are not sent again [NOT-4]', async () => {
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    let calls = 0
    desk.fate = (name, call) => {
      if (name !== 'mailer.send') return call()
      calls += 1
      return calls === 2 ? Promise.reject(new Error('SES is away')) : call()
    }
    await expect(run()).rejects.toThrow('Some reports could not be finished')
    await run()
    expect(desk.mails).toHaveLength(1)
    desk.waitMinutes(16)
    await run()
    expect(desk.mails.map(({ to }) => to.address).toSorted()).toHaveLength(3)
    expect((await march())?.sendings).toMatchObject([{ doneAt: desk.now() }])
  })

  test('an address that refuses mail holds nobody up [NOT-6]', async () => {
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    let refused = 0
    desk.fate = (name, call) => {
      if (name !== 'mailer.send' || refused > 0) return call()
      refused += 1
      return Promise.reject(new DomainError('invalid', 'channel-refused', 'no such address'))
    }
    await run()
    const [sending] = (await march())?.sendings ?? []
    expect(sending?.refusedBy).toHaveLength(1)
    expect(sending?.sentTo).toHaveLength(2)
    expect(sending?.doneAt).not.toBeNull()
  })

  test('a file that is not what was frozen is noticed and not shown [REP-3]', async () => {
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    const key = (await march())?.editions[0]?.files.report.key ?? ''
    desk.files.set(key, new TextEncoder().encode('{"figures":[]}'))
    await expect(frozenReport(desk.deps, '2026-03')).rejects.toThrow('is not what was frozen')
    desk.files.delete(key)
    await expect(frozenReport(desk.deps, '2026-03')).rejects.toThrow('is gone')
  })
})

describe('what managers ask for', () => {
  beforeEach(async () => {
    await desk.opened()
    desk.moveTo(FIRST_WORKING_DAY)
    await run()
    desk.mails.length = 0
  })

  test('a correction is another edition with its reason; the first one stays [REP-3]', async () => {
    await desk.act('grace', 'INC-2026-000001', { type: 'cancel', reason: 'a test' })
    await asks('diana', { type: 'request-correction', why: 'One ticket was a test' })
    await run()
    const first = await frozenReport(desk.deps, '2026-03', 1)
    const second = await frozenReport(desk.deps, '2026-03')
    const tickets = [first, second].map((report) => report?.figures.find(({ id }) => id === 'tickets')?.value)
    expect(tickets).toEqual([1, 0])
    expect((await march())?.editions[1]).toMatchObject({
      correction: { why: 'One ticket was a test', by: { id: 'diana' } },
    })
    expect(desk.mails).toHaveLength(3)
    expect(desk.mails[0]?.text).toContain('Corrected: edition 2, asked for by Diana: One ticket was a test')
  })

  test('the same report again, for some people alone [REP-3]', async () => {
    await asks('martin', { type: 'request-sending', to: ['ivan'] })
    await run()
    expect(desk.mails.map(({ to }) => to.address)).toEqual(['ivan@example.com'])
  })

  test.each(['grace', 'ada', 'noor'])('%s may ask for neither [ROL-2]', async (who) => {
    await expect(asks(who, { type: 'request-correction', why: 'I want to' })).rejects.toThrow('Reports are for')
    await expect(asks(who, { type: 'request-sending', to: null })).rejects.toThrow('Reports are for')
    await expect(asks(who, { type: 'finish-sending', sending: 'any' })).rejects.toThrow('The desk itself')
  })

  test('a correction while another is counted is refused', async () => {
    await asks('diana', { type: 'request-correction', why: 'One' })
    await expect(asks('ivan', { type: 'request-correction', why: 'Two' })).rejects.toThrow('being counted')
  })
})
