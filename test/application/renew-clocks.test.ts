import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { react } from '../../shared/application/react.ts'
import { putSetting, settingKey } from '../../shared/application/setting-record.ts'
import { ticketContext } from '../../shared/application/ticket-record.ts'
import { CLOCK, DESK } from '../../shared/domain/people/actor.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { Calendar } from '../../shared/domain/sla/calendar.ts'
import { stepClock } from '../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../shared/domain/ticket/context.ts'
import { calmPolicy, DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { inShanghai, smallDesk } from '../support/ticket-fixtures.ts'

/** Office hours whose holidays are published through 2026; those of 2027 come late. */
const known: Calendar = { ...calendarNamed('cn-office'), publishedThrough: 2026 }
const dayOff = { on: '2027-01-04', name: '元旦' }
const withNextYear: Calendar = { ...known, publishedThrough: 2027, holidays: [...known.holidays, dayOff] }
const withShorterDays: Calendar = {
  ...known,
  weekly: Object.fromEntries(Object.keys(known.weekly).map((day) => [day, [['09:00', '12:00']]])),
}

function calendarNamed(id: string): Calendar {
  const found = smallDesk.calendars.get(id)?.value
  if (!found) throw new Error(`no calendar ${id}`)
  return found
}

let table: TestTable
let desk: DeskOnTable
beforeAll(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
})
beforeEach(async () => {
  desk.fate = letThrough
  await putCalendar(known)
})

const putCalendar = async (value: Calendar) => {
  await putSetting(desk.deps, 'calendar', value.id, value, DESK)
  return desk.stream.findLast((change) => change.kind === 'event' && change.line.record.kind === 'setting')
}
/** An administrator writes the calendar, and the stream tells of it. */
const arrives = async (value: Calendar): Promise<void> => {
  const change = await putCalendar(value)
  if (change) await react(desk.deps, change)
}

/** Priority 4 has forty working hours: five and a third working days. */
const openedOn = (date: string): Promise<string> => {
  desk.moveTo(inShanghai(`${date} 09:00`))
  return desk.opened()
}
const restore = async (number: string, now = desk.now()) => {
  const ticket = await desk.ticket(number)
  const context = await ticketContext({ now, actor: CLOCK, newId: () => '' }, ticket, desk.deps)
  const clock = stepClock(ticket, 'restore', judgedBy(ticket, context), now)
  return { dueAt: clock?.dueAt, provisional: clock?.provisional }
}
const renewals = async (number: string) =>
  (await desk.history(number)).filter(({ event }) => event.type === 'clocks-renewed')

const asIfWorked = { dueAt: inShanghai('2027-01-05 11:30'), provisional: true }
const asPublished = { dueAt: inShanghai('2027-01-06 11:30'), provisional: false }

describe('the reaction to a new calendar', () => {
  test('that dies at any call, delivered again, leaves every ticket timed anew, once [SLA-3]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        await putCalendar(known)
        const number = await openedOn('2026-12-28')
        const change = await putCalendar(withNextYear)
        return {
          deliver: async () => change && react(desk.deps, change),
          end: async () => {
            const end = { ...(await restore(number)), times: (await renewals(number)).length }
            await desk.act('grace', number, { type: 'cancel', reason: 'over' })
            return end
          },
        }
      },
      check: (end, died) => expect(end, died).toEqual({ ...asPublished, times: 1 }),
    })
  })

  test('is tried again when the list of settings does not show it yet: such lists lag by a moment [SLA-3]', async () => {
    const number = await openedOn('2026-12-28')
    const lagging = await desk.deps.store.list('kind', 'SETTING', { limit: 200 })
    const change = await putCalendar(withNextYear)
    if (!change) return expect.unreachable()
    desk.fate = async (name, call) => {
      const page = await call()
      const isSettings = name === 'store.list' && JSON.stringify(page).includes('cn-office')
      return isSettings ? (lagging as typeof page) : page
    }
    await expect(react(desk.deps, change)).rejects.toThrow('calendar/cn-office')
    desk.fate = letThrough
    await react(desk.deps, change)
    expect(await restore(number)).toEqual(asPublished)
  })
})

