import type { Deps } from '../shared/application/deps.ts'
import { runReports } from '../shared/application/run-reports.ts'
import { writeSpreadsheet } from './report/spreadsheet.ts'

/** REP-3: called every hour, and when somebody asks for a correction or for sending again; what there is to do it finds itself. */
export const reportHandler = (deps: Deps) => async (): Promise<void> => runReports(deps, writeSpreadsheet)
