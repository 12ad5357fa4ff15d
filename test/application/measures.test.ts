import { beforeEach, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../functions/report/spreadsheet.ts'
import { frozenReport } from '../../shared/application/count-report.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { measureKey, measureRecord, openMeasures } from '../../shared/application/measures.ts'
import { keepMinutes } from '../../shared/application/month-reviews.ts'
import { react } from '../../shared/application/react.ts'
import { runReports } from '../../shared/application/run-reports.ts'
import type { MeasureCommand } from '../../shared/domain/improvement/measure.ts'
import { DeskOnTable } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, inShanghai, personNamed } from '../support/ticket-fixtures.ts'

const NUMBER = 'SIP-2026-000001'

let desk: DeskOnTable
beforeEach(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})

const does = async (who: string, command: MeasureCommand, number = NUMBER) => {
  const from = desk.stream.length
  await executeOn(desk.deps, measureRecord, measureKey(number), command, asActor(personNamed(who)))
  await desk.settle(from)
}

const plan = (dueOn: string, number = NUMBER) =>
  does(
    'ivan',
    {
      type: 'plan',
      number,
      title: 'Spare printers',
      detail: '',
      owner: 'noor',
      dueOn,
      review: '2026-02',
      ticket: null,
    },
    number,
  )

const wake = async () => {
  const from = desk.stream.length
  await desk.wakeDue()
  await desk.settle(from)
}

const told = () => desk.mails.map(({ to, subject }) => [to.address, subject])

describe('the owner of a measure', () => {
  test('is told at once, and reminded every week once it is overdue, until it is done [REP-5]', async () => {
    await plan('2026-03-06')
    expect(told()).toEqual([['noor@example.com', `${NUMBER} is yours: Spare printers`]])
    desk.moveTo(inShanghai('2026-03-09 09:00'))
    await wake()
    await wake()
    desk.moveTo(inShanghai('2026-03-16 09:00'))
    await wake()
    expect(told().slice(1)).toEqual(
      Array.from({ length: 2 }, () => ['noor@example.com', `${NUMBER} is overdue: Spare printers`]),
    )
    await does('diana', { type: 'finish', outcome: 'Bought' })
    desk.moveTo(inShanghai('2026-04-20 09:00'))
    await wake()
    expect(desk.mails).toHaveLength(3)
    expect(await desk.due()).toEqual([])
  })

  test('is told once, delivered twice or after a failed mail [NOT-4]', async () => {
    let refused = 0
    desk.fate = (name, call) => {
      if (name !== 'mailer.send' || refused > 0) return call()
      refused += 1
      return Promise.reject(new Error('throttled'))
    }
    await expect(plan('2026-03-06')).rejects.toThrow('throttled')
    for (let times = 0; times < 2; times += 1) for (const change of [...desk.stream]) await react(desk.deps, change)
    expect(desk.mails).toHaveLength(1)
  })
})

describe('the report', () => {
  const run = () => runReports(desk.deps, writeSpreadsheet)

  test('lists what is open of the plan, month after month until it is done [REP-5]', async () => {
    await desk.opened()
    await plan('2026-04-30', 'SIP-2026-000002')
    await plan('2026-03-06')
    desk.moveTo(inShanghai('2026-03-09 09:00'))
    await wake()
    expect((await openMeasures(desk.deps)).map(({ number }) => number)).toEqual([NUMBER, 'SIP-2026-000002'])
    desk.moveTo(inShanghai('2026-04-01 09:00'))
    desk.mails.length = 0
    await run()
    expect((await frozenReport(desk.deps, '2026-03'))?.measures).toMatchObject([
      { number: NUMBER, overdue: true, owner: { name: 'Noor' }, review: '2026-02' },
      { number: 'SIP-2026-000002', overdue: false },
    ])
    const [mail] = desk.mails
    expect(mail?.text).toContain(
      `${NUMBER} Spare printers – Noor, due 2026-03-06 – overdue – from the review of February 2026`,
    )
    expect(mail?.html).toContain(`https://desk.test/improvement/${NUMBER}`)
    await does('ivan', { type: 'finish', outcome: 'Bought' })
    await desk.opened()
    desk.moveTo(inShanghai('2026-05-06 09:00'))
    await run()
    expect((await frozenReport(desk.deps, '2026-04'))?.measures.map(({ number }) => number)).toEqual([
      'SIP-2026-000002',
    ])
  })

  test('of a month is reviewed once there is one, its newest edition [REP-5]', async () => {
    await desk.opened()
    const minutes = { month: '2026-03', heldOn: '2026-03-02', participants: ['Ivan'], minutes: 'Printers, again.' }
    const keep = () => keepMinutes(desk.deps, minutes, asActor(personNamed('ivan')), {})
    await expect(keep()).rejects.toThrow('There is no report of 2026-03')
    desk.moveTo(inShanghai('2026-04-01 09:00'))
    await run()
    expect((await keep()).state).toMatchObject({ edition: 1, minutes: 'Printers, again.' })
  })
})
