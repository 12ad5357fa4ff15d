import type { Calendar } from './calendar.ts'
import { DAY_MS, hoursOfDate, ordinaryHours } from './hours-of-date.ts'
import { intersection, type MsInterval, union } from './ms-interval.ts'
import { layOut, type OpenPage, whenWorked, workedBefore } from './open-page.ts'

/** A calendar laid out on the time line; all times are milliseconds since the epoch. */
export type OpenTime = {
  /** Open milliseconds from `fromMs` to `toMs`. */
  readonly worked: (during: MsInterval) => number
  /** The first moment by which `workingMs` (more than 0) were open since `fromMs`; null when that is after `byMs`. */
  readonly reach: (fromMs: number, workingMs: number, byMs: number) => number | null
  readonly spans: (during: MsInterval) => readonly MsInterval[]
}

/** The time line is laid out in pages of this length, each when first asked for. */
const PAGE_MS = 32 * DAY_MS

const inPages = (calendar: Calendar): OpenTime => {
  const hoursOn = hoursOfDate(calendar)
  const pages = new Map<number, OpenPage>()
  const pageAt = (index: number): OpenPage => {
    const known = pages.get(index)
    if (known) return known
    const page = layOut(calendar.timeZone, hoursOn, { fromMs: index * PAGE_MS, toMs: (index + 1) * PAGE_MS })
    pages.set(index, page)
    return page
  }
  const worked = ({ fromMs, toMs }: MsInterval): number => {
    const [first, last] = [Math.floor(fromMs / PAGE_MS), Math.floor(toMs / PAGE_MS)]
    let workedMs = workedBefore(pageAt(last), toMs) - workedBefore(pageAt(first), fromMs)
    for (let index = first; index < last; index++) workedMs += pageAt(index).workedMs
    return workedMs
  }
  const reach = (fromMs: number, workingMs: number, byMs: number): number | null => {
    const first = Math.floor(fromMs / PAGE_MS)
    let leftMs = workingMs + workedBefore(pageAt(first), fromMs)
    for (let index = first; index * PAGE_MS < byMs; index++) {
      const page = pageAt(index)
      const reachedMs = whenWorked(page, leftMs)
      if (reachedMs !== null) return reachedMs <= byMs ? reachedMs : null
      leftMs -= page.workedMs
    }
    return null
  }
  const spans = (during: MsInterval): readonly MsInterval[] => {
    const found: MsInterval[] = []
    for (let index = Math.floor(during.fromMs / PAGE_MS); index * PAGE_MS < during.toMs; index++)
      found.push(...pageAt(index).spans.map((span) => intersection(span, during)))
    return union(found)
  }
  return { worked, reach, spans }
}

/** 24×7 needs no pages and no zone: any length of time costs the same. */
const always: OpenTime = {
  worked: ({ fromMs, toMs }) => toMs - fromMs,
  reach: (fromMs, workingMs, byMs) => (fromMs + workingMs <= byMs ? fromMs + workingMs : null),
  spans: (during) => union([during]),
}

const isAlwaysOpen = (calendar: Calendar): boolean =>
  calendar.holidays.length === 0 &&
  !calendar.yearlyHolidays?.length &&
  Object.keys({ ...calendar.exceptions, ...calendar.breaks }).length === 0 &&
  [...ordinaryHours(calendar).values()].every(([hours]) => hours?.fromMs === 0 && hours.toMs === DAY_MS)

const laidOut = new WeakMap<Calendar, OpenTime>()

/** The calendar's time line, remembered for as long as the calendar object lives. */
export const openTimeOf = (calendar: Calendar): OpenTime => {
  const known = laidOut.get(calendar)
  if (known) return known
  const openTime = isAlwaysOpen(calendar) ? always : inPages(calendar)
  laidOut.set(calendar, openTime)
  return openTime
}
