import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putSetting } from '../../shared/application/setting-record.ts'
import { sweep } from '../../shared/application/sweep.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import { wakeUp } from '../../shared/application/wake-up.ts'
import { plus } from '../../shared/domain/instant.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { DeskOnTable, type Fate, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import { inShanghai, MONDAY_9, smallDesk } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  for (const list of [desk.stream, desk.errors]) list.length = 0
})

const on = (time: string) => inShanghai(`2026-03-02 ${time}`)
const wake = (number: string) => wakeUp(desk.deps, ticketKey(number))
const types = async (number: string) => (await desk.history(number)).map(({ event }) => event.type)
const versionOf = async (number: string) => (await desk.deps.store.load(ticketKey(number)))?.version

/** By ten o'clock of its first morning a priority-4 ticket has been escalated, warned of, and is late. */
const BY_TEN = ['recorded', 'escalated', 'target-warned', 'target-missed', 'escalated', 'regraded']

/** When the ticket last said it wants to be woken. */
const wakeAt = (number: string) =>
  desk.stream.findLast((change) => change.kind === 'wake-up' && change.key.id === number)

describe('a wake-up', () => {
  test('at each moment the ticket asked for leads to the next; each act of the clock bears the instant it was due [SLA-6]', async () => {
    const number = await desk.opened()
    const woken: string[] = []
    for (let next = wakeAt(number); next?.kind === 'wake-up' && next.wakeAt <= on('10:01'); next = wakeAt(number)) {
      desk.moveTo(next.wakeAt)
      const before = await versionOf(number)
      await wake(number)
      expect(await versionOf(number), `something was due at ${next.wakeAt}`).toBe((before ?? 0) + 1)
      woken.push(next.wakeAt)
    }
    expect(woken).toEqual([on('09:30'), on('09:48'), plus(on('10:00'), 1)])
    const lines = (await desk.history(number)).filter(({ actor }) => actor.id === 'clock')
    expect(lines.map(({ at }) => at)).toEqual([on('09:30'), on('09:48'), ...Array(3).fill(plus(on('10:00'), 1))])
    expect(await types(number)).toEqual(BY_TEN)
  })

  test('that is early, stale or double changes nothing [SLA-6]', async () => {
    const number = await desk.opened()
    desk.moveTo(plus(on('09:30'), -1))
    await wake(number)
    expect(await versionOf(number)).toBe(1)
    desk.moveTo(on('10:01'))
    for (let times = 0; times < 3; times += 1) await wake(number)
    expect(await versionOf(number)).toBe(2)
    await desk.act('grace', number, { type: 'cancel', reason: 'mistake' })
    desk.waitMinutes(24 * 60)
    await wake(number)
    expect(await versionOf(number)).toBe(3)
  })

  test('that is late does everything that was due, each with its own instant [SLA-6]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('10:01'))
    await wake(number)
    expect(await types(number)).toEqual(BY_TEN)
    expect((await desk.history(number)).filter(({ event }) => event.type === 'target-warned')).toMatchObject([
      { at: on('10:01'), event: { warnAt: on('09:48'), dueAt: on('10:00') } },
    ])
  })

  test('twice at the same moment warns and escalates once [SLA-6] [NOT-4]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('10:01'))
    desk.fate = meetingAt('store.commit', 3)
    await Promise.all([wake(number), wake(number), wake(number)])
    expect(await types(number)).toEqual(BY_TEN)
  })

  test('finds the ticket changed meanwhile: what is due is judged by what it is now [SLA-6]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('09:48'))
    const overtaken: Fate = async (name, call) => {
      if (name !== 'store.commit') return call()
      desk.fate = letThrough
      await desk.act('grace', number, { type: 'assign', group: 'network' })
      return call()
    }
    desk.fate = overtaken
    await wake(number)
    expect(await types(number)).toEqual(['recorded', 'escalated', 'target-warned', 'assigned'])
  })

  test('whose process dies at any call, delivered again, does it once [SLA-6] [NOT-4]', async () => {
    const deaths = await dyingAtEveryCall(desk, {
      arrange: async () => {
        desk.moveTo(MONDAY_9)
        const number = await desk.opened()
        desk.moveTo(on('10:01'))
        return { deliver: () => wake(number), end: () => types(number) }
      },
      check: (end, died) => expect(end, died).toEqual(BY_TEN),
    })
    expect(deaths).toEqual(['before store.load', 'before store.commit', 'after store.commit'])
  })

  test('for a record there is none of is noted; any other trouble is for the timer to try again [SLA-6]', async () => {
    await wake('INC-2026-999999')
    expect(desk.errors).toMatchObject([{ code: 'unknown-ticket' }])
    const number = await desk.opened()
    desk.deps.settings.forget()
    desk.fate = async (name, call) => (name === 'store.list' ? ({ items: [], cursor: null } as never) : call())
    await expect(wake(number)).rejects.toMatchObject({ code: 'not-set-up' })
    desk.deps.settings.forget()
  })

  test('of a record that time does not pass for is nothing', async () => {
    desk.fate = async (name) => Promise.reject(new Error(`asked ${name}`))
    await wakeUp(desk.deps, { kind: 'person', id: 'anna' })
  })
})

