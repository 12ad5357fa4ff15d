import type { Instant } from '../instant.ts'
import type { MajorEvent } from '../major-incident/event.ts'
import { type Audience, MAJOR_ROLES, type MajorRole, type Stage } from '../major-incident/procedure.ts'
import type { Person } from '../people/person.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { NoticeMessage } from './message.ts'
import type { Planning } from './planning.ts'

/** What the notices of a major incident say [MAJ-1…MAJ-6]. */
export type MajorToStaff = {
  'major-candidate': object
  'major-judged': { readonly by: string; readonly confirmed: boolean; readonly reason: string }
  'major-overdue': { readonly stage: Stage; readonly dueAt: Instant }
  'major-role': { readonly by: string; readonly roles: readonly MajorRole[] }
  'major-visit': { readonly by: string; readonly place: string; readonly appointedFor: Instant }
  'major-resource': { readonly by: string; readonly what: string }
  /** `by` null: the time of the line before is over. */
  'major-second-line': { readonly by: string | null; readonly reason: string | null }
  'major-vendor': { readonly by: string | null; readonly vendor: string | null; readonly reason: string | null }
  'major-progress': { readonly by: string; readonly text: string }
  'update-missed': { readonly audience: Audience; readonly dueAt: Instant; readonly escalates: boolean }
  'major-solved': { readonly by: string | null; readonly solution: string }
  'major-reviewed': { readonly by: string; readonly satisfied: boolean; readonly reason: string | null }
  'report-written': { readonly by: string }
  'report-approved': { readonly by: string }
}

export type MajorToRequester = {
  updated: { readonly text: string }
  reported: { readonly report: string }
}

const rolesOf = (person: Person, { roles }: Extract<MajorEvent, { readonly type: 'major-roles-set' }>) =>
  MAJOR_ROLES.filter((role) => roles[role]?.id === person.id)

const decided = (event: TicketEvent, person: Person, by: string): NoticeMessage | null => {
  switch (event.type) {
    case 'major-judged':
      return { template: 'major-judged', by, confirmed: event.confirmed, reason: event.reason }
    case 'major-demoted':
      return { template: 'major-judged', by, confirmed: false, reason: event.reason }
    case 'major-roles-set':
      return { template: 'major-role', by, roles: rolesOf(person, event) }
    case 'major-visit-arranged':
      return { template: 'major-visit', by, place: event.place, appointedFor: event.appointedFor }
    case 'major-resource-requested':
      return { template: 'major-resource', by, what: event.what }
    case 'audience-updated':
      return { template: 'major-progress', by, text: event.text }
    case 'major-reviewed':
      return { template: 'major-reviewed', by, satisfied: event.satisfied, reason: event.reason }
    case 'major-report-written':
      return { template: 'report-written', by }
    case 'major-report-approved':
      return { template: 'report-approved', by }
    default:
      return null
  }
}

/** What a person of the desk is told of an event of the procedure; null for every other event. */
export const majorMessage = (person: Person, { line: { event, actor } }: Planning): NoticeMessage | null => {
  const by = actor.kind === 'system' ? null : actor.name
  switch (event.type) {
    case 'major-candidate-raised':
      return { template: 'major-candidate' }
    case 'major-step-overdue':
      return { template: 'major-overdue', stage: event.stage, dueAt: event.dueAt }
    case 'major-second-line-asked':
      return { template: 'major-second-line', by, reason: event.reason }
    case 'major-vendor-asked':
      return { template: 'major-vendor', by, vendor: event.vendor, reason: event.reason }
    case 'update-missed':
      return { template: 'update-missed', audience: event.audience, dueAt: event.dueAt, escalates: event.round > 0 }
    default:
      return decided(event, person, actor.name)
  }
}

/** MAJ-1, MAJ-2, MAJ-5: who is called besides: the PM to judge and to review, and everybody a silence escalates to. */
export const isCalledForMajor = (person: Person, { line: { event }, ticket }: Planning): boolean => {
  switch (event.type) {
    case 'major-candidate-raised':
      return person.roles.includes('project-manager')
    case 'resolved':
      return ticket.major === 'confirmed' && person.roles.includes('project-manager')
    case 'major-step-overdue':
      return event.stage === 'candidate' || event.stage === 'review'
    case 'major-second-line-asked':
      return person.roles.includes('engineer')
    default:
      return false
  }
}

/** MAJ-1, ESC-8: the matrix' first cell for the PM falls together with the candidate, which tells them the same and asks more. */
export const isToldAsCandidate = ({ line: { at, event }, ticket }: Planning): boolean =>
  event.type === 'escalated' && event.level === 'PM' && event.trigger === 'matrix' && ticket.procedure?.startedAt === at
