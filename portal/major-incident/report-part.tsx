import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { t } from '../texts/texts.ts'
import { Part } from './part.tsx'

type Report = ProcedureView['report']

const reportState = (report: Report): 'none' | 'written' | 'approved' | 'sent' => {
  if (report === null) return 'none'
  if (report.sentAt !== null) return 'sent'
  return report.approved === null ? 'written' : 'approved'
}

export const ReportMark = ({ report }: { readonly report: Report }) => {
  const { major } = t.value
  const state = reportState(report)
  return (
    <span class="row">
      <span class={state === 'sent' ? 'tag ok' : 'tag soon'}>{major.reportStates[state]}</span>
      {report && <span class="muted">{major.version(report.version)}</span>}
    </span>
  )
}

const isAfterSolution = ({ stage, report }: ProcedureView): boolean =>
  report !== null || stage === 'report' || stage === 'call-back'

/** MAJ-6: how far the report is, and the way to its page, which is where it is read, edited, approved and sent. */
export const ReportPart = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const { major } = t.value
  const { report, stage, number } = procedure
  if (!isAfterSolution(procedure)) return null
  return (
    <Part title={major.report}>
      <p>
        <ReportMark report={report} />
      </p>
      <a
        class={stage === 'report' ? 'button primary' : 'button'}
        href={`/tickets/${encodeURIComponent(number)}/report`}
      >
        {major.toReport}
      </a>
    </Part>
  )
}
