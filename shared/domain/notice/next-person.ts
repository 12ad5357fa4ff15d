import type { Level } from '../escalation/level.ts'
import { askedInOrder } from '../on-call/covering.ts'
import type { RotaSubject } from '../on-call/rota.ts'
import type { Person, Role } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketContext } from '../ticket/context.ts'
import { groupOfLine, membersOf, peopleFor } from '../ticket/recipients.ts'
import type { PersonRef, Ticket } from '../ticket/ticket.ts'
import { ticketFacts } from './facts.ts'
import type { Ladder } from './ladder.ts'
import type { NoticeMessage } from './message.ts'
import type { MessageNotice, PlannedCall, PlannedMessage, PlannedNotice } from './notice.ts'
import { noticeIdOf, recipientOf } from './plan.ts'
import { routesTo } from './routes.ts'

type Telling = { readonly ticket: Ticket; readonly context: TicketContext; readonly deskAddress: string }

const withRole = (desk: Desk, role: Role): readonly string[] =>
  [...desk.staff.values()].filter(({ roles }) => roles.includes(role)).map(({ id }) => id)

/** Of the line that is meant, or the one that has the ticket where there is no such line. */
const groupMeant = (level: 'L1' | 'L2' | 'group', ticket: Ticket, desk: Desk): string =>
  (level === 'group' ? null : groupOfLine(desk, ticket, level === 'L1' ? 1 : 2)) ?? ticket.group

const ofGroup = (group: string, { desk, now }: TicketContext): readonly string[] => {
  const kept = desk.groups.get(group)
  const duty: RotaSubject = kept?.line === 'desk' ? { kind: 'desk' } : { kind: 'group', group }
  const lead = kept?.lead
  return [...askedInOrder(desk, duty, now), ...membersOf(desk, group), ...(lead ? [lead] : [])]
}

/** Whose level a message is for; null is above all of them. */
const levelOf = (message: NoticeMessage): Level | 'group' | null => {
  switch (message.template) {
    case 'escalated':
      return message.level
    case 'major-candidate':
    case 'major-solved':
      return 'PM'
    case 'major-overdue':
      return 'management'
    case 'update-missed':
      return null
    case 'major-second-line':
      return 'L2'
    default:
      return 'group'
  }
}

/** NOT-3, ONC-1: everybody who could see to it: those on call in their order, then the others. */
const inLine = (message: NoticeMessage, { ticket, context }: Telling): readonly string[] => {
  const { desk, now } = context
  const level = levelOf(message)
  switch (level) {
    case null:
      return peopleFor(context, ticket, 'IM')
    case 'PM': {
      const named = peopleFor(context, ticket, 'PM')
      return [...askedInOrder(desk, { kind: 'project-managers' }, now), ...named, ...withRole(desk, 'project-manager')]
    }
    case 'management':
      return [...askedInOrder(desk, { kind: 'management' }, now), ...withRole(desk, 'management')]
    default:
      return ofGroup(groupMeant(level, ticket, desk), context)
  }
}

const waysTo = (person: Person, { context, deskAddress }: Telling) =>
  routesTo(person, { deskAddress, desk: context.desk })

const canBeTold = (person: Person | undefined, telling: Telling): person is Person =>
  person?.active === true && waysTo(person, telling) !== null

/** NOT-3: who is told when somebody has not acknowledged; null when there is nobody left who does not know. */
export const nextPerson = (
  { message, ladder }: Pick<MessageNotice, 'message' | 'ladder'>,
  telling: Telling,
): PersonRef | null => {
  const next = inLine(message, telling)
    .filter((id) => !ladder?.told.includes(id))
    .map((id) => telling.context.desk.staff.get(id))
    .find((person) => canBeTold(person, telling))
  return next ? { id: next.id, name: next.name } : null
}

/** The same, said to somebody whose it is not yet. */
const passedOn = (message: NoticeMessage): NoticeMessage =>
  'toYou' in message ? { ...message, toYou: false } : message

const writeTo = (
  person: Person,
  id: string,
  message: NoticeMessage,
  ladder: Ladder | null,
  telling: Telling,
): readonly PlannedMessage[] => {
  const routes = waysTo(person, telling)
  const { ticket, context } = telling
  if (!routes) return []
  const facts = ticketFacts(ticket, person.language, context)
  const recipient = recipientOf(person)
  return [{ id, medium: 'message', recipient, message, ticket: facts, routes, inReplyTo: ticket.messageId, ladder }]
}

/** NOT-3, NOT-4: what the next person is told; the id says that each is told once of a matter, whoever passes it on. */
export const noticeToNext = (from: MessageNotice, to: PersonRef, telling: Telling): readonly PlannedMessage[] => {
  const person = telling.context.desk.staff.get(to.id)
  if (!person || !from.ladder) return []
  const { matter, told } = from.ladder
  const ladder = { ...from.ladder, told: [...told, to.id], insteadOf: from.recipient.name }
  return writeTo(person, noticeIdOf(matter, 'message', to.id), passedOn(from.message), ladder, telling)
}

/** NOT-3: nobody is left: the incident managers are told in writing and by phone, or the desk's managers without any. */
export const noticesOfSilence = (from: MessageNotice, telling: Telling): readonly PlannedNotice[] => {
  const { ticket, context } = telling
  if (!from.ladder) return []
  const { matter, told } = from.ladder
  const names = told.flatMap((id) => context.desk.staff.get(id)?.name ?? [])
  const message: NoticeMessage = { template: 'unanswered', told: names }
  const managers = peopleFor(context, ticket, 'IM')
  const people = managers.length > 0 ? managers : peopleFor(context, ticket, 'desk-manager')
  return [...context.desk.staff.values()]
    .filter(({ id }) => people.includes(id))
    .flatMap((person): readonly PlannedNotice[] => {
      const about = noticeIdOf(`${matter}.silence`, 'message', person.id)
      return [...writeTo(person, about, message, null, telling), callTo(person, matter, message, telling)]
    })
}

const callTo = (person: Person, matter: string, message: NoticeMessage, { ticket, context }: Telling): PlannedCall => ({
  id: noticeIdOf(`${matter}.silence`, 'call', person.id),
  medium: 'call',
  recipient: recipientOf(person),
  message,
  ticket: ticketFacts(ticket, person.language, context),
  phone: person.mobile ?? person.phone,
  matter,
})
