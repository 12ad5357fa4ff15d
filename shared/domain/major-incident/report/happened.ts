import type { TicketEvent } from '../../ticket/event.ts'
import type { ReportWords } from './report-words.ts'

/** A line of the report's timeline; null for what does not belong into it. */
export const happened = (
  event: TicketEvent,
  { happened: words }: ReportWords,
  levels: Readonly<Record<string, string>>,
): string | null => {
  switch (event.type) {
    case 'recorded':
      return words.recorded
    case 'major-candidate-raised':
      return words.candidate
    case 'major-judged':
      return words.judged(event.confirmed)
    case 'major-step-overdue':
      return event.stage === 'candidate' && event.round === 0 ? words.overdue : null
    case 'escalated':
      return event.level && words.escalated(levels[event.level] ?? event.level)
    case 'accepted':
      return words.accepted
    case 'contacted':
      return event.contact.reached ? words.contacted : null
    case 'major-visit-arranged':
      return words.onSite(event.engineer.name, event.place)
    case 'major-arrival-noted':
      return words.arrived
    case 'major-resource-requested':
      return words.resource(event.what)
    case 'major-second-line-asked':
      return words.secondLine
    case 'major-vendor-asked':
      return words.vendor(event.vendor ?? '')
    case 'audience-updated':
      return words.updated(event.audience, event.text)
    case 'diagnosed':
      return event.cause && words.found(event.cause)
    case 'resolved':
      return words.solved(event.resolution.solution)
    case 'rejected':
      return words.reopened(event.reason)
    case 'major-reviewed':
      return event.satisfied ? words.reviewed : words.reopened(event.reason ?? '')
    default:
      return null
  }
}
