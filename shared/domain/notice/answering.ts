import { type Actor, actorRef, hasRole } from '../people/actor.ts'
import { refuse } from '../refusal.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import type { CallTask, MessageNotice } from './notice.ts'

const isOfTheDesk = (actor: Actor): boolean => hasRole(actor, 'desk', 'desk-manager')

/** Whoever holds the link of a notice is taken for whom it was sent to: only their message has it. */
const isRecipient = ({ recipient, ticket }: MessageNotice, actor: Actor): boolean =>
  actor.kind === 'link' ? actor.ticket === ticket.number : actor.kind === 'person' && actor.id === recipient.personId

/**
 * Whoever was told says so, which stops all further attempts. The desk may say it for them: that is how a notice that
 * reached nobody leaves the list of those. @throws DomainError forbidden
 */
export const acknowledge = (
  notice: MessageNotice,
  { via }: Extract<NoticeCommand, { readonly type: 'acknowledge' }>,
  actor: Actor,
): readonly NoticeEvent[] => {
  if (!isRecipient(notice, actor) && !isOfTheDesk(actor)) {
    refuse('forbidden', 'not-your-notice', 'Only the person it was for, or the desk, can acknowledge a notice.')
  }
  return notice.status === 'acknowledged' ? [] : [{ type: 'acknowledged', by: actorRef(actor), via }]
}

const LONGEST_NOTE = 2_000

/** NOT-1: a desk member made the call, or met the person, and says what came of it. @throws DomainError */
export const tickOff = (
  task: CallTask,
  { outcome, note }: Extract<NoticeCommand, { readonly type: 'tick-off' }>,
  actor: Actor,
): readonly NoticeEvent[] => {
  if (!isOfTheDesk(actor)) refuse('forbidden', 'calls-by-desk', 'Call tasks are ticked off by the desk.')
  if (task.done) {
    refuse('illegal-move', 'call-already-done', `${task.done.by.name} has ticked this call off already.`)
  }
  if (note.length > LONGEST_NOTE) {
    refuse(
      'invalid',
      'note-too-long',
      `A note on a call has ${LONGEST_NOTE} characters at most; put the rest on the ticket.`,
    )
  }
  return [{ type: 'ticked-off', outcome, note: note.trim(), by: actorRef(actor) }]
}
