import type { Calendar, TimeWindow } from './calendar.ts'

const allDay: readonly TimeWindow[] = [['00:00', '24:00']]

/** Around the clock: what priorities 1 and 2 run on [SLA-1]. Its zone only names the days. */
export const aroundTheClock: Calendar = {
  id: '24x7',
  name: '24×7',
  timeZone: 'UTC',
  weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  holidays: [],
  makeUpDays: [],
}
