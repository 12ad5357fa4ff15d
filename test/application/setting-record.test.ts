import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { NameTaken } from '../../shared/application/record-type.ts'
import { personKey, putPerson, putSetting, settingVersionName } from '../../shared/application/setting-record.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import { calmPolicy, DeskOnTable, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, personNamed } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
afterEach(() => {
  desk.fate = letThrough
})

const ada = asActor(personNamed('ada'))
const warningAt = (warnAtPercent: number): Policy => ({ ...calmPolicy, warnAtPercent })
const outcome = (act: Promise<{ readonly version: number }>): Promise<unknown> =>
  act.then(
    ({ version }) => version,
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  )
const policyOf = (version: number) => desk.deps.store.alias(settingVersionName('policy', 'default', version))

describe('a setting', () => {
  test('keeps what each of its versions said; the same again is no new version [ESC-9]', async () => {
    const put = (percent: number) => putSetting(desk.deps, 'policy', 'default', warningAt(percent), ada)
    expect(await put(70)).toMatchObject({ version: 2 })
    expect(await put(70)).toMatchObject({ version: 2 })
    expect(await put(60)).toMatchObject({ version: 3 })
    const said = await Promise.all([1, 2, 3].map(policyOf))
    expect(said.map((found) => JSON.parse(found?.data ?? '{}').warnAtPercent)).toEqual([80, 70, 60])
    expect(await policyOf(4)).toBeNull()
  })

  test('changed by two at once is changed by one; the other is told so [LIF-9] [API-1]', async () => {
    const put = (name: string) =>
      putSetting(
        desk.deps,
        'department',
        'sales',
        { id: 'sales', name: { en: name, 'zh-CN': name }, head: null, sharesTickets: false },
        ada,
      )
    expect(await outcome(put('Sales'))).toBe(1)
    desk.fate = meetingAt('store.commit', 2)
    const outcomes = await Promise.all([outcome(put('North')), outcome(put('South'))])
    expect(outcomes.toSorted()).toEqual([2, 'stale-version'])
  })

  test('put twice at once under one key is put once, and both get the answer [API-1]', async () => {
    const put = () =>
      putSetting(desk.deps, 'policy', 'default', warningAt(55), ada, {
        expectedVersion: 3,
        idempotency: { key: 'policy', hash: 'h' },
      })
    desk.fate = meetingAt('store.commit', 2)
    expect(await Promise.all([outcome(put()), outcome(put())])).toEqual([4, 4])
    expect(await outcome(put())).toBe(4)
  })

  test('is for administrators [ROL-2]', async () => {
    const put = putSetting(desk.deps, 'policy', 'default', warningAt(50), asActor(personNamed('grace')))
    expect(await outcome(put)).toBe('not-your-act')
  })
})

describe('a person', () => {
  const petra = personNamed('petra')
  const newcomer = { ...petra, id: 'newcomer', email: 'petra@example.com' }

  test('cannot have an address somebody else has [INT-6]', async () => {
    await expect(putPerson(desk.deps, newcomer, DESK)).rejects.toThrow(NameTaken)
    expect(await desk.deps.store.load(personKey('newcomer'))).toBeNull()
    expect(await desk.deps.settings.personByEmail('Petra@Example.com ')).toMatchObject({ id: 'petra' })
  })

  test('who gives an address up leaves it to others, and is not found by it any more [INT-6]', async () => {
    await putPerson(desk.deps, { ...petra, email: 'petra.new@example.com' }, DESK)
    expect(await desk.deps.settings.personByEmail('petra@example.com')).toBeNull()
    expect(await desk.deps.settings.personByEmail('petra.new@example.com')).toMatchObject({ id: 'petra' })
    await putPerson(desk.deps, newcomer, DESK)
    expect(await desk.deps.settings.personByEmail('petra@example.com')).toMatchObject({ id: 'newcomer' })
    await expect(putPerson(desk.deps, petra, DESK)).rejects.toThrow(NameTaken)
  })

  test('writing the same address in other letters keeps it', async () => {
    await putPerson(desk.deps, { ...newcomer, email: 'Petra@Example.COM' }, DESK)
    expect(await desk.deps.settings.personByEmail('petra@example.com')).toMatchObject({ id: 'newcomer' })
  })

  test('who has left is nobody by mail [INT-6]', async () => {
    await putPerson(desk.deps, { ...newcomer, active: false }, DESK)
    expect(await desk.deps.settings.personByEmail('petra@example.com')).toBeNull()
  })
})
