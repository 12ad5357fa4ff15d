import { TICKET_ACTS, type TicketForRequester, type TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import type { Level } from '../../../shared/domain/escalation/level.ts'
import { LEVELS } from '../../../shared/domain/escalation/level.ts'
import { allowedActs } from '../../../shared/domain/ticket/allowed-acts.ts'
import { judgedBy, type TicketContext } from '../../../shared/domain/ticket/context.ts'
import { forecast } from '../../../shared/domain/ticket/forecast.ts'
import { duplicatesOf } from '../../../shared/domain/ticket/merge.ts'
import { isOwnRequester } from '../../../shared/domain/ticket/rights.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { slaView } from './clock-view.ts'
import { isStaffActor } from './may-see.ts'
import { proposalView } from './proposal-view.ts'
import { publicName } from './public-name.ts'
import { screeningView } from './screening-view.ts'

type Common = Omit<
  TicketForRequester,
  | 'seenAs'
  | 'assignee'
  | 'requester'
  | 'waiting'
  | 'resolution'
  | 'attachments'
  | 'contact'
  | 'proposal'
  | 'screening'
  | 'insistence'
>

const common = (ticket: Ticket, version: number, context: TicketContext): Common => {
  const acts: readonly string[] = allowedActs(ticket, context.actor)
  return {
    number: ticket.number,
    kind: ticket.kind,
    class: ticket.class,
    title: ticket.title,
    description: ticket.description,
    state: ticket.state,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    gradeAgreed: ticket.gradeAgreed,
    category: ticket.category,
    group: ticket.group,
    channel: ticket.channel,
    service: ticket.service,
    item: ticket.item,
    system: ticket.system,
    flags: { major: ticket.major === 'candidate' || ticket.major === 'confirmed', security: ticket.security },
    recordedAt: ticket.recordedAt,
    updatedAt: ticket.updatedAt,
    assignedAt: ticket.assignedAt,
    acceptedAt: ticket.acceptedAt,
    respondedAt: ticket.respondedAt,
    resolvedAt: ticket.resolvedAt,
    confirmedAt: ticket.confirmedAt,
    closedAt: ticket.closedAt,
    sla: slaView(ticket, judgedBy(ticket, context), context.now),
    closeCode: ticket.closeCode,
    satisfaction: ticket.satisfaction,
    relatedTo: ticket.relatedTo,
    allowedActs: TICKET_ACTS.filter((act) => acts.includes(act)),
    version,
  }
}

const highest = (levels: readonly Level[]): Level | null => LEVELS.findLast((level) => levels.includes(level)) ?? null

const staffView = (ticket: Ticket, version: number, context: TicketContext): TicketForStaff => ({
  seenAs: 'staff',
  ...common(ticket, version, context),
  html: ticket.html,
  line: ticket.line,
  assignee: ticket.assignee,
  requester: ticket.requester,
  contact: ticket.contact,
  recordedBy: ticket.recordedBy,
  major: ticket.major,
  escalation: {
    reassignments: ticket.reassignments,
    level: highest(ticket.announced),
    history: ticket.escalations,
    forecast: forecast(ticket, context),
  },
  waiting: waitingNow(ticket),
  proposal: proposalView(ticket, (name) => name),
  ...screeningView(ticket, (name) => name),
  pauses: ticket.pauses,
  contacts: ticket.contacts,
  priorityChangeRequest: ticket.priorityChangeRequest,
  cause: ticket.cause,
  workaround: ticket.workaround,
  solution: ticket.solution,
  resolution: ticket.resolution,
  ratingReview: ticket.ratingReview,
  ratingReviewed: ticket.ratingReviewed ?? null,
  afterTheFact: ticket.afterTheFact ?? null,
  imported: ticket.imported ?? null,
  problem: ticket.problem,
  parent: ticket.parent,
  attachments: ticket.attachments,
  merged: ticket.merge ? { into: ticket.merge.into, by: ticket.merge.by, at: ticket.merge.at } : null,
  duplicates: duplicatesOf(ticket).map(({ number }) => number),
  alarm: alarmView(ticket),
  mail: ticket.mailId,
  judgedBy: { policyVersion: ticket.policyVersion, calendar: ticket.calendar },
})

const alarmView = ({ alarm }: Ticket): TicketForStaff['alarm'] => {
  if (!alarm) return null
  const { lastEventId: _, flaps: __, ...seen } = alarm
  return seen
}

/** A duplicate keeps what it waited for, in case the merge is undone (INT-13). */
const waitingNow = ({ state, waiting }: Ticket): Ticket['waiting'] => (state === 'waiting' ? waiting : null)

/** A reason for waiting is internal, unless it is the question the requester is to answer. */
const waitingForRequester = (ticket: Ticket, { desk }: TicketContext): TicketForRequester['waiting'] => {
  const waiting = waitingNow(ticket)
  if (!waiting) return null
  const asks = desk.codes.waitCodes.some(({ code, endedBy }) => code === waiting.code && endedBy === 'requester-answer')
  const { code, reason, since, until } = waiting
  return { code, question: asks ? reason : null, since, until }
}

export const requesterView = (ticket: Ticket, version: number, context: TicketContext): TicketForRequester => {
  const isOwn = isOwnRequester(ticket, context.actor)
  const { name, email, phone, vip } = ticket.requester
  return {
    seenAs: 'requester',
    ...common(ticket, version, context),
    assignee: ticket.assignee && { name: publicName(ticket.assignee.name, ticket.group) },
    requester: {
      name: isOwn ? name : publicName(name, ''),
      email: isOwn ? email : null,
      phone: isOwn ? phone : null,
      vip,
    },
    contact: isOwn ? ticket.contact : null,
    waiting: waitingForRequester(ticket, context),
    proposal: proposalView(ticket, (by) => publicName(by, ticket.group)),
    ...screeningView(ticket, (by) => publicName(by, ticket.group)),
    resolution: ticket.resolution && { outcome: ticket.resolution.outcome, solution: ticket.resolution.solution },
    attachments: ticket.attachments.filter(({ visibility }) => visibility === 'public'),
  }
}

/** ROL-3: the one place where a ticket leaves the desk; what is not named here, a requester does not see. */
export const ticketView = (
  ticket: Ticket,
  version: number,
  context: TicketContext,
): TicketForStaff | TicketForRequester =>
  isStaffActor(context.actor) ? staffView(ticket, version, context) : requesterView(ticket, version, context)
