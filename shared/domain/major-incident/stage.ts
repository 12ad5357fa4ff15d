import type { Ticket } from '../ticket/ticket.ts'
import type { Procedure, Stage } from './procedure.ts'

/** The procedure of a ticket; null for one that never was a candidate, and for those stored before there was any. */
export const procedureOf = (ticket: Pick<Ticket, 'procedure'>): Procedure | null => ticket.procedure ?? null

/** MAJ-3: the line the work has come to; the first once it is led and somebody has been sent. */
const lineOf = ({ vendor, secondLine, roles, visit }: Procedure): Stage => {
  if (vendor) return 'vendor'
  if (secondLine) return 'second-line'
  return roles.commander && visit ? 'first-line' : 'mobilising'
}

/** MAJ-5, MAJ-6: reviewed by the project manager, then reported on, then the user is called back. */
const afterSolution = ({ review, report }: Procedure): Stage => {
  if (!review?.satisfied) return 'review'
  return report?.sentAt ? 'call-back' : 'report'
}

/**
 * MAJ-9: the step of the procedure a ticket stands at, read from what is recorded and nothing else; null when it has none.
 * Once a stage is left by a decision, the same decision a second time finds it left.
 */
export const stageOf = (ticket: Pick<Ticket, 'procedure' | 'major' | 'state'>): Stage | null => {
  const procedure = procedureOf(ticket)
  if (!procedure || ticket.major === 'none') return null
  if (ticket.major === 'demoted') return 'demoted'
  switch (ticket.state) {
    case 'closed':
    case 'cancelled':
    case 'returned':
    case 'merged':
      return 'closed'
    case 'resolved':
      return ticket.major === 'candidate' ? 'candidate' : afterSolution(procedure)
    default:
      return ticket.major === 'candidate' ? 'candidate' : lineOf(procedure)
  }
}
