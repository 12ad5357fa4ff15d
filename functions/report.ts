import type { Deps } from '../shared/application/deps.ts'
import type { WriteSpreadsheet } from '../shared/application/freeze-report.ts'
import { runReports } from '../shared/application/run-reports.ts'

/** Loaded when a report is made, which is once a month. */
const writeSpreadsheet: WriteSpreadsheet = async (given) =>
  (await import('./report/spreadsheet.ts')).writeSpreadsheet(given)

/** REP-3: called every hour, and when somebody asks for a correction or for sending again; what there is to do it finds itself. */
export const reportHandler = (deps: Deps) => async (): Promise<void> => runReports(deps, writeSpreadsheet)
