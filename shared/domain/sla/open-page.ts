import { DAY_MS } from './hours-of-date.ts'
import { intersection, type MsInterval, union } from './ms-interval.ts'
import { offsetPeriods } from './zone-offsets.ts'

type OpenSpan = MsInterval & { readonly workedBeforeMs: number }

/** The open spans of one page of a calendar's time line, each with the running total of those before it. */
export type OpenPage = { readonly spans: readonly OpenSpan[]; readonly workedMs: number }

/** Lays the wall-clock hours of each date the zone shows during `page` onto the time line [SLA-3]. */
export const layOut = (
  timeZone: string,
  hoursOn: (date: string) => readonly MsInterval[],
  page: MsInterval,
): OpenPage => {
  const open: MsInterval[] = []
  for (const period of offsetPeriods(timeZone, page)) {
    const [wallFromMs, wallToMs] = [period.fromMs + period.offsetMs, period.toMs + period.offsetMs]
    for (let day = Math.floor(wallFromMs / DAY_MS); day * DAY_MS < wallToMs; day++) {
      const midnightMs = day * DAY_MS - period.offsetMs
      for (const { fromMs, toMs } of hoursOn(new Date(day * DAY_MS).toISOString().slice(0, 10)))
        open.push(intersection(period, { fromMs: midnightMs + fromMs, toMs: midnightMs + toMs }))
    }
  }
  let workedMs = 0
  const spans = union(open).map((span) => {
    const workedBeforeMs = workedMs
    workedMs += span.toMs - span.fromMs
    return { ...span, workedBeforeMs }
  })
  return { spans, workedMs }
}

/** Open milliseconds of the page before `ms`, a moment within it. */
export const workedBefore = ({ spans }: OpenPage, ms: number): number => {
  const span = spans.findLast(({ fromMs }) => fromMs <= ms)
  return span ? span.workedBeforeMs + Math.min(ms, span.toMs) - span.fromMs : 0
}

/** The first moment before which `workingMs` of the page were open; null when the page has fewer. */
export const whenWorked = ({ spans, workedMs }: OpenPage, workingMs: number): number | null => {
  const span = workingMs <= workedMs ? spans.findLast(({ workedBeforeMs }) => workedBeforeMs < workingMs) : undefined
  return span ? span.fromMs + workingMs - span.workedBeforeMs : null
}
