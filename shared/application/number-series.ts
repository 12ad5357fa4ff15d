import type { Deps } from './deps.ts'

/** `INC-2026-000123`: the year in the zone of the desk's default calendar; numbers may be skipped, never used twice. */
export const nextInSeries = async (deps: Deps, prefix: 'INC' | 'REQ' | 'PRB'): Promise<string> => {
  const { calendars, policy } = await deps.settings.desk()
  const timeZone = calendars.get(policy.value.intake.defaultCalendar)?.value.timeZone ?? 'UTC'
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date(deps.clock.now()))
  const series = `${prefix}-${year}`
  return `${series}-${String(await deps.store.nextNumber(series)).padStart(6, '0')}`
}
