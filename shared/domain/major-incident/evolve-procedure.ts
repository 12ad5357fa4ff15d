import { type Instant, latest } from '../instant.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Procedure, Report, Resource } from './procedure.ts'
import { procedureOf, stageOf } from './stage.ts'

/** MAJ-1: the moment a ticket becomes a candidate starts the procedure. */
const started = (at: Instant): Procedure => ({
  startedAt: at,
  steps: [],
  judgement: null,
  roles: {},
  visit: null,
  resources: [],
  secondLine: null,
  vendor: null,
  updates: { requesters: null, management: null },
  rhythm: { requesters: { since: at, told: 0 }, management: { since: at, told: 0 } },
  silencesTold: 0,
  review: null,
  report: null,
})

type By = { readonly at: Instant; readonly by: { readonly id: string; readonly name: string } }
type Event<Type extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: Type }>

const rhythmFrom = (at: Instant): Procedure['rhythm'] => ({
  requesters: { since: at, told: 0 },
  management: { since: at, told: 0 },
})

/** What was true of a solution is not of the next one. */
const backToWork = ({ report }: Procedure, at: Instant): Partial<Procedure> => ({
  review: null,
  rhythm: rhythmFrom(at),
  report: report && { ...report, approved: null, sentAt: null },
})

const updated = (
  { updates, rhythm }: Procedure,
  event: Event<'audience-updated'>,
  { at, by }: By,
): Partial<Procedure> => ({
  updates: { ...updates, [event.audience]: { at, by: by.name, text: event.text } },
  rhythm: { ...rhythm, [event.audience]: { since: at, told: 0 } },
})

const missed = ({ rhythm }: Procedure, { audience, round }: Event<'update-missed'>): Partial<Procedure> => ({
  rhythm: { ...rhythm, [audience]: { ...rhythm[audience], told: round + 1 } },
})

const arranged = (resources: readonly Resource[], event: Event<'major-resource-arranged'>, at: Instant) =>
  resources.map((each) => (each.id === event.resource ? { ...each, arrangedAt: at, note: event.note } : each))

/** Roles somebody was taken from are gone. */
const assigned = ({ roles }: Procedure, event: Event<'major-roles-set'>): Procedure['roles'] =>
  Object.fromEntries(Object.entries({ ...roles, ...event.roles }).filter(([, holder]) => holder !== null))

const mobilised = (procedure: Procedure, event: TicketEvent, { at, by }: By): Partial<Procedure> => {
  switch (event.type) {
    case 'major-roles-set':
      return { roles: assigned(procedure, event) }
    case 'major-visit-arranged': {
      const { engineer, place, appointedFor } = event
      return { visit: { engineer, place, appointedFor, arrivedAt: null } }
    }
    case 'major-arrival-noted':
      return { visit: procedure.visit && { ...procedure.visit, arrivedAt: event.arrivedAt } }
    case 'major-resource-requested': {
      const asked = { id: event.resource, what: event.what, requestedAt: at, arrangedAt: null, note: null }
      return { resources: [...procedure.resources, asked] }
    }
    case 'major-resource-arranged':
      return { resources: arranged(procedure.resources, event, at) }
    case 'major-second-line-asked': {
      const { dueAt, group } = event
      return { secondLine: { at: dueAt ?? at, by: dueAt ? null : by, group } }
    }
    case 'major-vendor-asked': {
      const { dueAt, vendor: name, reference } = event
      const first = procedure.vendor?.at ?? dueAt ?? at
      return { vendor: { at: first, by: dueAt ? null : by, name, reference } }
    }
    default:
      return {}
  }
}

const reported = (report: Report | null, event: TicketEvent, { at, by }: By): Report | null => {
  switch (event.type) {
    case 'major-report-written': {
      const { version, text } = event
      return { version, text, writtenAt: at, writtenBy: by.name, approved: null, sentAt: null }
    }
    case 'major-report-approved':
      return report && { ...report, approved: { at, by: by.name } }
    case 'major-report-sent':
      return report && { ...report, sentAt: at }
    default:
      return report
  }
}

const progressed = (procedure: Procedure, event: TicketEvent, meta: By): Partial<Procedure> => {
  const { at, by } = meta
  switch (event.type) {
    case 'major-judged': {
      const { confirmed, reason } = event
      return { judgement: { at, by: by.name, confirmed, reason }, rhythm: rhythmFrom(at) }
    }
    case 'major-demoted':
      return { judgement: { at, by: by.name, confirmed: false, reason: event.reason } }
    case 'major-step-overdue':
      return { silencesTold: event.round + 1 }
    case 'audience-updated':
      return updated(procedure, event, meta)
    case 'update-missed':
      return missed(procedure, event)
    case 'major-reviewed':
      return event.satisfied
        ? { review: { at, by: by.name, satisfied: true, reason: event.reason } }
        : backToWork(procedure, at)
    case 'rejected':
    case 'alarm-returned':
      return backToWork(procedure, at)
    default:
      return {
        ...mobilised(procedure, event, meta),
        report: reported(procedure.report, event, meta),
      }
  }
}

/** Of a ticket stored before the procedure was, the next thing that happens to the major incident starts it. */
const starts = ({ type }: TicketEvent): boolean => type.startsWith('major-')

const procedureAfter = (ticket: Ticket, event: TicketEvent, meta: By): Procedure | null => {
  const from = event.type === 'major-candidate-raised' ? (event.dueAt ?? meta.at) : meta.at
  const before = procedureOf(ticket) ?? (starts(event) ? started(from) : null)
  return before && { ...before, ...progressed(before, event, meta) }
}

/** MAJ-8 */
const family = (ticket: Ticket, event: TicketEvent, at: Instant): Partial<Ticket> => {
  const children = ticket.children ?? []
  switch (event.type) {
    case 'child-attached':
      return { children: [...children.filter((child) => child !== event.child), event.child] }
    case 'child-detached':
      return { children: children.filter((child) => child !== event.child) }
    case 'attached-to-parent':
      return { parent: event.parent }
    case 'detached-from-parent':
      return { parent: null, followed: null }
    case 'resolved':
      return { followed: event.of ? at : null }
    case 'rejected':
    case 'alarm-returned':
      return { followed: null }
    default:
      return {}
  }
}

/** What an event means for the major incident and for what hangs under it. */
export const evolveMajor = (ticket: Ticket, event: TicketEvent, meta: By): Partial<Ticket> => ({
  ...family(ticket, event, meta.at),
  procedure: procedureAfter(ticket, event, meta),
})

/** MAJ-9: notes the step the ticket has come to; a silence is counted anew in each. */
export const withStep = (ticket: Ticket, at: Instant): Ticket => {
  const procedure = procedureOf(ticket)
  const stage = stageOf(ticket)
  if (!procedure || !stage || procedure.steps.at(-1)?.stage === stage) return ticket
  const since = latest(at, procedure.startedAt)
  return { ...ticket, procedure: { ...procedure, steps: [...procedure.steps, { stage, since }], silencesTold: 0 } }
}
