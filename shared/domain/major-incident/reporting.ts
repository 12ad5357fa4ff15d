import { refuse } from '../refusal.ts'
import type { TicketContext } from '../ticket/context.ts'
import { peopleFor } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { MajorAct } from './command.ts'
import type { MajorEvent } from './event.ts'
import type { Report } from './procedure.ts'
import { procedureOf } from './stage.ts'

type Act<Type extends MajorAct['type']> = Extract<MajorAct, { readonly type: Type }>

const reportOf = (ticket: Ticket): Report | null => procedureOf(ticket)?.report ?? null

export const isReportWritable = (ticket: Ticket): boolean => ticket.major === 'confirmed' && !reportOf(ticket)?.sentAt
export const isReportApprovable = (ticket: Ticket): boolean => {
  const report = reportOf(ticket)
  return ticket.major === 'confirmed' && report !== null && report.approved === null
}
export const isReportSendable = (ticket: Ticket): boolean => {
  const report = reportOf(ticket)
  return ticket.major === 'confirmed' && report !== null && report.approved !== null && report.sentAt === null
}

/** MAJ-6: a draft and each edit of it is a version of its own; what was approved before has to be approved anew. */
export const writeReport = (
  ticket: Ticket,
  { text }: Act<'write-report'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  if (!isReportWritable(ticket))
    refuse('conflict', 'report-sent', 'A report is written for a confirmed major incident, until it has been sent.')
  const report = reportOf(ticket)
  if (report?.text === text) return []
  const told = report ? [] : peopleFor(context, ticket, 'PM', 'IM')
  return [{ type: 'major-report-written', version: (report?.version ?? 0) + 1, text, told }]
}

/** Nobody approves or sends a version they have not seen. */
const checkVersion = (report: Report | null, version: number): void => {
  if (report?.version !== version)
    refuse('invalid', 'report-changed', `The report is at version ${report?.version ?? 0} now; read it again.`)
}

/** MAJ-6: approved by the PM. @throws DomainError conflict, invalid */
export const approveReport = (
  ticket: Ticket,
  { version }: Act<'approve-report'>,
  context: TicketContext,
): readonly MajorEvent[] => {
  if (!isReportApprovable(ticket)) refuse('conflict', 'nothing-to-approve', 'No report waits to be approved.')
  checkVersion(reportOf(ticket), version)
  return [{ type: 'major-report-approved', version, told: peopleFor(context, ticket, 'desk', 'IM') }]
}

/** MAJ-6: sent to the customer; what was sent stays as it is. @throws DomainError conflict, invalid */
export const sendReport = (ticket: Ticket, { version }: Act<'send-report'>): readonly MajorEvent[] => {
  if (!isReportSendable(ticket))
    refuse('conflict', 'report-not-approved', 'A report is sent once, after the project manager has approved it.')
  checkVersion(reportOf(ticket), version)
  return [{ type: 'major-report-sent', version }]
}
