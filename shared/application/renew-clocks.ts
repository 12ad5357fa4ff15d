import type { Deps } from './deps.ts'
import { pagesOf } from './pages-of.ts'
import type { TicketSummary } from './ticket-record.ts'
import { wakeUp } from './wake-up.ts'

/** Whether this version of the calendar has years that the one before it had not. */
const bringsYears = async (deps: Deps, id: string, version: number): Promise<boolean> => {
  const [before, now] = await Promise.all(
    [version - 1, version].map(async (each) => (await deps.settings.calendarAt(id, each)).value.publishedThrough),
  )
  return before !== undefined && (now === undefined || now > before)
}

/**
 * SLA-3: a calendar has got its next year: every open ticket is asked at once whether it was timed provisionally. One that
 * is missed, or comes to reach into that year only later, finds it at its next act. Safe to do twice.
 * @throws Error while the list of settings, which may lag, does not show the version yet
 */
export const renewClocks = async (deps: Deps, id: string, version: number): Promise<void> => {
  if (version === 1 || !(await bringsYears(deps, id, version))) return
  deps.settings.forget()
  const { calendars, groups } = await deps.settings.desk()
  const listed = calendars.get(id)?.version ?? 0
  if (listed < version) throw new Error(`calendar/${id} is listed with version ${listed}, not yet with ${version}`)
  for (const group of groups.keys()) {
    for await (const page of pagesOf<TicketSummary>(deps.store, 'queue', group)) {
      for (const { key } of page) await wakeUp(deps, key)
    }
  }
}
