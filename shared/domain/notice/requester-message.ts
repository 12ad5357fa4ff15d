import { procedureOf } from '../major-incident/stage.ts'
import { dueMoments } from '../ticket/due-moments.ts'
import type { TicketEvent } from '../ticket/event.ts'
import { proposalOf } from '../ticket/time-proposal.ts'
import type { NoticeMessage } from './message.ts'
import type { Planning } from './planning.ts'

const closesAt = ({ ticket, context }: Planning) =>
  dueMoments(ticket, context).find(({ due }) => due === 'auto-close')?.at ?? null

const endsWithAnswer = ({ context }: Planning, waitCode: string): boolean =>
  context.desk.codes.waitCodes.some(({ code, endedBy }) => code === waitCode && endedBy === 'requester-answer')

/** The only events a requester is ever told of. */
export const REQUESTER_EVENTS: ReadonlySet<TicketEvent['type']> = new Set([
  'recorded',
  'commented',
  'waiting-started',
  'resolved',
  'confirmation-reminded',
  'closed',
  'time-proposed',
  'returned',
  'service-decided',
  'cancelled',
  'merged',
  'unmerged',
  'audience-updated',
  'major-report-sent',
])

/** What the requester is told of an event; null for most: they are not bothered with how the desk works. */
export const requesterMessage = (planning: Planning): NoticeMessage | null => {
  const { line, ticket } = planning
  const { event, actor } = line
  switch (event.type) {
    case 'recorded':
      return event.acknowledge ? { template: 'acknowledged' } : null
    case 'commented':
      return event.from === 'staff' && event.visibility === 'public'
        ? { template: 'answered', by: actor.name, text: event.text }
        : null
    case 'waiting-started':
      return endsWithAnswer(planning, event.code)
        ? { template: 'asked', question: event.reason, stopsClock: event.stopsClock }
        : null
    case 'resolved': {
      const { outcome, solution } = event.resolution
      const alarmWentOff = event.bySystem && ticket.alarm !== null
      return alarmWentOff ? null : { template: 'solved', outcome, solution, closesAt: closesAt(planning) }
    }
    case 'confirmation-reminded':
      return { template: 'reminded', closesAt: closesAt(planning) }
    case 'closed':
      return { template: 'closed', bySystem: event.bySystem }
    case 'time-proposed': {
      const { round, restoreBy, dueAt, cause, addedPercent, by, reason } = event
      const current = proposalOf(ticket)
      // noticed too late, or another was made since: nobody is asked what no longer matters
      if (current?.round !== round || current.outcome !== 'open') return null
      return { template: 'time-proposed', restoreBy, dueAt, cause, addedPercent, by: by?.name ?? null, reason }
    }
    case 'returned':
      return { template: 'returned', reason: event.reason, as: event.as ?? 'out-of-scope' }
    case 'service-decided':
      return { template: 'service-decided', serve: event.serve, reason: event.reason }
    case 'audience-updated':
      return event.audience === 'requesters' ? { template: 'updated', text: event.text } : null
    case 'major-report-sent': {
      const report = procedureOf(ticket)?.report
      return report ? { template: 'reported', report: report.text } : null
    }
    case 'cancelled':
      return { template: 'cancelled', reason: event.reason }
    case 'merged':
      return { template: 'merged', into: event.into }
    case 'unmerged':
      return { template: 'unmerged' }
    default:
      return null
  }
}
