import type { Calendar, TimeWindow } from '../../shared/domain/sla/calendar.ts'

const officeDay: readonly TimeWindow[] = [['09:00', '17:00']]

/** Feiertage-Gesetz Berlin; those that move with Easter are named for each year. */
export const berlinOffice: Calendar = {
  id: 'berlin-office',
  name: 'Berlin office hours',
  timeZone: 'Europe/Berlin',
  weekly: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
  yearlyHolidays: ['01-01', '03-08', '05-01', '10-03', '12-25', '12-26'],
  holidays: [
    { on: '2026-04-03', name: 'Karfreitag' },
    { on: '2026-04-06', name: 'Ostermontag' },
    { on: '2026-05-14', name: 'Christi Himmelfahrt' },
    { on: '2026-05-25', name: 'Pfingstmontag' },
    { on: '2027-03-26', name: 'Karfreitag' },
    { on: '2027-03-29', name: 'Ostermontag' },
    { on: '2027-05-06', name: 'Christi Himmelfahrt' },
    { on: '2027-05-17', name: 'Pfingstmontag' },
  ],
  makeUpDays: [],
  publishedThrough: 2027,
}
