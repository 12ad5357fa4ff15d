import type { reportEndpoints } from '../../../shared/contract/report-endpoints.ts'
import type { Handler } from '../route.ts'

type Reports = typeof reportEndpoints

/** Few of the API's calls are for reports, so what they need is loaded with the first of them. */
const loaded =
  <Operation extends keyof Reports>(operation: Operation): Handler<Reports[Operation]> =>
  async (call) => {
    const { reportAnswers } = await import('../reports/report-answers.ts')
    return reportAnswers[operation](call)
  }

export const reportHandlers: { readonly [Operation in keyof Reports]: Handler<Reports[Operation]> } = {
  listReports: loaded('listReports'),
  getReport: loaded('getReport'),
  listReportTickets: loaded('listReportTickets'),
  listReportRows: loaded('listReportRows'),
  getReportSpreadsheet: loaded('getReportSpreadsheet'),
  resendReport: loaded('resendReport'),
  correctReport: loaded('correctReport'),
}
