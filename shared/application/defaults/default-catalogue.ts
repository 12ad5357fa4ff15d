import type { Category, Group, Service } from '../../domain/setting/catalogue.ts'
import type { Calendar, TimeWindow } from '../../domain/sla/calendar.ts'
import { aroundTheClock } from '../../domain/sla/calendar-24x7.ts'
import { chinaOfficeHours } from '../../domain/sla/calendar-cn.ts'
import { FOR_ALARMS, INFRASTRUCTURE, UNCLASSIFIED } from './default-names.ts'

/** SLA-3 */
export const defaultCalendars: readonly Calendar[] = [aroundTheClock, chinaOfficeHours]

const OFFICE_DAY: readonly TimeWindow[] = [['09:00', '17:00']]

export const officeHoursIn = (timeZone: string): Calendar => ({
  id: 'office',
  name: 'Office hours',
  timeZone,
  weekly: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY },
  holidays: [],
  makeUpDays: [],
})

/** The least a desk needs to take anything in (PRI-2): everything reaches the desk itself until a category says more. */
export const defaultGroups: readonly Group[] = [
  { id: 'desk', name: { 'zh-CN': '服务台', en: 'Service desk' }, line: 'desk', lead: null },
]

export const defaultCategories: readonly Category[] = [
  { id: UNCLASSIFIED, name: { 'zh-CN': '未分类', en: 'Not classified yet' }, group: 'desk', secondLineGroup: null },
  { id: FOR_ALARMS, name: { 'zh-CN': '监控告警', en: 'Monitoring alarm' }, group: 'desk', secondLineGroup: null },
]

export const defaultServices: readonly Service[] = [
  {
    id: INFRASTRUCTURE,
    name: { 'zh-CN': '基础设施', en: 'Infrastructure' },
    criticality: 'important',
    owner: null,
    projectManager: null,
    calendar: aroundTheClock.id,
    businessGroup: null,
  },
]
