import type { EventMeta } from '../record.ts'
import type { Recorded, TicketEvent } from './event.ts'
import { evolveAlarm, watchOf } from './evolve-alarm.ts'
import { evolvePause } from './evolve-pauses.ts'
import type { Ticket } from './ticket.ts'

const recorded = (event: Recorded, { at, actor }: EventMeta): Ticket => ({
  number: event.number,
  kind: event.kind,
  class: event.class,
  title: event.title,
  description: event.description,
  html: event.html,
  channel: event.channel,
  state: 'recorded',
  requester: event.requester,
  contact: event.contact,
  recordedBy: actor.id,
  category: event.category,
  service: event.service,
  item: event.item,
  system: event.system,
  impact: event.impact,
  urgency: event.urgency,
  priority: event.priority,
  major: 'none',
  security: event.security,
  group: event.group,
  line: 'desk',
  assignee: null,
  attachments: event.attachments,
  mailId: event.mail?.id ?? null,
  messageId: event.mail?.messageId ?? null,
  relatedTo: event.relatedTo,
  parent: null,
  alarm: event.alarm ? watchOf(event.alarm) : null,
  policyVersion: event.policyVersion,
  calendar: event.calendar,
  recordedAt: at,
  updatedAt: at,
  assignedAt: null,
  acceptedAt: null,
  respondedAt: null,
  resolvedAt: null,
  confirmedAt: null,
  closedAt: null,
  pauses: [],
  waiting: null,
  reassignments: 0,
  contacts: [],
  grades: [{ at, priority: event.priority }],
  warned: [],
  missed: [],
  announced: [],
  escalations: [],
  priorityChangeRequest: null,
  cause: null,
  workaround: null,
  solution: null,
  resolution: null,
  stateBeforeResolution: null,
  confirmationSince: null,
  confirmationReminded: false,
  closeCode: null,
  satisfaction: null,
  ratingReview: 'none',
  problem: null,
})

/** ESC-6: a change of group or of person after the first assignment. */
const reassigned = (ticket: Ticket, event: TicketEvent & { type: 'assigned' | 'transferred' }): boolean => {
  if (ticket.assignedAt === null || (event.type === 'transferred' && !event.counted)) return false
  const otherPerson = ticket.assignee !== null && ticket.assignee.id !== event.assignee?.id
  return event.group !== ticket.group || otherPerson
}

