import type { Instant } from '../domain/instant.ts'
import { type Month, monthAfter, monthOf } from '../domain/report/month.ts'
import type { Report } from '../domain/report/report.ts'
import { type Desk, zoneOf } from '../domain/setting/desk.ts'
import type { Deps } from './deps.ts'
import { freezeReport, type WriteSpreadsheet } from './freeze-report.ts'
import { dueAt } from './report-due.ts'
import { listReports, loadReport } from './report-record.ts'
import { sendReport } from './send-report.ts'

/** The last month that has ended, and when its report is due; null when nobody ever works. */
const lastMonth = (desk: Desk, now: Instant): { readonly month: Month; readonly at: Instant } | null => {
  const month = monthAfter(monthOf(now, zoneOf(desk)), -1)
  const at = dueAt(desk, month)
  return at === null ? null : { month, at }
}

/** When the next report will be made: now or before when one is due. */
export const nextReportAt = async (deps: Deps): Promise<Instant | null> => {
  const desk = await deps.settings.desk()
  const now = deps.clock.now()
  const last = lastMonth(desk, now)
  if (last && !(await loadReport(deps, last.month))) return last.at
  return dueAt(desk, monthOf(now, zoneOf(desk)))
}

const finish = async (deps: Deps, report: Report, write: WriteSpreadsheet): Promise<void> => {
  const current = report.correction ? await freezeReport(deps, report.month, write) : report
  for (const sending of current.sendings.filter(({ doneAt }) => doneAt === null))
    await sendReport(deps, current, sending)
}

/**
 * REP-3: makes the report that is due, counts anew what is to be corrected, and sends what is to be sent. At rest otherwise;
 * called every hour and after each act on a report, as often as it may be.
 * @throws Error when a month could not be finished, after all others have been
 */
export const runReports = async (deps: Deps, write: WriteSpreadsheet): Promise<void> => {
  const now = deps.clock.now()
  const last = lastMonth(await deps.settings.desk(), now)
  const isDue = last !== null && last.at <= now && !(await loadReport(deps, last.month))
  const made = isDue ? [await freezeReport(deps, last.month, write)] : []
  const listed = (await listReports(deps)).filter((report) => report.outstanding)
  const failures: unknown[] = []
  // the list may not show yet what has just been made
  for (const month of new Set([...made, ...listed].map((report) => report.month))) {
    const report = await loadReport(deps, month)
    try {
      if (report) await finish(deps, report, write)
    } catch (error) {
      deps.log.error('A report could not be finished', error, { month })
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some reports could not be finished')
}
