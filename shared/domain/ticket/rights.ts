import { holdsRole, isAskedGroup, isSentThere } from '../major-incident/taking-part.ts'
import { type Actor, hasRole } from '../people/actor.ts'
import { isStaff, type Role } from '../people/person.ts'
import { refuse } from '../refusal.ts'
import type { Act } from './moves.ts'
import type { Ticket } from './ticket.ts'

/** Parts somebody plays for one ticket, whatever roles they have. */
type OwnPart = 'own-requester' | 'recorder' | 'staff' | 'major-role' | 'mail' | 'system'

/** ROL-2: who may do what; whatever is not named here is refused. ROL-4: the desk manager may take any ticket over. */
const RIGHTS: Readonly<Record<Act, readonly (Role | OwnPart)[]>> = {
  submit: ['requester', 'mail', 'system'],
  record: ['desk'],
  classify: ['desk'],
  assign: ['desk', 'desk-manager'],
  transfer: ['engineer', 'desk'],
  accept: ['engineer', 'desk', 'desk-manager'],
  contact: ['engineer', 'desk'],
  comment: ['own-requester', 'staff', 'mail'],
  diagnose: ['engineer', 'desk'],
  wait: ['recorder', 'engineer', 'desk', 'incident-manager'],
  resume: ['recorder', 'engineer', 'desk', 'incident-manager', 'desk-manager'],
  'request-priority-change': ['engineer', 'desk'],
  'decide-priority-change': ['desk'],
  escalate: ['desk', 'engineer', 'incident-manager'],
  'propose-time': ['engineer', 'desk'],
  'answer-time': ['own-requester'],
  resolve: ['engineer', 'desk'],
  'confirm-registration': ['desk', 'desk-manager', 'incident-manager', 'project-manager'],
  confirm: ['own-requester'],
  reject: ['own-requester', 'desk'],
  close: ['desk'],
  cancel: ['desk'],
  screen: ['desk'],
  return: ['desk'],
  insist: ['own-requester'],
  'decide-service': ['project-manager'],
  merge: ['desk'],
  unmerge: ['desk'],
  'merge-into': ['system'],
  'release-duplicate': ['system'],
  'pass-on-words': ['system'],
  'judge-major': ['project-manager'],
  'demote-major': ['project-manager'],
  'set-major-roles': ['desk', 'incident-manager', 'project-manager', 'major-role'],
  'send-on-site': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role'],
  'note-arrival': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role'],
  'request-resource': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role'],
  'arrange-resource': ['desk', 'incident-manager', 'project-manager', 'major-role'],
  'ask-second-line': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role'],
  'involve-vendor': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role'],
  'update-audience': ['desk', 'incident-manager', 'project-manager', 'major-role'],
  'review-solution': ['project-manager'],
  'write-report': ['desk', 'engineer', 'incident-manager', 'project-manager', 'major-role', 'system'],
  'approve-report': ['project-manager'],
  'send-report': ['desk', 'incident-manager', 'project-manager', 'major-role'],
  'attach-child': ['desk', 'incident-manager', 'project-manager', 'major-role'],
  'detach-child': ['desk', 'incident-manager', 'project-manager', 'major-role', 'system'],
  'review-rating': ['desk-manager'],
  'raise-problem': ['engineer', 'desk'],
  'note-alarm': ['system'],
  'note-alarm-deleted': ['system'],
  'attach-to-parent': ['system'],
  'detach-from-parent': ['system'],
  'note-child': ['system'],
  'follow-parent': ['system'],
  'pass-on-update': ['system'],
  wake: ['system'],
}

/** Acts of support work: an engineer does them on the tickets of the own groups only. */
const GROUP_ACTS: ReadonlySet<Act> = new Set([
  'accept',
  'transfer',
  'contact',
  'diagnose',
  'wait',
  'resume',
  'resolve',
  'request-priority-change',
  'propose-time',
  'send-on-site',
  'note-arrival',
  'request-resource',
  'ask-second-line',
  'involve-vendor',
  'write-report',
])

/** What of a ticket decides whom it is kept from; a row of a list or of a report knows it too. */
export type Sighted = Pick<Ticket, 'number' | 'security' | 'group' | 'procedure'> & {
  readonly assignee: { readonly id: string } | null
  readonly requester: { readonly personId: string | null }
}

export const isOwnRequester = (ticket: Pick<Sighted, 'number' | 'requester'>, actor: Actor): boolean =>
  (actor.kind === 'person' && ticket.requester.personId === actor.id) ||
  (actor.kind === 'link' && actor.ticket === ticket.number)

const plays = (part: Role | OwnPart, ticket: Ticket | null, actor: Actor): boolean => {
  switch (part) {
    case 'system':
    case 'mail':
      return actor.kind === part
    case 'staff':
      return actor.kind === 'person' && isStaff(actor)
    case 'recorder':
      return actor.kind === 'person' && ticket?.recordedBy === actor.id && isStaff(actor)
    case 'major-role':
      return actor.kind === 'person' && ticket !== null && holdsRole(ticket, actor.id)
    case 'own-requester':
      return ticket !== null && isOwnRequester(ticket, actor)
    case 'requester':
      return actor.kind === 'person'
    default:
      return hasRole(actor, part)
  }
}

/** The group that has it, and in a major incident whoever was called in [MAJ-3]. */
const worksOnIt = (ticket: Pick<Sighted, 'group' | 'assignee' | 'procedure'>, actor: Actor): boolean =>
  actor.kind === 'person' &&
  (ticket.assignee?.id === actor.id ||
    actor.groups.includes(ticket.group) ||
    isAskedGroup(ticket, actor.groups) ||
    isSentThere(ticket, actor.id) ||
    holdsRole(ticket, actor.id))

/** They have duties on every ticket: to dispatch and close it, to be escalated to, to judge it. */
const CONCERNED_WITH_ALL: readonly Role[] = ['desk', 'desk-manager', 'incident-manager', 'project-manager']

/** PRI-9: what concerns information security is for those who work on it; nobody else on the staff sees it or acts on it. */
export const isKeptFrom = (ticket: Sighted, actor: Actor): boolean =>
  ticket.security &&
  actor.kind === 'person' &&
  !hasRole(actor, ...CONCERNED_WITH_ALL) &&
  !isOwnRequester(ticket, actor) &&
  !worksOnIt(ticket, actor)

/** The parts that give this actor the right to the act; empty when there is none. */
const partsFor = (act: Act, ticket: Ticket | null, actor: Actor): readonly (Role | OwnPart)[] =>
  RIGHTS[act].filter((part) => plays(part, ticket, actor))

export const mayDo = (act: Act, ticket: Ticket | null, actor: Actor): boolean => {
  const parts = partsFor(act, ticket, actor)
  if (parts.length === 0 || (ticket !== null && isKeptFrom(ticket, actor))) return false
  const onlyAsEngineer = parts.every((part) => part === 'engineer')
  return !onlyAsEngineer || !GROUP_ACTS.has(act) || (ticket !== null && worksOnIt(ticket, actor))
}

/** @throws DomainError forbidden; the refusal says whose act it is */
export const checkRight = (act: Act, ticket: Ticket | null, actor: Actor): void => {
  if (mayDo(act, ticket, actor)) return
  if (partsFor(act, ticket, actor).length > 0) {
    refuse('forbidden', 'not-your-group', `"${act}" is for the ticket's own group; ask the desk to assign it to yours.`)
  }
  refuse('forbidden', 'not-your-act', `"${act}" is for: ${RIGHTS[act].join(', ')}.`)
}
