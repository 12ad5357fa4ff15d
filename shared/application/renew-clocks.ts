import type { Deps } from './deps.ts'
import type { TicketSummary } from './ticket-record.ts'
import { wakeUp } from './wake-up.ts'

const PAGE = 100

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
    let cursor: string | null | undefined
    do {
      const page = await deps.store.list<TicketSummary>('queue', group, { limit: PAGE, cursor: cursor ?? undefined })
      for (const { key } of page.items) await wakeUp(deps, key)
      cursor = page.cursor
    } while (cursor !== null)
  }
}
