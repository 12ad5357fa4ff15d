import type { ReportSetting } from '../../domain/setting/report-setting.ts'

/** REP-3: the managers. */
export const defaultReport: ReportSetting = {
  recipients: { roles: ['desk-manager', 'incident-manager', 'management'], people: [] },
}
