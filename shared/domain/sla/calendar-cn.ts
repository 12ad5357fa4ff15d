import type { Calendar, TimeWindow } from './calendar.ts'
import { DAY_MS } from './hours-of-date.ts'

type Decreed = {
  readonly name: string
  readonly off: readonly [first: string, last: string]
  readonly worked?: readonly string[]
}

/**
 * Days off, first to last, and the weekend days worked for them, as the General Office of the State Council announces
 * them each November for the year to come. A new year is a new paragraph here and a new `publishedThrough`.
 */
const decreed: readonly Decreed[] = [
  // https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm
  { name: '元旦', off: ['2024-01-01', '2024-01-01'] },
  { name: '春节', off: ['2024-02-10', '2024-02-17'], worked: ['2024-02-04', '2024-02-18'] },
  { name: '清明节', off: ['2024-04-04', '2024-04-06'], worked: ['2024-04-07'] },
  { name: '劳动节', off: ['2024-05-01', '2024-05-05'], worked: ['2024-04-28', '2024-05-11'] },
  { name: '端午节', off: ['2024-06-10', '2024-06-10'] },
  { name: '中秋节', off: ['2024-09-15', '2024-09-17'], worked: ['2024-09-14'] },
  { name: '国庆节', off: ['2024-10-01', '2024-10-07'], worked: ['2024-09-29', '2024-10-12'] },
  // https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
  { name: '元旦', off: ['2025-01-01', '2025-01-01'] },
  { name: '春节', off: ['2025-01-28', '2025-02-04'], worked: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', off: ['2025-04-04', '2025-04-06'] },
  { name: '劳动节', off: ['2025-05-01', '2025-05-05'], worked: ['2025-04-27'] },
  { name: '端午节', off: ['2025-05-31', '2025-06-02'] },
  { name: '国庆节、中秋节', off: ['2025-10-01', '2025-10-08'], worked: ['2025-09-28', '2025-10-11'] },
  // https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
  { name: '元旦', off: ['2026-01-01', '2026-01-03'], worked: ['2026-01-04'] },
  { name: '春节', off: ['2026-02-15', '2026-02-23'], worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', off: ['2026-04-04', '2026-04-06'] },
  { name: '劳动节', off: ['2026-05-01', '2026-05-05'], worked: ['2026-05-09'] },
  { name: '端午节', off: ['2026-06-19', '2026-06-21'] },
  { name: '中秋节', off: ['2026-09-25', '2026-09-27'] },
  { name: '国庆节', off: ['2026-10-01', '2026-10-07'], worked: ['2026-09-20', '2026-10-10'] },
]

const eachDate = ([first, last]: readonly [string, string]): readonly string[] => {
  const dates: string[] = []
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += DAY_MS)
    dates.push(new Date(ms).toISOString().slice(0, 10))
  return dates
}

/**
 * The days off that fall on the same date each year by State Council Decree 795, so that provisional results past the
 * published years at least know these.
 */
const fixedByLaw = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

const officeDay: readonly TimeWindow[] = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
]

/** Office hours in mainland China with the official holidays and make-up working days of the published years [SLA-3]. */
export const chinaOfficeHours: Calendar = {
  id: 'cn-office',
  name: '中国大陆工作时间',
  timeZone: 'Asia/Shanghai',
  weekly: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
  holidays: decreed.flatMap(({ name, off }) => eachDate(off).map((on) => ({ on, name }))),
  makeUpDays: decreed.flatMap(({ name, worked = [] }) => worked.map((on) => ({ on, name }))),
  yearlyHolidays: fixedByLaw,
  publishedThrough: 2026,
}
