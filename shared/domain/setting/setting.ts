import type { Rota } from '../on-call/rota.ts'
import { hasRole } from '../people/actor.ts'
import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { Calendar } from '../sla/calendar.ts'
import type { Category, ChatChannel, Codes, Department, Group, Item, Service } from './catalogue.ts'
import type { Policy } from './policy.ts'
import type { ReportSetting } from './report-setting.ts'

/** What each kind of setting holds. */
export type SettingValues = {
  readonly policy: Policy
  readonly codes: Codes
  readonly calendar: Calendar
  readonly category: Category
  readonly service: Service
  readonly group: Group
  readonly item: Item
  readonly department: Department
  readonly report: ReportSetting
  readonly rota: Rota
  readonly 'chat-channel': ChatChannel
}

export type SettingKind = keyof SettingValues

/** One page of the administrator's book; every version is kept. Policy, codes and report have the one id `default`. */
export type Setting<Kind extends SettingKind = SettingKind> = {
  readonly kind: Kind
  readonly id: string
  readonly value: SettingValues[Kind]
  readonly updatedAt: string
}

export type SettingCommand = {
  readonly type: 'put'
  readonly kind: SettingKind
  readonly id: string
  readonly value: Setting['value']
}
export type SettingEvent = {
  readonly type: 'setting-put'
  readonly kind: SettingKind
  readonly id: string
  readonly value: Setting['value']
}

/** Settings are for administrators, and for the desk itself when it is set up. The value's shape is checked at the edge. */
export const settingDecider: Decider<Setting, SettingCommand, SettingEvent, Context> = {
  decide: (setting, { kind, id, value }, { actor }) => {
    if (actor.kind !== 'system' && !hasRole(actor, 'administrator')) {
      refuse('forbidden', 'not-your-act', 'Settings are changed by administrators.')
    }
    const same = JSON.stringify(setting?.value) === JSON.stringify(value)
    return same ? [] : [{ type: 'setting-put', kind, id, value }]
  },
  evolve: (_, { kind, id, value }, { at }) => ({ kind, id, value, updatedAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}
