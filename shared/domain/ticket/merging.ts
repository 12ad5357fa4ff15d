import { refuse } from '../refusal.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { duplicatesOf, MERGED_CODE, type MergeCommand } from './merge.ts'
import { isOpenState } from './moves.ts'
import { workers } from './recipients.ts'
import { MOST_ATTACHMENTS, type Ticket } from './ticket.ts'
import { answersTheWait } from './working.ts'

type Command<Type extends MergeCommand['type']> = Extract<MergeCommand, { readonly type: Type }>

/** A record holds 400 kB. */
const MOST_DUPLICATES = 500

/** Why this ticket cannot be merged into another one; null when it can (INT-13). */
export const whyNotMergeable = (ticket: Ticket): string | null => {
  if (!isOpenState(ticket.state)) return `it is ${ticket.state}, and only open tickets are merged`
  if (ticket.major === 'candidate' || ticket.major === 'confirmed')
    return 'a major incident goes its own way; merge the others into it'
  return (ticket.children ?? []).length > 0 ? 'other incidents hang under it' : null
}

/** INT-13: several at once; what is merged into it already stays so. @throws DomainError */
const merge = (ticket: Ticket, { duplicates }: Command<'merge'>, context: TicketContext): readonly TicketEvent[] => {
  if (duplicates.includes(ticket.number))
    refuse('invalid', 'own-duplicate', 'A ticket cannot be merged into itself; leave it out.')
  const known = new Set(duplicatesOf(ticket).map(({ number }) => number))
  const added = [...new Set(duplicates)].filter((number) => !known.has(number))
  if (added.length === 0) return []
  if (known.size + added.length > MOST_DUPLICATES)
    refuse('invalid', 'too-many-duplicates', `A ticket may have ${MOST_DUPLICATES} duplicates.`)
  return [{ type: 'duplicates-merged', merge: context.newId(), duplicates: added }]
}

/** The duplicate closes at once, with the system's code; delivered again, also after it was undone, it changes nothing. */
const mergeInto = (ticket: Ticket, { id, into, by }: Command<'merge-into'>): readonly TicketEvent[] => {
  if (ticket.merge?.id === id || ticket.undoneMerges?.includes(id)) return []
  const why = whyNotMergeable(ticket)
  if (why) refuse('conflict', 'not-mergeable', `${ticket.number} cannot be merged: ${why}.`)
  return [{ type: 'merged', merge: id, into, code: MERGED_CODE, by }]
}

/** INT-13: back to where it stood when it was merged; the clocks have gone on, since nobody was served meanwhile. */
const unmerge = ({ merge: done, number }: Ticket): readonly TicketEvent[] =>
  done
    ? [{ type: 'unmerged', merge: done.id, from: done.into, backTo: done.stateBefore }]
    : refuse('conflict', 'not-merged', `${number} is not merged into another ticket.`)

const releaseDuplicate = (
  ticket: Ticket,
  { duplicate: { number, merge: id } }: Command<'release-duplicate'>,
): readonly TicketEvent[] =>
  duplicatesOf(ticket).some((known) => known.number === number && known.merge === id)
    ? [{ type: 'duplicate-released', merge: id, duplicate: number }]
    : []

/**
 * INT-13: a later reply follows to the ticket that goes on. Of another requester it stays among staff (ROL-3); of the same
 * one it answers like any other (WAI-4).
 */
const passOnWords = (
  ticket: Ticket,
  { of, by, text, fullText, html, attachments, ofItsRequester }: Command<'pass-on-words'>,
  context: TicketContext,
): readonly TicketEvent[] => {
  if (attachments.length > 0 && ticket.attachments.length + attachments.length > MOST_ATTACHMENTS) {
    refuse('invalid', 'too-many-attachments', `A ticket may have ${MOST_ATTACHMENTS} attachments.`)
  }
  const visibility = ofItsRequester ? 'public' : 'internal'
  const spoken: TicketEvent = {
    type: 'commented',
    text,
    fullText,
    html,
    visibility,
    from: ofItsRequester ? 'requester' : 'other',
    attachments: ofItsRequester ? attachments : attachments.map((one) => ({ ...one, visibility })),
    mail: null,
    of,
    by,
    ...(ticket.merge ? { passedOnTo: ticket.merge.into } : {}),
    told: ticket.merge ? [] : workers(context, ticket),
  }
  const resumes = ofItsRequester && ticket.state === 'waiting' && answersTheWait(ticket, context)
  return resumes ? [spoken, { type: 'resumed', cause: 'requester-answer' }] : [spoken]
}

/** INT-13. @throws DomainError */
export const decideMerge = (ticket: Ticket, command: MergeCommand, context: TicketContext): readonly TicketEvent[] => {
  switch (command.type) {
    case 'merge':
      return merge(ticket, command, context)
    case 'unmerge':
      return unmerge(ticket)
    case 'merge-into':
      return mergeInto(ticket, command)
    case 'release-duplicate':
      return releaseDuplicate(ticket, command)
    case 'pass-on-words':
      return passOnWords(ticket, command, context)
  }
}
