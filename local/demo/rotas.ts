import type { DutyWindow, Layer, Rota } from '../../shared/domain/on-call/rota.ts'
import { berlinOffice } from './berlin-calendar.ts'

const WORKDAYS: DutyWindow['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']

const weekly = (participants: readonly string[], windows: readonly DutyWindow[]): Layer => ({
  participants,
  atOnce: 1,
  turn: { weeks: 1 },
  startsOn: '2024-01-01',
  handOverAt: '08:00',
  endsOn: null,
  windows,
  holidays: 'ignored',
  calendar: null,
})

/** Early and late shifts that change hands every Monday, and management around the clock; nobody is told less than without. */
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
    id: 'management',
    name: { 'zh-CN': '管理层值班', en: 'Management on call' },
    subject: { kind: 'management' },
    timeZone: 'Europe/Berlin',
    neededDuring: null,
    layers: [weekly(['martin'], [])],
    overrides: [],
  },
]
