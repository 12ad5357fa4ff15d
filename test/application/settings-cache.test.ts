import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putPerson, putSetting } from '../../shared/application/setting-record.ts'
import { createSettings } from '../../shared/application/settings-cache.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { calmPolicy, DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { anna, MONDAY_9, personNamed } from '../support/ticket-fixtures.ts'

let table: TestTable
let desk: DeskOnTable
/** Another process of the same desk. */
let other: DeskOnTable
beforeAll(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
})
beforeEach(() => {
  desk.fate = letThrough
  desk.moveTo(MONDAY_9)
  other = new DeskOnTable(table)
})

const warnAt = async (of: DeskOnTable) => (await of.deps.settings.desk()).policy.value.warnAtPercent
const put = (warnAtPercent: number) =>
  putSetting(desk.deps, 'policy', 'default', { ...calmPolicy, warnAtPercent }, DESK)

describe('settings', () => {
  test('are read once for half a minute, by however many ask at once, and again after it [ESC-9]', async () => {
    const ask = () => Promise.all([warnAt(other), warnAt(other), other.deps.settings.person('grace')])
    expect(await table.requestsOf(ask)).toHaveLength(2)
    other.moveTo('2026-03-02T01:00:29.999Z')
    expect(await table.requestsOf(ask)).toEqual([])
    other.moveTo('2026-03-02T01:00:30.000Z')
    expect(await table.requestsOf(ask)).toHaveLength(2)
  })

  test('changed here are seen here at once, elsewhere within half a minute [ESC-9]', async () => {
    await put(70)
    expect([await warnAt(desk), await warnAt(other)]).toEqual([70, 70])
    await put(60)
    expect([await warnAt(desk), await warnAt(other)]).toEqual([60, 70])
    other.moveTo('2026-03-02T01:00:30.000Z')
    expect(await warnAt(other)).toBe(60)
  })

  test('that could not be read are asked for again: a failure is not kept', async () => {
    other.fate = async (name) => Promise.reject(new Error(`${name} failed`))
    const { settings } = other.deps
    await expect(settings.desk()).rejects.toThrow('store.list failed')
    await expect(settings.personByEmail('anna@example.com')).rejects.toThrow('store.alias failed')
    await expect(settings.policyAt(1)).rejects.toThrow('failed')
    other.fate = letThrough
    expect(await settings.personByEmail('anna@example.com')).toMatchObject({ id: 'anna' })
    expect(await settings.policyAt(1)).toMatchObject({ warnAtPercent: 80 })
  })

  test('and people asked for are not kept without end: every mail brings an address [INT-5]', async () => {
    let asked = 0
    const alias = async () => {
      asked += 1
      return null
    }
    const settings = createSettings({ store: { ...other.deps.store, alias }, clock: other.deps.clock })
    for (let n = 0; n <= 2_000; n += 1) await settings.personByEmail(`${n}@elsewhere.test`)
    await settings.personByEmail('2000@elsewhere.test')
    expect(asked).toBe(2_001)
    await settings.personByEmail('0@elsewhere.test')
    expect(asked).toBe(2_002)
  })

  test('of a desk that is not set up say so', async () => {
    const { store, clock } = new DeskOnTable(await testTable()).deps
    await expect(createSettings({ store, clock }).desk()).rejects.toMatchObject({ code: 'not-set-up' })
  })
})

describe('a past version', () => {
  test('is what it was for good: read once in the life of a process, also after everything was forgotten [ESC-9]', async () => {
    await put(50)
    const { settings } = other.deps
    expect((await settings.policyAt(1)).warnAtPercent).toBe(80)
    settings.forget()
    other.waitMinutes(24 * 60)
    await settings.desk()
    expect(await table.requestsOf(() => settings.policyAt(1))).toEqual([])
    expect((await settings.policyAt(1)).warnAtPercent).toBe(80)
  })

  test('that there never was is refused, and asked for again the next time [ESC-9]', async () => {
    const { settings } = other.deps
    await expect(settings.calendarAt('cn-office', 99)).rejects.toMatchObject({ code: 'unknown-version' })
    expect(await table.requestsOf(() => settings.calendarAt('cn-office', 99).catch(() => null))).toHaveLength(1)
  })

  test('newer than what this process has heard of is found all the same [ESC-9]', async () => {
    await other.deps.settings.desk()
    const { version } = await put(40)
    expect((await other.deps.settings.policyAt(version)).warnAtPercent).toBe(40)
  })
})

describe('a person', () => {
  test('is known by id and by address, in any letters; a stranger is nobody [INT-6]', async () => {
    const { settings } = other.deps
    expect(await settings.person('anna')).toMatchObject({ email: 'anna@example.com' })
    expect(await settings.person('nobody')).toBeNull()
    expect(await settings.personByEmail(' Grace@EXAMPLE.com')).toMatchObject({ id: 'grace' })
    expect(await settings.personByEmail('nobody@example.com')).toBeNull()
    expect(await settings.personByEmail('')).toBeNull()
  })

  test('who leaves, or changes the address, is no longer found elsewhere within half a minute [INT-6]', async () => {
    const { settings } = other.deps
    await Promise.all([settings.personByEmail('anna@example.com'), settings.personByEmail('hao@example.com')])
    await putPerson(desk.deps, { ...anna, email: 'anna.b@example.com' }, DESK)
    await putPerson(desk.deps, { ...personNamed('hao'), active: false }, DESK)
    other.moveTo('2026-03-02T01:00:30.000Z')
    expect(await settings.personByEmail('anna@example.com')).toBeNull()
    expect(await settings.personByEmail('hao@example.com')).toBeNull()
    expect(await settings.personByEmail('anna.b@example.com')).toMatchObject({ id: 'anna' })
  })
})
