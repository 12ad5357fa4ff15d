import type { Level } from '../escalation/level.ts'
import type { Person, Role } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import type { TicketContext } from '../ticket/context.ts'
import { type Part, peopleFor } from '../ticket/recipients.ts'
import type { PersonRef, Ticket } from '../ticket/ticket.ts'
import { ticketFacts } from './facts.ts'
import type { Ladder } from './ladder.ts'
import type { NoticeMessage } from './message.ts'
import type { MessageNotice, PlannedCall, PlannedMessage, PlannedNotice } from './notice.ts'
import { noticeIdOf, recipientOf } from './plan.ts'
import { routesTo } from './routes.ts'

/** Who could answer for each level besides those the escalation tells by itself. */
const PARTS_OF_LEVEL: Readonly<Record<Level, readonly Part[]>> = {
  L1: ['L1', 'lead'],
  L2: ['L2', 'lead'],
  PM: ['PM'],
  management: ['management'],
}

const withRole = (desk: Desk, role: Role): readonly string[] =>
  [...desk.staff.values()].filter(({ roles }) => roles.includes(role)).map(({ id }) => id)

/** NOT-3: everybody who could see to it, in the order in which they are told. */
const inLine = (message: NoticeMessage, ticket: Ticket, desk: Desk): readonly string[] => {
  if (message.template !== 'escalated') return peopleFor(desk, ticket, 'group', 'lead')
  if (message.level === null) return peopleFor(desk, ticket, 'IM')
  const named = peopleFor(desk, ticket, ...PARTS_OF_LEVEL[message.level])
  return message.level === 'PM' ? [...named, ...withRole(desk, 'project-manager')] : named
}

const canBeTold = (person: Person | undefined, deskAddress: string): person is Person =>
  person?.active === true && routesTo(person.email, person.mobile, deskAddress) !== null

/** NOT-3: who is told when somebody has not acknowledged; null when there is nobody left who does not know. */
export const nextPerson = (
  { message, ladder }: Pick<MessageNotice, 'message' | 'ladder'>,
  ticket: Ticket,
  desk: Desk,
  deskAddress: string,
): PersonRef | null => {
  const next = inLine(message, ticket, desk)
    .filter((id) => !ladder?.told.includes(id))
    .map((id) => desk.staff.get(id))
    .find((person) => canBeTold(person, deskAddress))
  return next ? { id: next.id, name: next.name } : null
}

/** The same, said to somebody whose it is not yet. */
const passedOn = (message: NoticeMessage): NoticeMessage =>
  'toYou' in message ? { ...message, toYou: false } : message

type Telling = { readonly ticket: Ticket; readonly context: TicketContext; readonly deskAddress: string }

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
  return people
    .flatMap((id) => context.desk.staff.get(id) ?? [])
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
