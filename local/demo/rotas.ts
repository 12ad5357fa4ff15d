import type { DutyWindow, Layer, Rota } from '../../shared/domain/on-call/rota.ts'
import { berlinOffice } from './berlin-calendar.ts'

const WORKDAYS: DutyWindow['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']

const weekly = (participants: readonly string[], windows: readonly DutyWindow[], atOnce = 1): Layer => ({
  participants,
  atOnce,
  turn: { weeks: 1 },
  startsOn: '2024-01-01',
  handOverAt: '08:00',
  endsOn: null,
  windows,
  holidays: 'ignored',
  calendar: null,
})

/**
 * Early and late shifts that change hands every Monday, management around the clock, and the desk itself, which the first line
 * helps at midday (ROL-6); nobody is told less than without.
 */
export const demoRotas: readonly Rota[] = [
  {
    id: 'desk-shifts',
    name: { 'zh-CN': '服务台早晚班', en: 'Service desk, early and late' },
    subject: { kind: 'group', group: 'desk' },
    timeZone: 'Europe/Berlin',
    neededDuring: berlinOffice.id,
    layers: [
      weekly(['grace', 'wei'], [{ days: WORKDAYS, from: '08:00', to: '14:00' }]),
      weekly(['wei', 'grace'], [{ days: WORKDAYS, from: '14:00', to: '20:00' }]),
    ],
    overrides: [],
  },
  {
    id: 'service-desk',
    name: { 'zh-CN': '值台（含一线支援）', en: 'At the desk, with help from the first line' },
    subject: { kind: 'desk' },
    timeZone: 'Europe/Berlin',
    neededDuring: null,
    layers: [
      weekly(['grace', 'wei'], [], 2),
      weekly(['grace', 'wei', 'jonas'], [{ days: WORKDAYS, from: '11:00', to: '15:00' }], 3),
    ],
    overrides: [],
  },
  {
    id: 'management',
    name: { 'zh-CN': '管理层值班', en: 'Management on call' },
    subject: { kind: 'management' },
    timeZone: 'Europe/Berlin',
    neededDuring: null,
    layers: [weekly(['martin'], [])],
    overrides: [],
  },
]
