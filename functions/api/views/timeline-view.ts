import type { HistoryLine } from '../../../shared/application/ports.ts'
import type { PublicEntry, StaffEntry } from '../../../shared/contract/timeline-view.ts'
import type { NoticeLine } from '../../../shared/domain/notice/history.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { Ticket, Visibility } from '../../../shared/domain/ticket/ticket.ts'
import { publicName } from './public-name.ts'

/** Everything a ticket's history may hold. */
type Line = Omit<HistoryLine, 'event'> & { readonly event: TicketEvent | NoticeLine }

/** The history is read back as it was written; only `executeOn` and the notices write it. */
const asLine = (line: HistoryLine): Line => line as Line

type Said = Partial<
  Pick<
    PublicEntry,
    'text' | 'attachments' | 'code' | 'until' | 'outcome' | 'medium' | 'satisfaction' | 'agreed' | 'returnedAs'
  >
>

const waitingSaid = (event: Extract<TicketEvent, { type: 'waiting-started' }>, desk: Desk): Said => {
  const asks = desk.codes.waitCodes.some(({ code, endedBy }) => code === event.code && endedBy === 'requester-answer')
  return { code: event.code, ...(asks && { text: event.reason }), ...(event.until !== null && { until: event.until }) }
}

const isPublic = ({ visibility }: { readonly visibility: Visibility }): boolean => visibility === 'public'

/** What a requester learns of an event; null for what is internal (ROL-3). A reason the requester is told anyway is said here too. */
const said = (event: Line['event'], desk: Desk): Said | null => {
  switch (event.type) {
    case 'recorded':
      return { text: event.description, attachments: event.attachments.filter(isPublic) }
    case 'commented':
      return isPublic(event) ? { text: event.text, attachments: event.attachments.filter(isPublic) } : null
    case 'contacted':
      return event.contact.reached ? { medium: event.contact.medium } : null
    case 'waiting-started':
      return waitingSaid(event, desk)
    case 'time-proposed':
      return { until: event.restoreBy, ...(event.reason !== null && { text: event.reason }) }
    case 'time-answered':
      return { until: event.restoreBy, agreed: event.agreed, ...(event.text !== null && { text: event.text }) }
    case 'time-unanswered':
      return { until: event.restoreBy }
    case 'resolved':
      return { text: event.resolution.solution, outcome: event.resolution.outcome }
    case 'confirmed':
      return event.satisfaction ? { satisfaction: event.satisfaction } : {}
    case 'returned':
      return { text: event.reason, ...(event.as && { returnedAs: event.as }) }
    case 'insisted':
      return event.text === null ? {} : { text: event.text }
    case 'service-decided':
      return { text: event.reason, agreed: event.serve }
    case 'rejected':
    case 'cancelled':
      return { text: event.reason }
    case 'closed':
      return { code: event.code, satisfaction: event.satisfaction }
    case 'audience-updated':
      return event.audience === 'requesters' ? { text: event.text } : null
    case 'merged':
    case 'unmerged':
    case 'accepted':
    case 'resumed':
      return {}
    default:
      return null
  }
}

/** Whose words they are; a mail of somebody else, or of nobody proven, is neither the requester's nor the desk's (INT-6). */
const speakerKind = ({ actor, event }: Line, ticket: Ticket): PublicEntry['actor']['kind'] => {
  if (event.type === 'commented') return event.from
  if (actor.kind === 'system') return 'desk'
  return actor.kind !== 'person' || actor.id === ticket.requester.personId ? 'requester' : 'staff'
}

const SHOWN_INSTEAD = { requester: 'Requester', staff: 'Service desk', desk: 'Service desk', other: 'Somebody else' }

const speaker = (line: Line, ticket: Ticket): PublicEntry['actor'] => {
  const kind = speakerKind(line, ticket)
  const { name } = ('by' in line.event && line.event.type === 'commented' && line.event.by) || line.actor
  return { kind, name: kind === 'desk' ? SHOWN_INSTEAD.desk : publicName(name, SHOWN_INSTEAD[kind]) }
}

/** The entries a requester sees, in the order they came (ROL-3). */
export const publicEntries = (lines: readonly HistoryLine[], ticket: Ticket, desk: Desk): readonly PublicEntry[] =>
  lines.map(asLine).flatMap((line) => {
    const words = said(line.event, desk)
    if (words === null) return []
    const type = line.event.type as PublicEntry['type']
    return [{ id: line.id, at: line.at, actor: speaker(line, ticket), type, visibility: 'public', ...words }]
  })

const visibilityOf = (event: Line['event'], desk: Desk): Visibility =>
  said(event, desk) === null ? 'internal' : 'public'

/** Whom an event told is on the notices; the id of a priority-change request would hide the entry's own. */
const fieldsOf = (event: Line['event']): object => {
  const { told: _, ...fields } = { told: null, ...event }
  if (!('id' in fields)) return fields
  const { id: request, ...rest } = fields
  return { ...rest, request }
}

/** Every entry with everything it says, for staff (LIF-4). */
export const staffEntries = (lines: readonly HistoryLine[], desk: Desk): readonly StaffEntry[] =>
  lines.map(asLine).map(({ id, at, actor, event, changes }) => {
    const visibility = visibilityOf(event, desk)
    return { id, at, actor, ...fieldsOf(event), visibility, ...(changes && { changes }) } as StaffEntry
  })
