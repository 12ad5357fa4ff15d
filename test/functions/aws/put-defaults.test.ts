import { beforeAll, describe, expect, test } from 'vitest'
import { putDefaults } from '../../../functions/aws/put-defaults.ts'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { putSetting } from '../../../shared/application/setting-record.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { zoneOf } from '../../../shared/domain/setting/desk.ts'
import { DeskOnTable } from '../../support/desk-on-table.ts'
import { testTable } from '../../support/dynamodb.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = new DeskOnTable(await testTable())
})

const deploy = (type: 'Create' | 'Update' | 'Delete') =>
  putDefaults(desk.deps)({ type, properties: { TimeZone: 'Asia/Shanghai' } })
const policy = async () => (await desk.deps.settings.desk()).policy

describe('a deployment', () => {
  test('gives an empty table what a desk is judged by, before anybody signs in [PRI-4, SLA-1, SLA-3]', async () => {
    await expect(desk.deps.settings.desk()).rejects.toMatchObject({ code: 'not-set-up' })
    await deploy('Create')
    const { policy, calendars, groups, categories } = await desk.deps.settings.desk()
    expect(policy.value).toEqual(defaultPolicy)
    expect([...calendars.keys()].toSorted()).toEqual(['24x7', 'cn-office'])
    expect([...categories.values()].every(({ group }) => groups.has(group))).toBe(true)
  })

  test('gives one elsewhere office hours in its own zone, where its days and months begin [SLA-3]', async () => {
    const elsewhere = new DeskOnTable(await testTable())
    await putDefaults(elsewhere.deps)({ type: 'Create', properties: { TimeZone: 'Europe/Berlin' } })
    const settings = await elsewhere.deps.settings.desk()
    expect(zoneOf(settings)).toBe('Europe/Berlin')
    expect([...settings.calendars.keys()].toSorted()).toEqual(['24x7', 'cn-office', 'office'])
  })

  test('leaves what an administrator has changed, however often it is repeated [AUD-1]', async () => {
    await putSetting(desk.deps, 'policy', 'default', { ...defaultPolicy, warnAtPercent: 70 }, DESK)
    const changed = await policy()
    for (const type of ['Update', 'Update', 'Delete'] as const) await deploy(type)
    expect(await policy()).toEqual(changed)
    expect(changed.value.warnAtPercent).toBe(70)
  })
})
