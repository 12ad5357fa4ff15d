import type { SettingKind, SettingValues } from '../../domain/setting/setting.ts'
import { chinaOfficeHours } from '../../domain/sla/calendar-cn.ts'
import {
  defaultCalendars,
  defaultCategories,
  defaultGroups,
  defaultServices,
  officeHoursIn,
} from './default-catalogue.ts'
import { defaultCodes } from './default-codes.ts'
import { defaultPolicy } from './default-policy.ts'
import { defaultReport } from './default-report.ts'

export type NamedSetting = {
  readonly [Kind in SettingKind]: { readonly kind: Kind; readonly id: string; readonly value: SettingValues[Kind] }
}[SettingKind]

/** Everything a new desk is set up with, on China's office hours. */
export const defaultSettings: readonly NamedSetting[] = [
  { kind: 'policy', id: 'default', value: defaultPolicy },
  { kind: 'codes', id: 'default', value: defaultCodes },
  { kind: 'report', id: 'default', value: defaultReport },
  ...defaultCalendars.map((value) => ({ kind: 'calendar' as const, id: value.id, value })),
  ...defaultGroups.map((value) => ({ kind: 'group' as const, id: value.id, value })),
  ...defaultCategories.map((value) => ({ kind: 'category' as const, id: value.id, value })),
  ...defaultServices.map((value) => ({ kind: 'service' as const, id: value.id, value })),
]

/** The same for a desk in another zone: with office hours of its own, whose holidays an administrator enters (SLA-3). */
export const defaultSettingsIn = (timeZone: string): readonly NamedSetting[] => {
  if (timeZone === chinaOfficeHours.timeZone) return defaultSettings
  const calendar = officeHoursIn(timeZone)
  const policy = { ...defaultPolicy, intake: { ...defaultPolicy.intake, defaultCalendar: calendar.id } }
  return [
    { kind: 'policy', id: 'default', value: policy },
    { kind: 'calendar', id: calendar.id, value: calendar },
    ...defaultSettings.filter(({ kind }) => kind !== 'policy'),
  ]
}
