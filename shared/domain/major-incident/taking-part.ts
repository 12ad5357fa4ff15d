import { refuse } from '../refusal.ts'
import type { Desk } from '../setting/desk.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { GivenParticipant } from './command.ts'
import type { MajorRole, Participant, Procedure } from './procedure.ts'
import { procedureOf } from './stage.ts'

const byName = (desk: Desk, name: string): Participant => {
  const [person, another] = [...desk.staff.values()].filter((each) => each.active && each.name === name)
  return person && !another ? { id: person.id, name } : { id: null, name }
}

/** A name that only one person of the desk has means that person. @throws DomainError invalid for an id nobody has */
export const participant = (desk: Desk, given: GivenParticipant): Participant => {
  if ('name' in given) return byName(desk, given.name)
  const person = desk.staff.get(given.id)
  if (person?.active) return { id: person.id, name: person.name }
  return refuse('invalid', 'unknown-person', `"${given.id}" is nobody of the desk; give a person's id, or a name.`)
}

/** The ids of those who hold one of these roles; of all who hold any when none is named. */
export const holders = (procedure: Procedure | null, ...roles: readonly MajorRole[]): readonly string[] =>
  Object.entries(procedure?.roles ?? {}).flatMap(([role, holder]) =>
    holder?.id && (roles.length === 0 || roles.some((name) => name === role)) ? [holder.id] : [],
  )

export const isMajor = ({ major }: Pick<Ticket, 'major'>): boolean => major === 'candidate' || major === 'confirmed'

/** @throws DomainError conflict */
export const checkMajor = (ticket: Ticket): void => {
  if (!isMajor(ticket)) refuse('conflict', 'not-major', `${ticket.number} is no major incident, nor a candidate.`)
}

export const holdsRole = (ticket: Pick<Ticket, 'procedure'>, personId: string): boolean =>
  holders(procedureOf(ticket)).includes(personId)

/** MAJ-3: a line that was asked works on it beside the group that has it. */
export const isAskedGroup = (ticket: Pick<Ticket, 'procedure'>, groups: readonly string[]): boolean => {
  const group = procedureOf(ticket)?.secondLine?.group
  return Boolean(group) && groups.some((each) => each === group)
}

/** MAJ-3: whoever was sent to the place works on it, whatever group has the ticket. */
export const isSentThere = (ticket: Pick<Ticket, 'procedure'>, personId: string): boolean =>
  procedureOf(ticket)?.visit?.engineer.id === personId
