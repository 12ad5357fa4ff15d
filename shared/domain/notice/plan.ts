import { addressId } from '../address/address.ts'
import type { Level } from '../escalation/level.ts'
import type { ActorRef } from '../people/actor.ts'
import type { Person, Role } from '../people/person.ts'
import type { TicketEvent } from '../ticket/event.ts'
import { isToldByStorm } from './bursts.ts'
import { ticketFacts } from './facts.ts'
import { type Ladder, repetitionOf } from './ladder.ts'
import { isCalledForMajor, isToldAsCandidate } from './major-message.ts'
import type { NoticeMessage } from './message.ts'
import type { PlannedCall, PlannedMessage, PlannedNotice, Recipient } from './notice.ts'
import type { Planning } from './planning.ts'
import { REQUESTER_EVENTS, requesterMessage } from './requester-message.ts'
import { routesTo } from './routes.ts'
import { staffMessage } from './staff-message.ts'

/** The ids of the desk's people an event tells; they were decided with it. */
export const toldBy = (event: TicketEvent): readonly string[] => ('told' in event ? event.told : [])

/** False for an event that tells nobody, whatever its ticket is like. */
export const mayTell = (event: TicketEvent): boolean => REQUESTER_EVENTS.has(event.type) || toldBy(event).length > 0

/** The event that is told. */
const matterOf = ({ line }: Planning): string => [line.record.id, line.version, line.index].join('.')

/** Event, person and medium make the id, so that a second delivery plans the very same notice [NOT-4]. */
export const noticeIdOf = (matter: string, medium: PlannedNotice['medium'], person: string | null): string =>
  `${matter}.${medium}.${person ?? 'requester'}`

const isActor = (actor: ActorRef, personId: string | null, email: string | null): boolean =>
  actor.kind === 'person' ? actor.id === personId : email !== null && addressId(actor.id) === addressId(email)

type Routes = PlannedMessage['routes']

/** NOT-3: by the policy in force now, since it says how people are reached, not what a ticket is judged by. */
const ladderFor = (planning: Planning, message: NoticeMessage): Ladder | null => {
  const { ticket, context, line } = planning
  const repetition = repetitionOf(message, ticket.priority, context.desk.policy.value.notices)
  const { group, assignee } = ticket
  const about = { matter: matterOf(planning), since: line.at, told: toldBy(line.event), insteadOf: null }
  return repetition && { ...repetition, ...about, group, assignee: assignee?.id ?? null }
}

const write = (planning: Planning, recipient: Recipient, message: NoticeMessage, routes: Routes): PlannedMessage => ({
  id: noticeIdOf(matterOf(planning), 'message', recipient.personId),
  medium: 'message',
  recipient,
  message,
  ticket: ticketFacts(planning.ticket, recipient.language, planning.context),
  routes,
  inReplyTo: planning.ticket.messageId,
  ladder: recipient.part === 'staff' ? ladderFor(planning, message) : null,
})

const toRequester = (planning: Planning): readonly PlannedMessage[] => {
  const { ticket, requester, line, deskAddress } = planning
  const { personId, email, name, language } = ticket.requester
  const message = requesterMessage(planning)
  // chats and calls are for those who work on tickets
  const channels = requester?.channels?.filter((channel) => channel === 'email' || channel === 'sms')
  const to = { email, mobile: requester?.mobile ?? null, ...(channels && { channels }) }
  const routes = routesTo(to, { deskAddress, desk: planning.context.desk })
  const ownAct = isActor(line.actor, personId, email) && message?.template !== 'acknowledged'
  if (!message || !routes || ownAct) return []
  return [write(planning, { part: 'requester', personId, name, language }, message, routes)]
}

export const recipientOf = ({ id, name, language }: Person): Recipient => ({
  part: 'staff',
  personId: id,
  name,
  language,
})

const toPerson = (person: Person, planning: Planning): readonly PlannedMessage[] => {
  const message = staffMessage(person, planning)
  const routes = routesTo(person, { deskAddress: planning.deskAddress, desk: planning.context.desk })
  return message && routes ? [write(planning, recipientOf(person), message, routes)] : []
}

/** Who has the say at a level; the others an escalation tells are told in writing only. */
const ROLE_OF_LEVEL: Readonly<Record<Level, Role>> = {
  L1: 'engineer',
  L2: 'engineer',
  PM: 'project-manager',
  management: 'management',
}

const isCalled = (person: Person, planning: Planning): boolean => {
  const { line, ticket } = planning
  const { event } = line
  if (event.type !== 'escalated') return isCalledForMajor(person, planning)
  const role = event.level ? ROLE_OF_LEVEL[event.level] : 'incident-manager'
  return person.roles.includes(role) && (role === 'project-manager' || role === 'management' || ticket.priority <= 2)
}

/** NOT-1: phone is the main channel of an escalation: somebody of the desk calls. */
const call = (person: Person, planning: Planning): readonly PlannedCall[] => {
  const message = isCalled(person, planning) ? staffMessage(person, planning) : null
  if (!message) return []
  const ticket = ticketFacts(planning.ticket, person.language, planning.context)
  const id = noticeIdOf(matterOf(planning), 'call', person.id)
  const phone = person.mobile ?? person.phone
  return [{ id, medium: 'call', recipient: recipientOf(person), message, ticket, phone, matter: matterOf(planning) }]
}

/**
 * INT-8: an alarm that flaps no longer tells anybody what it does; what was promised still escalates. One of a storm says
 * nothing at all until somebody has touched it: the storm's own incident is told, and escalates.
 */
const isMuted = ({ line: { event, actor }, ticket, inStorm }: Planning): boolean => {
  if (actor.kind !== 'system') return false
  if (inStorm || isToldByStorm(ticket)) return true
  if (!ticket.alarm?.muted) return false
  return ['assigned', 'transferred', 'resolved', 'alarm-returned'].includes(event.type)
}

/**
 * NOT-4: what is told to whom of one event, each person once whatever parts they play. Nobody is told of their own acts;
 * only the acknowledgement goes to whoever has just written (INT-10). Empty for most events.
 */
export const noticesFor = (planning: Planning): readonly PlannedNotice[] => {
  if (isMuted(planning)) return []
  const { line, context } = planning
  const requester = toRequester(planning)
  const already = new Set(
    requester.flatMap(({ recipient, routes }) => [recipient.personId, addressId(routes[0].address)]),
  )
  const isKnown = isToldAsCandidate(planning)
  const people = [...new Set(toldBy(line.event))]
    .map((id) => context.desk.staff.get(id))
    .filter((person) => !(isKnown && person?.roles.includes('project-manager')))
    .filter((person) => person?.active)
    .filter((person): person is Person => person !== undefined && !isActor(line.actor, person.id, person.email))
  const written = people.filter(({ id, email }) => !already.has(id) && !already.has(addressId(email)))
  return [
    ...requester,
    ...written.flatMap((person) => toPerson(person, planning)),
    ...people.flatMap((person) => call(person, planning)),
  ]
}
