import type { SettingKind, SettingValues } from '../../domain/setting/setting.ts'
import { defaultCalendars, defaultCategories, defaultGroups, defaultServices } from './default-catalogue.ts'
import { defaultCodes } from './default-codes.ts'
import { defaultPolicy } from './default-policy.ts'
import { defaultReport } from './default-report.ts'

export type NamedSetting = {
  readonly [Kind in SettingKind]: { readonly kind: Kind; readonly id: string; readonly value: SettingValues[Kind] }
}[SettingKind]

/** Everything a new desk is set up with. */
export const defaultSettings: readonly NamedSetting[] = [
  { kind: 'policy', id: 'default', value: defaultPolicy },
  { kind: 'codes', id: 'default', value: defaultCodes },
  { kind: 'report', id: 'default', value: defaultReport },
  ...defaultCalendars.map((value) => ({ kind: 'calendar' as const, id: value.id, value })),
  ...defaultGroups.map((value) => ({ kind: 'group' as const, id: value.id, value })),
  ...defaultCategories.map((value) => ({ kind: 'category' as const, id: value.id, value })),
  ...defaultServices.map((value) => ({ kind: 'service' as const, id: value.id, value })),
]
