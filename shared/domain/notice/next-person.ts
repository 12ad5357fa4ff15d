import { askedInOrder } from '../on-call/covering.ts'
import type { RotaSubject } from '../on-call/rota.ts'
import type { Person, Role } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketContext } from '../ticket/context.ts'
import { groupOfLine, peopleFor } from '../ticket/recipients.ts'
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

/** Whose rotas say who is asked first; null for parts without any. */
const dutyOf = (message: NoticeMessage, ticket: Ticket, desk: Desk): RotaSubject | null => {
  const level = message.template === 'escalated' ? message.level : 'group'
  switch (level) {
    case 'PM':
      return { kind: 'project-managers' }
    case 'management':
      return { kind: 'management' }
    case 'L1':
    case 'L2': {
      const group = groupOfLine(desk, ticket, level === 'L1' ? 1 : 2)
      return group === null ? null : { kind: 'group', group }
    }
    case 'group':
      return desk.groups.get(ticket.group)?.line === 'desk' ? { kind: 'desk' } : { kind: 'group', group: ticket.group }
    case null:
      return null
  }
}

/** Of the line that is meant, or of whoever has the ticket where there is no such line. */
const leadOfLine = (level: 'L1' | 'L2', ticket: Ticket, desk: Desk): readonly string[] =>
  [desk.groups.get(groupOfLine(desk, ticket, level === 'L1' ? 1 : 2) ?? ticket.group)?.lead].flatMap(
    (lead) => lead ?? [],
  )

const playing = (message: NoticeMessage, ticket: Ticket, desk: Desk): readonly string[] => {
  if (message.template !== 'escalated') return peopleFor(desk, ticket, 'group', 'lead')
  const { level } = message
  if (level === null) return peopleFor(desk, ticket, 'IM')
  const named = peopleFor(desk, ticket, level)
  if (level === 'PM') return [...named, ...withRole(desk, 'project-manager')]
  return level === 'management' ? named : [...named, ...leadOfLine(level, ticket, desk)]
}

/** NOT-3, ONC-1: everybody who could see to it: those on call in their order, then the others. */
const inLine = (message: NoticeMessage, { ticket, context: { desk, now } }: Telling): readonly string[] => {
  const duty = dutyOf(message, ticket, desk)
  return [...(duty ? askedInOrder(desk, duty, now) : []), ...playing(message, ticket, desk)]
}

const canBeTold = (person: Person | undefined, deskAddress: string): person is Person =>
  person?.active === true && routesTo(person.email, person.mobile, deskAddress) !== null

/** NOT-3: who is told when somebody has not acknowledged; null when there is nobody left who does not know. */
export const nextPerson = (
  { message, ladder }: Pick<MessageNotice, 'message' | 'ladder'>,
  telling: Telling,
): PersonRef | null => {
  const next = inLine(message, telling)
    .filter((id) => !ladder?.told.includes(id))
    .map((id) => telling.context.desk.staff.get(id))
    .find((person) => canBeTold(person, telling.deskAddress))
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
  { ticket, context, deskAddress }: Telling,
): readonly PlannedMessage[] => {
  const routes = routesTo(person.email, person.mobile, deskAddress)
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
  const managers = peopleFor(context.desk, ticket, 'IM')
  const people = managers.length > 0 ? managers : peopleFor(context.desk, ticket, 'desk-manager')
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