/** Only what these tests open may be due when the sweep looks. */
const nothingElseIsDue = async () => {
  desk.moveTo('2026-01-01T00:00:00.000Z')
  expect(await desk.due()).toEqual([])
}

describe('the sweep', () => {
  test('finds wake-ups that got lost and does what they would have done, once [SLA-7]', async () => {
    await nothingElseIsDue()
    desk.moveTo(inShanghai('2026-01-05 09:00'))
    const number = await desk.opened()
    expect(await sweep(desk.deps)).toBe(0)
    desk.moveTo(inShanghai('2026-01-05 10:01'))
    expect(await sweep(desk.deps)).toBe(1)
    expect(await types(number)).toEqual(BY_TEN)
    expect(await sweep(desk.deps)).toBe(0)
    await desk.act('grace', number, { type: 'cancel', reason: 'over' })
  })

  test('moves on a time the ticket no longer wants to be woken at, without a line in its history, and is then done [SLA-7]', async () => {
    await nothingElseIsDue()
    desk.moveTo(inShanghai('2026-01-06 09:00'))
    const number = await desk.opened()
    await desk.act('grace', number, { type: 'wait', code: 'requester', reason: '?' })
    const longer = smallDesk.codes.waitCodes.map((code) => ({ ...code, longestStayWorkingMinutes: 100 * 450 }))
    await putSetting(desk.deps, 'codes', 'default', { ...smallDesk.codes, waitCodes: longer }, DESK)

    desk.moveTo(inShanghai('2026-01-08 18:00'))
    expect(await sweep(desk.deps)).toBe(1)
    expect(await versionOf(number)).toBe(2)
    desk.waitMinutes(3)
    expect(await sweep(desk.deps)).toBe(1)
    expect(await versionOf(number)).toBe(3)
    expect(desk.figures.at(-1)).toEqual({ name: 'WakeUpLateness', value: 180 })
    expect(await types(number)).toEqual(['recorded', 'waiting-started'])
    desk.waitMinutes(3)
    expect(await sweep(desk.deps)).toBe(0)
    expect(await versionOf(number)).toBe(3)
    await desk.act('grace', number, { type: 'cancel', reason: 'over' })
    await putSetting(desk.deps, 'codes', 'default', smallDesk.codes, DESK)
  })

  test('goes on to the next when one fails, and says so [SLA-7]', async () => {
    await nothingElseIsDue()
    desk.moveTo(inShanghai('2026-01-09 09:00'))
    const numbers = [await desk.opened(), await desk.opened(), await desk.opened()]
    desk.moveTo(inShanghai('2026-01-09 10:01'))
    let loads = 0
    desk.fate = async (name, call) => {
      if (name === 'store.load' && ++loads === 1) throw new Error('throttled')
      return call()
    }
    expect(await sweep(desk.deps)).toBe(2)
    expect(desk.errors).toMatchObject([{ message: 'throttled' }])
    expect(await sweep(desk.deps)).toBe(1)
    for (const number of numbers) expect(await types(number)).toEqual(BY_TEN)
  })
})
