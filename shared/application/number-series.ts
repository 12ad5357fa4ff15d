import { zoneOf } from '../domain/setting/desk.ts'
import { localDate } from '../domain/sla/local-date.ts'
import type { Deps } from './deps.ts'

/** `INC-2026-000123`: the year by the desk's own calendar; numbers may be skipped, never used twice. */
export const nextInSeries = async (deps: Deps, prefix: 'INC' | 'REQ' | 'PRB' | 'SIP'): Promise<string> => {
  const [year] = localDate(deps.clock.now(), zoneOf(await deps.settings.desk())).split('-')
  const series = `${prefix}-${year}`
  return `${series}-${String(await deps.store.nextNumber(series)).padStart(6, '0')}`
}
