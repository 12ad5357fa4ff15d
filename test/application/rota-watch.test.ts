import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { react } from '../../shared/application/react.ts'
import { changeOverrides } from '../../shared/application/rotas.ts'
import { putSetting } from '../../shared/application/setting-record.ts'
import { plus } from '../../shared/domain/instant.ts'
import type { Layer, Rota } from '../../shared/domain/on-call/rota.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, MONDAY_9, personNamed } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  for (const list of [desk.stream, desk.mails]) list.length = 0
})

const DAY_MS = 86_400_000
const days = (count: number) => plus(MONDAY_9, count * DAY_MS)
const dateOf = (count: number) => days(count).slice(0, 10)

/** From the Monday before on, until so many days after the Monday of the tests. */
const until = (count: number): Layer => ({
  participants: ['hao'],
  atOnce: 1,
  turn: { weeks: 1 },
  startsOn: '2026-02-23',
  handOverAt: '09:00',
  endsOn: dateOf(count),
  windows: [],
  holidays: 'ignored',
  calendar: null,
})

const rota = (id: string, ...layers: readonly Layer[]): Rota => ({
  id,
  name: { en: 'Night watch', 'zh-CN': '夜班' },
  subject: { kind: 'group', group: 'network' },
  timeZone: 'Asia/Shanghai',
  layers,
  overrides: [],
  neededDuring: null,
})

const put = async (value: Rota) => {
  const from = desk.stream.length
  await putSetting(desk.deps, 'rota', value.id, value, DESK)
  await desk.settle(from)
}

/** What the timers do until then, day by day. */
const liveUntil = async (day: number) => {
  for (let today = 1; today <= day; today += 1) {
    desk.moveTo(days(today))
    const from = desk.stream.length
    await desk.wakeDue()
    await desk.settle(from)
  }
}

const told = () => desk.mails.map(({ to, subject }) => [to.address, subject])

describe('the daily look at a rota', () => {
  test('tells the lead of a gap seven days ahead, once [ONC-1]', async () => {
    await put(rota('ends-in-nine', until(9)))
    expect(told()).toEqual([])
    await liveUntil(2)
    expect(told()).toEqual([])
    await liveUntil(3)
    expect(told()).toEqual([['noor@example.com', 'Nobody is on duty: Night watch']])
    expect(desk.mails[0]?.text).toContain('Wed 11 Mar 2026 09:00 (GMT+8) until')
    await liveUntil(8)
    expect(told()).toHaveLength(1)
  })

  test('tells of another gap again, and not of one that has been closed [ONC-1]', async () => {
    await put(rota('two-gaps', until(2), { ...until(5), startsOn: dateOf(3) }))
    expect(desk.mails[0]?.text.match(/Nobody: /g)).toHaveLength(2)
    await liveUntil(1)
    const gap = { from: days(2), to: days(3), person: 'hao', replaces: null }
    await changeOverrides(desk.deps, 'two-gaps', { type: 'add-override', override: gap }, asActor(personNamed('noor')))
    await liveUntil(4)
    expect(told()).toHaveLength(1)
  })

  test('tells the desk managers where there is no lead, in each one’s language [ONC-1]', async () => {
    await put({ ...rota('managers', until(3)), subject: { kind: 'management' } })
    expect(told()).toEqual([['diana@example.com', 'Nobody is on duty: Night watch']])
  })

  test('delivered twice or after a failed mail, each is told once [NOT-4] [ONC-1]', async () => {
    const value = rota('twice', until(3))
    await putSetting(desk.deps, 'rota', value.id, value, DESK)
    let refused = 0
    desk.fate = (name, call) => {
      if (name !== 'mailer.send' || refused > 0) return call()
      refused += 1
      return Promise.reject(new Error('throttled'))
    }
    await expect(desk.settle()).rejects.toThrow('throttled')
    for (let times = 0; times < 2; times += 1) for (const change of [...desk.stream]) await react(desk.deps, change)
    await desk.settle()
    expect(told()).toHaveLength(1)
  })
})
