import type { Instant } from '../instant.ts'
import { refuse } from '../refusal.ts'
import type { TicketCommand } from './command.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { actingPerson } from './grading.ts'
import { knownWaitCode } from './known.ts'
import { peopleFor, workers } from './recipients.ts'
import { isOwnRequester } from './rights.ts'
import { MOST_ATTACHMENTS, type Ticket } from './ticket.ts'

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: Type }>

type Speaker = Extract<TicketEvent, { readonly type: 'commented' }>['from']

/** INT-6: a mail that did not prove who sent it, or comes from somebody else, speaks for nobody. */
const speakerOf = (ticket: Ticket, { actor }: TicketContext): Speaker => {
  if (isOwnRequester(ticket, actor)) return 'requester'
  if (actor.kind === 'mail') {
    if (actor.verified && actor.email.toLowerCase() === ticket.requester.email?.toLowerCase()) return 'requester'
    return actor.verified && actor.staff ? 'staff' : 'other'
  }
  return 'staff'
}

export const answersTheWait = (ticket: Ticket, { desk }: TicketContext): boolean =>
  desk.codes.waitCodes.some(({ code, endedBy }) => code === ticket.waiting?.code && endedBy === 'requester-answer')

/** INT-13: what others than staff say on a duplicate is for whoever works on the ticket that goes on. */
const passedOn = ({ merge }: Ticket, from: Speaker): { readonly passedOnTo?: string } =>
  merge && from !== 'staff' ? { passedOnTo: merge.into } : {}

/** LIF-4: a public or internal comment; WAI-4: the requester's words end waiting for them. */
export const comment = (
  ticket: Ticket,
  command: Command<'comment'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  const from = speakerOf(ticket, context)
  if (from !== 'staff' && command.visibility === 'internal') {
    refuse('forbidden', 'internal-for-staff', 'Internal notes are for the people who work on the ticket.')
  }
  const { attachments = [] } = command
  if (attachments.length > 0 && ticket.attachments.length + attachments.length > MOST_ATTACHMENTS) {
    refuse('invalid', 'too-many-attachments', `A ticket may have ${MOST_ATTACHMENTS} attachments.`)
  }
  const spoken: TicketEvent = {
    type: 'commented',
    text: command.text,
    fullText: command.fullText ?? null,
    html: command.html ?? null,
    visibility: command.visibility,
    from,
    attachments,
    mail: command.mail ?? null,
    ...passedOn(ticket, from),
    told: from === 'staff' || ticket.merge ? [] : workers(context, ticket),
  }
  const resumes = from === 'requester' && ticket.state === 'waiting' && answersTheWait(ticket, context)
  return resumes ? [spoken, { type: 'resumed', cause: 'requester-answer' }] : [spoken]
}

/** LIF-10, PRI-7, SLA-2: an outbound contact is a response; what the customer confirmed of fault, grade and time is kept. */
export const contact = (command: Command<'contact'>, context: TicketContext): readonly TicketEvent[] => {
  const { medium, reached, note, faultConfirmed, gradeAgreed = null, handlingTimeAgreedAt = null } = command
  if (gradeAgreed !== null && !reached) {
    refuse('invalid', 'not-reached', 'Whether they agree with the grade is known once they have been reached (PRI-7).')
  }
  const by = actingPerson(context)
  const record = { at: context.now, by, medium, reached, note, faultConfirmed, gradeAgreed, handlingTimeAgreedAt }
  return [{ type: 'contacted', contact: record }]
}

export const diagnose = (command: Command<'diagnose'>): readonly TicketEvent[] => {
  const { cause = null, workaround = null, solution = null } = command
  if (cause === null && workaround === null && solution === null) {
    refuse('invalid', 'nothing-found', 'Say at least one of cause, workaround or solution.')
  }
  return [{ type: 'diagnosed', cause, workaround, solution }]
}

/** WAI-1: waiting needs a code, which says whether the clocks stop and what ends it. */
export const wait = (command: Command<'wait'>, context: TicketContext): readonly TicketEvent[] => {
  const { stopsClock, endedBy } = knownWaitCode(context.desk, command.code)
  const until = command.until ?? null
  if (endedBy === 'date' && until === null) {
    refuse('invalid', 'until-missing', `Waiting with "${command.code}" needs the time at which it ends (until).`)
  }
  if (until !== null && until <= context.now) {
    refuse('invalid', 'until-past', 'The time until which the ticket waits has to lie ahead.')
  }
  return [{ type: 'waiting-started', code: command.code, reason: command.reason, stopsClock, until }]
}

/** WAI-1: past its longest stay; whoever works on it and the lead are reminded, once. */
export const overstay = (
  ticket: Ticket,
  { code, at: dueAt }: { readonly code: string; readonly at: Instant },
  context: TicketContext,
): readonly TicketEvent[] => [
  {
    type: 'waiting-overstayed',
    code,
    dueAt,
    told: [...new Set([...workers(context, ticket), ...peopleFor(context, ticket, 'lead')])],
  },
]
