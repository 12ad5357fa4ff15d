import { type MajorWait, majorWaitsFor } from '../domain/major-incident/waits.ts'
import type { Context } from '../domain/record.ts'
import { rowOf } from '../domain/report/row.ts'
import { zoneOf } from '../domain/setting/desk.ts'
import { nextClock } from '../domain/sla/clock.ts'
import { localDate } from '../domain/sla/local-date.ts'
import { type NotedClock, notedClock } from '../domain/sla/noted-clock.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { judgedBy, type TicketContext } from '../domain/ticket/context.ts'
import { ticketDecider } from '../domain/ticket/decide.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { isOpenState } from '../domain/ticket/moves.ts'
import { isUnconfirmed } from '../domain/ticket/registering.ts'
import type { Requester, Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { Commit, ListPlace } from './ports.ts'
import type { RecordType } from './record-type.ts'

/** What a work list shows of a ticket. */
export type TicketSummary = Pick<
  Ticket,
  | 'number'
  | 'kind'
  | 'class'
  | 'title'
  | 'state'
  | 'priority'
  | 'impact'
  | 'urgency'
  | 'category'
  | 'group'
  | 'assignee'
  | 'requester'
  | 'channel'
  | 'service'
  | 'item'
  | 'major'
  | 'security'
  | 'recordedAt'
  | 'updatedAt'
  | 'resolvedAt'
  | 'reassignments'
> & {
  readonly dueAt: string | null
  /** Of the promise that is due then; absent in summaries written before it was noted. */
  readonly clock?: NotedClock | null
  readonly waitingFor: string | null
  readonly escalated: boolean
  /** Absent in summaries written before it was noted. */
  readonly majorWaits?: MajorWait | null
}

export const ticketKey = (number: string) => ({ kind: 'ticket' as const, id: number })

/** Sorts after every instant: nothing is due. */
export const NEVER = '9999'

/** All open tickets, the first due first: what has been missed, then what is due next, then what stands still (REP-6). */
export const OPEN_TICKETS = 'TICKET'

/** PRI-8: priority, then VIP, then due time. */
const workSort = (ticket: Ticket, dueAt: string | null): string =>
  `${ticket.priority}#${ticket.requester.vip ? 0 : 1}#${dueAt ?? NEVER}#${ticket.number}`

/** The list of one requester: the person, or the bare address of somebody unknown or unproven. */
const requesterListKey = (requester: Pick<Requester, 'personId' | 'email'>): string | null =>
  requester.personId ?? (requester.email ? `mail:${requester.email.toLowerCase()}` : null)

/** CLO-6: closed tickets whose bad rating waits for its review. */
export const RATING_REVIEWS = 'TICKET-RATING-REVIEW'

/** CLO-1: solved, and waiting for the requester, the desk, or what a major incident still asks for. */
export const TO_CLOSE = 'TICKET-TO-CLOSE'

/** INT-11: returned tickets on which the project manager has to decide. */
export const INSISTED = 'TICKET-INSISTED'

/** INT-12: written after the fact, to be confirmed by a second person. */
export const REGISTRATIONS = 'TICKET-REGISTRATION'

/** API-3: tickets by what they were called on the desk they were taken over from, in whatever case it is written. */
export const formerlyKey = (id: string): string => `TICKET-FORMERLY-${id.trim().toUpperCase()}`

/** The one special list a ticket can stand in. */
const specialPlace = (ticket: Ticket, sort: string): ListPlace | null => {
  if (ticket.state === 'resolved' && isUnconfirmed(ticket)) return { key: REGISTRATIONS, sort }
  if (ticket.state === 'resolved') return { key: TO_CLOSE, sort }
  if (ticket.ratingReview === 'open') return { key: RATING_REVIEWS, sort }
  if (ticket.state === 'returned' && ticket.insistence?.decision === null) return { key: INSISTED, sort }
  if (ticket.priorityChangeRequest) return { key: 'TICKET-PRIORITY-CHANGE', sort }
  return ticket.imported ? { key: formerlyKey(ticket.imported.id), sort } : null
}

const summaryOf = (ticket: Ticket, dueAt: string | null, clock: NotedClock | null): TicketSummary => ({
  number: ticket.number,
  kind: ticket.kind,
  class: ticket.class,
  title: ticket.title,
  state: ticket.state,
  priority: ticket.priority,
  impact: ticket.impact,
  urgency: ticket.urgency,
  category: ticket.category,
  group: ticket.group,
  assignee: ticket.assignee,
  requester: ticket.requester,
  channel: ticket.channel,
  service: ticket.service,
  item: ticket.item,
  major: ticket.major,
  security: ticket.security,
  recordedAt: ticket.recordedAt,
  updatedAt: ticket.updatedAt,
  resolvedAt: ticket.resolvedAt,
  reassignments: ticket.reassignments,
  dueAt,
  clock,
  waitingFor: ticket.waiting?.code ?? null,
  escalated: ticket.escalations.some(({ trigger }) => trigger !== 'matrix'),
  majorWaits: majorWaitsFor(ticket),
})

const shelve = (ticket: Ticket, context: TicketContext): Pick<Commit, 'places' | 'summary' | 'row'> => {
  const judged = judgedBy(ticket, context)
  const next = nextClock(ticket, judged, context.now)
  const dueAt = next?.dueAt ?? null
  const open = isOpenState(ticket.state)
  const work = workSort(ticket, dueAt)
  const byTime = `${ticket.recordedAt}#${ticket.number}`
  const place = (key: string | null | undefined, sort: string): ListPlace | null => (key ? { key, sort } : null)
  const places = {
    queue: open ? place(ticket.group, work) : null,
    open: open ? place(OPEN_TICKETS, `${dueAt ?? NEVER}#${ticket.number}`) : null,
    assignee: open ? place(ticket.assignee?.id, work) : null,
    requester: place(requesterListKey(ticket.requester), byTime),
    department: place(ticket.requester.department, byTime),
    service: place(ticket.service, byTime),
    item: place(ticket.item, byTime),
    day: place(localDate(ticket.recordedAt, zoneOf(context.desk)), byTime),
    kind: specialPlace(ticket, work),
  }
  return {
    places: Object.fromEntries(
      Object.entries(places).filter((entry): entry is [string, ListPlace] => entry[1] !== null),
    ),
    summary: summaryOf(ticket, dueAt, next && notedClock(next, ticket.calendar, context.now)),
    row: rowOf(ticket, judged),
  }
}

/** The desk's settings, with the versions this ticket keeps (ESC-9) at hand. */
export const ticketContext = async (base: Context, ticket: Ticket | null, deps: Deps): Promise<TicketContext> => {
  const desk = await deps.settings.desk()
  const calendars = [...desk.calendars].map(([id, { version, value }]) => [`${id}@${version}`, value] as const)
  const kept = ticket && (await deps.settings.calendarAt(ticket.calendar.id, ticket.calendar.version))
  const known = new Map([
    ...calendars,
    ...(ticket && kept ? [[`${ticket.calendar.id}@${kept.version}`, kept.value] as const] : []),
  ])
  const policy = ticket ? await deps.settings.policyAt(ticket.policyVersion) : desk.policy.value
  const calendarOf: TicketContext['calendarOf'] = ({ id, version }) => {
    const calendar = known.get(`${id}@${version}`)
    if (!calendar) throw new Error(`calendar ${id}@${version} was not loaded before the decision`)
    return calendar
  }
  return { ...base, desk, policyOf: () => policy, calendarOf }
}

export const ticketRecord: RecordType<Ticket, TicketCommand, TicketEvent, TicketContext> = {
  kind: 'ticket',
  decider: ticketDecider,
  context: ticketContext,
  updatedAt: (ticket) => ticket.updatedAt,
  shelve,
}
