import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { type Actor, DESK } from '../../../shared/domain/people/actor.ts'
import { type SettingCommand, settingDecider } from '../../../shared/domain/setting/setting.ts'
import { refusalOf } from '../../support/desk-at-work.ts'
import { asActor, MONDAY_9, personNamed } from '../../support/ticket-fixtures.ts'

const context = (actor: Actor) => ({ now: MONDAY_9, actor, newId: () => 'id' })
const administrator = context(asActor(personNamed('ada')))
const put: SettingCommand = { type: 'put', kind: 'policy', id: 'default', value: defaultPolicy }
const setting = { kind: 'policy', id: 'default', value: defaultPolicy, updatedAt: MONDAY_9 } as const

describe('settings', () => {
  test('are data an administrator changes, and nobody else [ROL-2, ESC-1]', () => {
    expect(settingDecider.decide(null, put, administrator)).toEqual([{ ...put, type: 'setting-put' }])
    expect(settingDecider.decide(null, put, context(DESK))).toHaveLength(1)
    for (const id of ['grace', 'diana', 'martin', 'noor'])
      expect(refusalOf(() => settingDecider.decide(null, put, context(asActor(personNamed(id)))))).toBe(
        'forbidden not-your-act',
      )
  })

  test('the same value again is no new version, another one is [ESC-9]', () => {
    expect(settingDecider.decide(setting, put, administrator)).toEqual([])
    const other = { ...defaultPolicy, warnAtPercent: 70 }
    expect(settingDecider.decide(setting, { ...put, value: other }, administrator)).toHaveLength(1)
  })

  test('a setting is what was last put and wants nothing by itself [ESC-9]', () => {
    const meta = { at: MONDAY_9, actor: { kind: 'person', id: 'ada', name: 'Ada' } } as const
    expect(settingDecider.evolve(null, { ...put, type: 'setting-put' }, meta)).toEqual(setting)
    expect(settingDecider.passTime(setting, administrator)).toEqual([])
    expect(settingDecider.wakeAt(setting, administrator)).toBeNull()
  })
})
