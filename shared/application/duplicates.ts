import { type Actor, type ActorRef, actorRef, DESK } from '../domain/people/actor.ts'
import type { RecordedEvent } from '../domain/record.ts'
import { DomainError, refuse } from '../domain/refusal.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { duplicatesOf, type MergeCommand } from '../domain/ticket/merge.ts'
import { whyNotMergeable } from '../domain/ticket/merging.ts'
import type { PersonRef, Requester, Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import type { Execution } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { openTicket, type TicketResult, ticketAct } from './tickets.ts'

const load = async (deps: Deps, number: string): Promise<Ticket | null> =>
  (await deps.store.load<Ticket>(ticketKey(number)))?.state ?? null

/** What follows for a relative; false when that one has moved on so that it is not possible any more. */
const tries = async (
  deps: Deps,
  number: string,
  command: MergeCommand,
  execution: Execution = {},
): Promise<boolean> => {
  try {
    await ticketAct(deps, number, command, DESK, execution)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.problem !== 'stale') return false
    throw error
  }
}

type Decision = { readonly id: string; readonly by: PersonRef; readonly duplicates: readonly string[] }

/** Each duplicate closes; one that has moved on meanwhile leaves the list again. Safe to do twice, late, or half. */
const duplicatesFollow = async (deps: Deps, into: string, { id, by, duplicates }: Decision): Promise<void> => {
  for (const number of duplicates) {
    const closes = await tries(deps, number, { type: 'merge-into', id, into, by })
    if (!closes) await tries(deps, into, { type: 'release-duplicate', duplicate: { number, merge: id } })
  }
}

/** @throws DomainError with what is in the way */
const checkDuplicate = (duplicate: Ticket, into: Ticket): void => {
  if (duplicate.merge?.into === into.number) return
  const why =
    whyNotMergeable(duplicate) ??
    // PRI-9: what is said on it later would be read by more people
    (duplicate.security && !into.security ? `it concerns information security, and ${into.number} does not` : null)
  if (why) refuse('conflict', 'not-mergeable', `${duplicate.number} cannot be merged: ${why}.`)
}

type Merging = { readonly into: Ticket; readonly duplicates: readonly Ticket[] }

/**
 * INT-13: several at once. Either all of them can be merged now, or nothing is done; they are closed when this returns,
 * and should the process die before, the stream closes them. @throws DomainError
 */
export const mergeDuplicates = async (
  deps: Deps,
  { into, duplicates }: Merging,
  actor: Actor,
  execution: Execution,
): Promise<TicketResult> => {
  for (const duplicate of duplicates) checkDuplicate(duplicate, into)
  const numbers = duplicates.map(({ number }) => number)
  const result = await ticketAct(deps, into.number, { type: 'merge', duplicates: numbers }, actor, execution)
  const { id, name } = actorRef(actor)
  for (const { number, merge } of duplicatesOf(result.ticket)) {
    if (!numbers.includes(number)) continue
    await duplicatesFollow(deps, into.number, { id: merge, by: { id, name }, duplicates: [number] })
  }
  return result
}

type Words = Extract<TicketEvent, { readonly type: 'commented' }>
type Said = { readonly by: ActorRef; readonly eventId: string }

const isOfItsRequester = (duplicate: Ticket, into: Ticket): boolean =>
  duplicate.requester.personId !== null && duplicate.requester.personId === into.requester.personId

/** Whose words they are when it was not the requester: what is known of them, which proves nothing (INT-6). */
const stranger = ({ requester }: Ticket, { kind, id, name }: ActorRef): Requester => ({
  personId: null,
  name,
  email: kind === 'mail' ? id : null,
  phone: null,
  vip: false,
  department: null,
  language: requester.language,
  verified: false,
})

/** INT-7: the ticket that went on has closed: what was said is a new one, which refers to the duplicate. */
const openFromWords = async (deps: Deps, duplicate: Ticket, words: Words, said: Said): Promise<void> => {
  const isOwn = words.from === 'requester'
  const declaration = {
    type: 'submit',
    kind: duplicate.kind,
    title: duplicate.title,
    description: words.text,
    html: words.html,
    channel: said.by.kind === 'mail' ? 'email' : 'portal',
    requester: isOwn ? duplicate.requester : stranger(duplicate, said.by),
    attachments: words.attachments,
    relatedTo: duplicate.number,
    acknowledge: isOwn,
  } as const
  await openTicket(deps, declaration, DESK, { idempotency: { key: `from-words#${said.eventId}`, hash: '' } })
}

/** INT-13: words said on a duplicate reach whoever works on the ticket that goes on, once however often they are passed on. */
const wordsFollow = async (
  deps: Deps,
  number: string,
  words: Words & { readonly passedOnTo: string },
  said: Said,
): Promise<void> => {
  const [duplicate, into] = await Promise.all([load(deps, number), load(deps, words.passedOnTo)])
  if (!duplicate || !into) return
  const { text, fullText, html, attachments } = words
  const ofItsRequester = words.from === 'requester' && isOfItsRequester(duplicate, into)
  const idempotency = { key: `words#${said.eventId}`, hash: '' }
  const arrived = await tries(
    deps,
    into.number,
    { type: 'pass-on-words', of: number, by: words.by ?? said.by, text, fullText, html, attachments, ofItsRequester },
    { idempotency },
  )
  if (!arrived) await openFromWords(deps, duplicate, words, said)
}

/** INT-13: what an event of a merge means for the other ticket. */
export const reactToMerge = async (
  deps: Deps,
  { id, record, actor, event }: RecordedEvent & { readonly event: TicketEvent },
): Promise<void> => {
  switch (event.type) {
    case 'duplicates-merged': {
      const by = { id: actor.id, name: actor.name }
      return duplicatesFollow(deps, record.id, { id: event.merge, by, duplicates: event.duplicates })
    }
    case 'unmerged': {
      const duplicate = { number: record.id, merge: event.merge }
      await tries(deps, event.from, { type: 'release-duplicate', duplicate })
      return
    }
    case 'commented': {
      const { passedOnTo } = event
      return passedOnTo ? wordsFollow(deps, record.id, { ...event, passedOnTo }, { by: actor, eventId: id }) : undefined
    }
    default:
      return
  }
}