describe('a ticket timed into a year whose holidays are not published', () => {
  test('is provisional, and timed anew when the year arrives: once, by the clock, also told twice [SLA-3]', async () => {
    const number = await openedOn('2026-12-28')
    expect(await restore(number)).toEqual(asIfWorked)
    await arrives(withNextYear)
    expect(await restore(number)).toEqual(asPublished)
    const told = desk.stream.findLast((line) => line.kind === 'event' && line.line.record.kind === 'setting')
    if (told) await react(desk.deps, told)
    expect(await renewals(number)).toMatchObject([
      { actor: { id: 'clock' }, changes: { calendar: { after: { id: 'cn-office' } } } },
    ])
  })

  test('is not touched by a version that brings other hours and no year [SLA-3] [SLA-4]', async () => {
    const number = await openedOn('2026-12-28')
    await arrives(withShorterDays)
    await desk.act('grace', number, { type: 'accept' })
    expect(await restore(number)).toEqual(asIfWorked)
    expect(await renewals(number)).toEqual([])
  })

  test('nor is one whose promises end before, though the version brings both [SLA-3] [SLA-4]', async () => {
    const number = await openedOn('2026-12-01')
    const before = await restore(number)
    await arrives({ ...withShorterDays, publishedThrough: 2027 })
    await desk.act('grace', number, { type: 'accept' })
    expect(await restore(number)).toEqual(before)
    expect(before.provisional).toBe(false)
  })

  test('that comes to reach into it by waiting is timed anew when it goes on, long after the year arrived [SLA-3] [WAI-3]', async () => {
    const number = await openedOn('2026-12-21')
    await desk.act('grace', number, { type: 'accept' })
    await desk.act('grace', number, { type: 'wait', code: 'vendor', reason: 'a part' })
    await arrives(withNextYear)
    expect(await renewals(number)).toEqual([])
    desk.moveTo(inShanghai('2026-12-28 09:00'))
    await desk.act('grace', number, { type: 'resume' })
    expect(await restore(number)).toEqual(asPublished)
    expect(await renewals(number)).toHaveLength(1)
  })

  test('by a process that had not heard of the year yet is timed anew at its next act [SLA-3]', async () => {
    const sibling = new DeskOnTable(table)
    sibling.moveTo(inShanghai('2026-12-28 09:00'))
    await sibling.deps.settings.desk()
    await arrives(withNextYear)
    const number = await sibling.opened()
    desk.moveTo(sibling.now())
    expect(await restore(number)).toEqual(asIfWorked)
    desk.waitMinutes(1)
    await desk.act('grace', number, { type: 'accept' })
    expect(await restore(number)).toEqual(asPublished)
  })

  test('goes back to no earlier version when a process has an older list of settings [SLA-3] [SLA-4]', async () => {
    const sibling = new DeskOnTable(table)
    sibling.moveTo(inShanghai('2026-12-28 09:00'))
    await sibling.deps.settings.desk()
    await arrives(withNextYear)
    const number = await openedOn('2026-12-28')
    await sibling.act('grace', number, { type: 'accept' })
    expect(await restore(number)).toEqual(asPublished)
  })
})

describe('a changed policy', () => {
  const stricter: Policy = {
    ...calmPolicy,
    targets: { ...calmPolicy.targets, 4: { ...calmPolicy.targets[4], restoreMinutes: 60 } },
  }

  test('touches later tickets only; a ticket keeps the one it was recorded under, whatever is done to it [ESC-9]', async () => {
    const before = await openedOn('2026-03-02')
    const due = await restore(before)
    await putSetting(desk.deps, 'policy', 'default', stricter, DESK)
    const after = await desk.opened()
    expect((await restore(after)).dueAt).toBe(inShanghai('2026-03-02 10:00'))
    expect(await restore(before)).toEqual(due)
    await desk.act('grace', before, { type: 'classify', impact: 'minor', urgency: 'medium', reason: 'more' })
    await desk.act('grace', before, { type: 'classify', impact: 'minor', urgency: 'low', reason: 'less' })
    expect(await restore(before)).toEqual(due)
    expect(await desk.deps.store.load(settingKey('policy', 'default'))).toMatchObject({ version: 2 })
    expect((await desk.ticket(before)).policyVersion).toBe(1)
  })
})
