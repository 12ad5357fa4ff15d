import type { Ticket } from '../ticket/ticket.ts'
import { procedureOf, stageOf } from './stage.ts'

/** What a major incident waits for that a person has to decide or do, besides solving it [MAJ-2, MAJ-5, MAJ-6, MAJ-7]. */
export const MAJOR_WAITS = ['judgement', 'review', 'report', 'approval', 'sending', 'call-back'] as const
export type MajorWait = (typeof MAJOR_WAITS)[number]

const ofReport = (ticket: Pick<Ticket, 'procedure'>): MajorWait => {
  const report = procedureOf(ticket)?.report
  if (!report) return 'report'
  return report.approved ? 'sending' : 'approval'
}

/** Null while it is worked on, when it is over, and without a procedure. */
export const majorWaitsFor = (ticket: Pick<Ticket, 'procedure' | 'major' | 'state'>): MajorWait | null => {
  switch (stageOf(ticket)) {
    case 'candidate':
      return 'judgement'
    case 'review':
      return 'review'
    case 'report':
      return ofReport(ticket)
    case 'call-back':
      return 'call-back'
    default:
      return null
  }
}
