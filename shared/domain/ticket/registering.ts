import { type Instant, msOf } from '../instant.ts'
import { actorRef } from '../people/actor.ts'
import { refuse } from '../refusal.ts'
import type { TicketCommand } from './command.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { knownGroup } from './known.ts'
import { peopleFor } from './recipients.ts'
import type { Resolution, Ticket } from './ticket.ts'

/** INT-12: when what really happened; the promises are counted from the report. */
export type TrueTimes = {
  readonly occurredAt: Instant
  readonly reportedAt: Instant
  readonly assignedAt: Instant
  readonly respondedAt: Instant
  readonly restoredAt: Instant
}

/** INT-12: what the desk writes down of a major incident that is over. */
export type Registration = TrueTimes & {
  /** Why it was not recorded while it went on. */
  readonly reason: string
  /** Who solved it. */
  readonly group: string
  readonly resolution: Resolution
}

/** INT-12: the mark on a ticket that was written after the fact; unconfirmed until a second person has vouched for it. */
export type AfterTheFact = {
  readonly occurredAt: Instant
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly reason: string
  readonly confirmed: { readonly at: Instant; readonly by: string } | null
}

const HOUR_MS = 3_600_000

/** Of a policy that says nothing: a long weekend. */
export const DEFAULT_REGISTER_WITHIN_HOURS = 96

const inOrder = ([earlier, before]: readonly [string, Instant], [later, after]: readonly [string, Instant]): void => {
  if (before <= after) return
  refuse(
    'invalid',
    'times-out-of-order',
    `It cannot have been ${later} before it was ${earlier}: correct one of the times.`,
  )
}

const checkTimes = (times: TrueTimes, withinHours: number, now: Instant): void => {
  const { occurredAt, reportedAt, assignedAt, respondedAt, restoredAt } = times
  if (restoredAt > now) {
    refuse('invalid', 'not-over-yet', 'It has to be over: record what still goes on as an ordinary ticket.')
  }
  inOrder(['noticed first', occurredAt], ['reported', reportedAt])
  inOrder(['reported', reportedAt], ['assigned', assignedAt])
  inOrder(['reported', reportedAt], ['responded to', respondedAt])
  inOrder(['assigned', assignedAt], ['restored', restoredAt])
  inOrder(['responded to', respondedAt], ['restored', restoredAt])
  if (msOf(now) - msOf(restoredAt) > withinHours * HOUR_MS) {
    refuse(
      'invalid',
      'registered-too-late',
      `A ticket is written after the fact within ${withinHours} hours of the restoration; ask the desk manager.`,
    )
  }
}

/** For a major incident only, once it is over; the recording comes first, this says what it really was. */
export const registered = (
  registration: Registration,
  {
    kind,
    priority,
    ...ticket
  }: Pick<Ticket, 'kind' | 'priority' | 'group' | 'category' | 'service' | 'assignee' | 'requester'>,
  context: TicketContext,
): TicketEvent => {
  const { desk, now } = context
  if (kind !== 'incident' || priority !== 1) {
    refuse(
      'invalid',
      'not-a-major-incident',
      'Only a major incident is written after the fact: an incident whose impact and urgency make priority 1.',
    )
  }
  checkTimes(registration, desk.policy.value.intake.registerWithinHours ?? DEFAULT_REGISTER_WITHIN_HOURS, now)
  const { id: group, line } = knownGroup(desk, registration.group)
  return { type: 'registered-afterwards', ...registration, group, line, told: peopleFor(context, ticket, 'desk', 'IM') }
}

export const isUnconfirmed = ({ afterTheFact }: Pick<Ticket, 'afterTheFact'>): boolean =>
  afterTheFact?.confirmed === null

/** Whoever wrote it does not vouch for it. */
export const mayConfirmRegistration = (ticket: Ticket, personId: string): boolean =>
  isUnconfirmed(ticket) && ticket.recordedBy !== personId

export const confirmRegistration = (
  ticket: Ticket,
  { confirmed, reason }: Extract<TicketCommand, { readonly type: 'confirm-registration' }>,
  { actor }: TicketContext,
): readonly TicketEvent[] => {
  if (!isUnconfirmed(ticket)) refuse('conflict', 'nothing-to-confirm', 'Nothing waits to be confirmed on this ticket.')
  if (!mayConfirmRegistration(ticket, actorRef(actor).id)) {
    refuse('forbidden', 'own-registration', 'Somebody else has to confirm what you have written after the fact.')
  }
  if (confirmed) return [{ type: 'registration-confirmed' }]
  return [
    {
      type: 'registration-refused',
      reason: reason ?? refuse('invalid', 'reason-missing', 'Say why it is not confirmed: give a reason.'),
    },
  ]
}
