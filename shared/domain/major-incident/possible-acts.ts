import type { Ticket } from '../ticket/ticket.ts'
import { childrenOf } from './children.ts'
import type { MajorAct } from './command.ts'
import { isReportApprovable, isReportSendable, isReportWritable } from './reporting.ts'
import { isReviewable } from './reviewing.ts'
import { procedureOf } from './stage.ts'
import { isMajor } from './taking-part.ts'

/** Whether there is what the act is about; the same that its decision would find. */
const POSSIBLE: Readonly<Record<MajorAct['type'], (ticket: Ticket) => boolean>> = {
  'judge-major': ({ major }) => major === 'candidate',
  'demote-major': ({ major }) => major === 'confirmed',
  'set-major-roles': isMajor,
  'send-on-site': isMajor,
  'note-arrival': (ticket) => isMajor(ticket) && procedureOf(ticket)?.visit?.arrivedAt === null,
  'request-resource': isMajor,
  'arrange-resource': (ticket) =>
    isMajor(ticket) && Boolean(procedureOf(ticket)?.resources.some(({ arrangedAt }) => arrangedAt === null)),
  'ask-second-line': (ticket) => isMajor(ticket) && !procedureOf(ticket)?.secondLine,
  'involve-vendor': isMajor,
  'update-audience': isMajor,
  'review-solution': isReviewable,
  'write-report': isReportWritable,
  'approve-report': isReportApprovable,
  'send-report': isReportSendable,
  'attach-child': (ticket) => isMajor(ticket) && ticket.parent === null,
  'detach-child': (ticket) => isMajor(ticket) && childrenOf(ticket).length > 0,
}

export const isMajorAct = (act: string): act is MajorAct['type'] => act in POSSIBLE

export const isMajorActPossible = (act: MajorAct['type'], ticket: Ticket): boolean => POSSIBLE[act](ticket)
