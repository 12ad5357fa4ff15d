import type { Level } from '../escalation/level.ts'
import { onDuty } from '../on-call/covering.ts'
import type { RotaSubject } from '../on-call/rota.ts'
import type { Person, Role } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketContext } from './context.ts'
import type { Ticket } from './ticket.ts'

export type Concerned = Pick<Ticket, 'group' | 'category' | 'service' | 'assignee' | 'requester'>

/** The desk's people and its rotas, as they were when it happened: told again, it tells the same people. */
type AtTheTime = Pick<TicketContext, 'desk' | 'now'>

/** A part somebody plays for a ticket; who plays it follows from the ticket and the catalogue. */
export type Part = Level | 'IM' | 'assignee' | 'lead' | 'group' | 'desk' | 'desk-manager' | 'department-head'

const active = (desk: Desk): readonly Person[] => [...desk.staff.values()].filter((person) => person.active)

const withRole = (desk: Desk, role: Role): readonly Person[] =>
  active(desk).filter((person) => person.roles.includes(role))

const idsOf = (people: readonly Person[]): readonly string[] => people.map(({ id }) => id)

/** Everybody who works in a support group. */
export const membersOf = (desk: Desk, group: string | null | undefined): readonly string[] =>
  idsOf(active(desk).filter((person) => group && person.groups.includes(group)))

/** The group of a line of support for this ticket: the one that has it, else the one its category names. */
export const groupOfLine = (desk: Desk, ticket: Pick<Ticket, 'group' | 'category'>, line: 1 | 2): string | null => {
  if (desk.groups.get(ticket.group)?.line === line) return ticket.group
  const category = desk.categories.get(ticket.category)
  return (line === 1 ? category?.group : category?.secondLineGroup) ?? null
}

/** ROL-1: an incident manager without business groups is there for all of them; ESC-3: where nobody is, all are told. */
const incidentManagers = (desk: Desk, ticket: Concerned): readonly string[] => {
  const businessGroup = ticket.service ? (desk.services.get(ticket.service)?.businessGroup ?? null) : null
  const all = withRole(desk, 'incident-manager')
  const responsible = all.filter(
    ({ businessGroups: limits }) => limits.length === 0 || (businessGroup !== null && limits.includes(businessGroup)),
  )
  return idsOf(responsible.length > 0 ? responsible : all)
}

/** ESC-1 "PM": the project manager of the ticket's service; without one who is there, all project managers, so that somebody is told. */
const projectManagers = (desk: Desk, ticket: Concerned): readonly string[] => {
  const named = ticket.service ? desk.services.get(ticket.service)?.projectManager : null
  return named && desk.staff.get(named)?.active ? [named] : idsOf(withRole(desk, 'project-manager'))
}

/** ONC-1: whoever is on duty by a rota stands for everybody else; in a gap, or without a rota, all of them are told. */
const onDutyOr = (
  { desk, now }: AtTheTime,
  subject: RotaSubject | null,
  everybody: readonly string[],
): readonly string[] => {
  const duty = subject ? onDuty(desk, subject, now) : []
  return duty.length > 0 ? duty : everybody
}

const ofLine = (at: AtTheTime, ticket: Concerned, line: 1 | 2): readonly string[] => {
  const group = groupOfLine(at.desk, ticket, line)
  return onDutyOr(at, group === null ? null : { kind: 'group', group }, membersOf(at.desk, group))
}

const playing = (at: AtTheTime, ticket: Concerned, part: Part): readonly (string | null | undefined)[] => {
  const { desk } = at
  switch (part) {
    case 'L1':
      return ofLine(at, ticket, 1)
    case 'L2':
      return ofLine(at, ticket, 2)
    case 'PM':
      return onDutyOr(at, { kind: 'project-managers' }, projectManagers(desk, ticket))
    case 'management':
      return onDutyOr(at, { kind: 'management' }, idsOf(withRole(desk, 'management')))
    case 'IM':
      return incidentManagers(desk, ticket)
    case 'assignee':
      return [ticket.assignee?.id]
    case 'lead':
      return [desk.groups.get(ticket.group)?.lead]
    case 'group':
      return membersOf(desk, ticket.group)
    case 'desk':
      return onDutyOr(at, { kind: 'desk' }, idsOf(withRole(desk, 'desk')))
    case 'desk-manager':
      return idsOf(withRole(desk, 'desk-manager'))
    case 'department-head':
      return [ticket.requester.department ? desk.departments.get(ticket.requester.department)?.head : null]
  }
}

/** The people who play any of the parts, each once, only those there are (NOT-4). */
export const peopleFor = (at: AtTheTime, ticket: Concerned, ...parts: readonly Part[]): readonly string[] => [
  ...new Set(parts.flatMap((part) => playing(at, ticket, part)).filter((id): id is string => Boolean(id))),
]

/** Who works on it: the assignee, or the whole group while nobody has it. */
export const workers = (at: AtTheTime, ticket: Concerned): readonly string[] =>
  peopleFor(at, ticket, ticket.assignee ? 'assignee' : 'group')