const apply = (ticket: Ticket, event: TicketEvent, { at, actor }: EventMeta): Partial<Ticket> => {
  switch (event.type) {
    case 'classified':
      return { ...event.to, calendar: event.calendar }
    case 'regraded': {
      const { impact, urgency, priority } = event
      return { impact, urgency, priority, grades: [...ticket.grades, { at, priority }] }
    }
    case 'major-candidate-raised':
      return { major: 'candidate' }
    case 'major-judged':
      return { major: event.confirmed ? 'confirmed' : 'demoted' }
    case 'assigned':
    case 'transferred':
      return {
        state: 'assigned',
        group: event.group,
        line: event.line,
        assignee: event.assignee,
        assignedAt: ticket.assignedAt ?? at,
        category: event.type === 'transferred' ? event.category : ticket.category,
        reassignments: ticket.reassignments + (reassigned(ticket, event) ? 1 : 0),
      }
    case 'accepted':
      return {
        state: 'accepted',
        assignee: event.by,
        assignedAt: ticket.assignedAt ?? at,
        acceptedAt: ticket.acceptedAt ?? at,
        respondedAt: ticket.respondedAt ?? at,
      }
    case 'contacted':
      return { contacts: [...ticket.contacts, event.contact], respondedAt: ticket.respondedAt ?? at }
    case 'commented': {
      const answers = event.from === 'staff' && event.visibility === 'public'
      const speaksUp = event.from === 'requester' && ticket.state === 'resolved'
      return {
        attachments: [...ticket.attachments, ...event.attachments],
        respondedAt: ticket.respondedAt ?? (answers ? at : null),
        ...(speaksUp ? { confirmationSince: at, confirmationReminded: false } : {}),
      }
    }
    case 'diagnosed':
      return {
        cause: event.cause ?? ticket.cause,
        workaround: event.workaround ?? ticket.workaround,
        solution: event.solution ?? ticket.solution,
      }
    case 'waiting-started':
      return {
        state: 'waiting',
        waiting: {
          code: event.code,
          reason: event.reason,
          since: at,
          until: event.until,
          stateBefore: ticket.state,
          overstayed: false,
        },
      }
    case 'waiting-overstayed':
      return { waiting: ticket.waiting && { ...ticket.waiting, overstayed: true } }
    case 'resumed':
      return { state: ticket.waiting?.stateBefore ?? ticket.state, waiting: null }
    case 'priority-change-requested':
      return {
        priorityChangeRequest: {
          id: event.id,
          impact: event.impact,
          urgency: event.urgency,
          reason: event.reason,
          requestedBy: event.by,
          requestedAt: at,
        },
      }
    case 'priority-change-decided':
      return { priorityChangeRequest: null }
    case 'target-warned':
      return {
        warned: [
          ...ticket.warned.filter(({ step }) => step !== event.step),
          { step: event.step, warnAt: event.warnAt },
        ],
      }
    case 'target-missed':
      return {
        missed: [...ticket.missed.filter(({ step }) => step !== event.step), { step: event.step, dueAt: event.dueAt }],
      }
    case 'escalated':
      return {
        announced:
          event.level && !ticket.announced.includes(event.level)
            ? [...ticket.announced, event.level]
            : ticket.announced,
        escalations: [...ticket.escalations, { at, trigger: event.trigger, level: event.level, reason: event.reason }],
      }
    case 'resolved':
      return {
        state: 'resolved',
        category: event.category,
        resolution: event.resolution,
        solution: event.resolution.solution,
        cause: event.resolution.cause ?? ticket.cause,
        resolvedAt: at,
        stateBeforeResolution: ticket.waiting?.stateBefore ?? ticket.state,
        waiting: null,
        confirmationSince: at,
        confirmationReminded: false,
      }
    case 'confirmation-reminded':
      return { confirmationReminded: true }
    case 'confirmed':
      return { confirmedAt: at, satisfaction: event.satisfaction ?? ticket.satisfaction }
    case 'rejected':
      return backToWork(event.backTo)
    case 'closed':
      return { state: 'closed', closedAt: at, closeCode: event.code, satisfaction: event.satisfaction }
    case 'cancelled':
    case 'returned':
      return { state: event.type, closedAt: at, waiting: null }
    case 'rating-review-opened':
      return { ratingReview: 'open' }
    case 'rating-reviewed':
      return { ratingReview: 'done' }
    case 'problem-raised':
      return { problem: event.problem }
    case 'attached-to-parent':
      return { parent: event.parent }
    case 'clocks-renewed':
      return { calendar: event.calendar }
    case 'alarm-returned':
      return { ...backToWork(event.backTo), alarm: evolveAlarm(ticket.alarm, event, at, actor.kind) }
    default:
      return {}
  }
}

const backToWork = (state: Ticket['state']): Partial<Ticket> => ({
  state,
  resolvedAt: null,
  confirmedAt: null,
  resolution: null,
  stateBeforeResolution: null,
  confirmationSince: null,
  confirmationReminded: false,
})

/** The ticket after an event; pure, and total over every event ever written. @throws Error when history does not start with `recorded` */
export const evolve = (ticket: Ticket | null, event: TicketEvent, meta: EventMeta): Ticket => {
  if (event.type === 'recorded') return recorded(event, meta)
  if (ticket === null) throw new Error(`history starts with "${event.type}"`)
  return {
    ...ticket,
    alarm: evolveAlarm(ticket.alarm, event, meta.at, meta.actor.kind),
    pauses: evolvePause(ticket, event, meta.at),
    ...apply(ticket, event, meta),
    updatedAt: meta.at,
  }
}
