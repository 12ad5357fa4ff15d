import { LEVELS } from '../escalation/level.ts'
import type { Person } from '../people/person.ts'
import { STEPS } from '../sla/clock.ts'
import type { TicketEvent } from '../ticket/event.ts'
import { forecast } from '../ticket/forecast.ts'
import { majorMessage } from './major-message.ts'
import type { MessageOf, NoticeMessage } from './message.ts'
import type { Planning } from './planning.ts'

type Escalated = Extract<TicketEvent, { readonly type: 'escalated' }>

/** ESC-2: the next level that will know if nothing is done. */
const nextEscalation = ({ ticket, context }: Planning): MessageOf<'escalated'>['next'] => {
  for (const { at, role } of forecast(ticket, context)) {
    const level = LEVELS.find((name) => name === role)
    if (level) return { level, at }
  }
  return null
}

/** ESC-4 to ESC-6: what set it off; a missed target names its step as the reason. */
const causeOf = (event: Escalated, by: string): MessageOf<'escalated'>['because'] => {
  const { trigger, reason, dueAt } = event
  if (trigger === 'manual') return { trigger, by, reason: reason ?? '' }
  const step = STEPS.find((name) => name === reason)
  return trigger === 'missed-target' && step && dueAt
    ? { trigger, step, dueAt }
    : { trigger: trigger === 'reassignments' ? trigger : 'matrix' }
}

const escalated = (event: Escalated, by: string, planning: Planning): NoticeMessage => ({
  template: 'escalated',
  level: event.level,
  because: causeOf(event, by),
  next: nextEscalation(planning),
})

/** What a person of the desk is told of an event they are named in; null for events that name nobody. */
export const staffMessage = (person: Person, planning: Planning): NoticeMessage | null => {
  const { ticket, context } = planning
  const { event, actor } = planning.line
  const by = actor.name
  switch (event.type) {
    case 'assigned':
      return { template: 'assigned', toYou: event.assignee?.id === person.id }
    case 'transferred': {
      const toYou = event.assignee?.id === person.id
      return { template: 'transferred', toYou, by: event.counted ? by : null, reason: event.reason }
    }
    case 'commented': {
      const internal = event.visibility === 'internal'
      return {
        template: 'commented',
        by: event.by?.name ?? by,
        byRequester: event.from === 'requester',
        internal,
        text: event.text,
      }
    }
    case 'waiting-overstayed': {
      const code = context.desk.codes.waitCodes.find((known) => known.code === event.code)
      return { template: 'waiting-overstayed', code: code?.name[person.language] ?? event.code, dueAt: event.dueAt }
    }
    case 'target-warned':
      return {
        template: 'target-warned',
        step: event.step,
        dueAt: event.dueAt,
        ...(event.proposed && { proposed: event.proposed }),
      }
    case 'registered-afterwards':
      return { template: 'registration-to-confirm', by, reason: event.reason }
    case 'insisted':
      return { template: 'insisted', text: event.text, returnedBecause: ticket.screening?.reason ?? '' }
    case 'decision-overdue': {
      const { insistence } = ticket
      return { template: 'decision-overdue', since: insistence?.at ?? event.dueAt, text: insistence?.text ?? null }
    }
    case 'service-decided':
      return { template: 'to-be-served', by, reason: event.reason }
    case 'time-answered':
      return { template: 'time-objected', restoreBy: event.restoreBy, text: event.text }
    case 'escalated':
      return escalated(event, by, planning)
    case 'priority-change-requested': {
      const { impact, urgency, reason } = event
      return { template: 'priority-change-requested', by: event.by.name, impact, urgency, reason }
    }
    case 'priority-change-decided':
      return { template: 'priority-change-decided', by, granted: event.granted, reason: event.reason }
    case 'resolved':
      if (ticket.major === 'confirmed' && person.roles.includes('project-manager')) {
        return { template: 'major-solved', by: event.bySystem ? null : by, solution: event.resolution.solution }
      }
      return { template: 'handed-over', by: event.bySystem ? null : by, solution: event.resolution.solution }
    case 'rejected':
      return { template: 'rejected', reason: event.reason }
    case 'rating-review-opened':
      return { template: 'rating-review-opened', satisfaction: ticket.satisfaction }
    case 'alarm-returned': {
      const { name, reason } = event.change
      return { template: 'alarm-returned', alarm: name, reason, occurrences: ticket.alarm?.occurrences ?? 1 }
    }
    default:
      return majorMessage(person, planning)
  }
}
