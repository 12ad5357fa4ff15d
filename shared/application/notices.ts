import type { Language } from '../domain/language.ts'
import type { NoticeEvent } from '../domain/notice/event.ts'
import { ticketFacts } from '../domain/notice/facts.ts'
import { nextPerson, noticesOfSilence, noticeToNext } from '../domain/notice/next-person.ts'
import type { MessageNotice, Notice, PlannedNotice } from '../domain/notice/notice.ts'
import { mayTell, noticesFor, toldBy } from '../domain/notice/plan.ts'
import { DESK } from '../domain/people/actor.ts'
import type { RecordedEvent, RecordKey } from '../domain/record.ts'
import type { NoticeCause } from '../domain/setting/notice-policy.ts'
import type { TicketContext } from '../domain/ticket/context.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { acknowledgeAliasesFor, stopTheOthers } from './acknowledging.ts'
import { suppressionOf } from './address-record.ts'
import { isPartOfStorm } from './alarm-storm.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { gatheringFor, joinTeller } from './gathering.ts'
import { linkAliasFor } from './links.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import type { Alias, Stored } from './ports.ts'
import { attemptToSend } from './sending.ts'
import { handedOver, remindsAliases } from './taking-over.ts'
import { tellingOf } from './telling.ts'
import { tellFollowers, withoutAnswered } from './telling-together.ts'
import { ticketContext } from './ticket-record.ts'

/** Somebody hired a moment ago may be told already, and still be missing from the settings this process has cached. */
const contextFor = async (deps: Deps, ticket: Ticket, event: TicketEvent): Promise<TicketContext> => {
  const base = { now: deps.clock.now(), actor: DESK, newId: deps.newId }
  const context = await ticketContext(base, ticket, deps)
  if (toldBy(event).every((id) => context.desk.staff.has(id))) return context
  deps.settings.forget()
  return ticketContext(base, ticket, deps)
}

const linksFor = async (deps: Deps, notice: PlannedNotice): Promise<readonly Alias[]> => {
  const email = notice.medium === 'message' && notice.routes.find(({ channel }) => channel === 'email')?.address
  if (notice.recipient.part === 'staff') return acknowledgeAliasesFor(deps, notice)
  if (!email) return []
  return [await linkAliasFor(deps, notice.ticket.number, { name: notice.recipient.name, email })]
}

/**
 * NOT-4: one event of a ticket becomes the notices it calls for, each a record of its own under an id that follows from
 * event, person and medium: a second delivery finds them there. Sending them follows from their own events.
 */
export const planNotices = async (deps: Deps, line: RecordedEvent<TicketEvent>): Promise<void> => {
  if (!mayTell(line.event)) return
  const stored = await deps.store.load<Ticket>(line.record)
  if (!stored) return
  const ticket = stored.state
  const { personId } = ticket.requester
  const planned = noticesFor({
    line,
    ticket,
    context: await contextFor(deps, ticket, line.event),
    requester: personId ? await deps.settings.person(personId) : null,
    deskAddress: deps.identity.address,
    inStorm: await isPartOfStorm(deps, ticket),
  })
  await plan(deps, planned, causeOf(line, ticket))
}

const causeOf = ({ actor }: RecordedEvent, { channel }: Ticket): NoticeCause => {
  if (actor.kind !== 'system') return 'people'
  return channel === 'alarm' ? 'alarm' : 'clock'
}

const plan = async (deps: Deps, planned: readonly PlannedNotice[], cause: NoticeCause): Promise<void> => {
  for (const notice of planned) {
    const key = noticeKey(notice.id)
    const { gathering, aliases } = await gatheringFor(deps, notice, cause)
    const names = [
      ...(await linksFor(deps, notice)),
      ...aliases,
      ...remindsAliases(deps.clock.now(), notice, gathering),
    ]
    const command = { type: 'plan', notice, gathering } as const
    const { state } = await executeOn(deps, noticeRecord, key, command, DESK, { aliases: names, isNew: true })
    await joinTeller(deps, state)
  }
}

/** NOT-3: what follows from a notice's own event: the next person is told, or the answer reaches the others. */
const followUp = async (deps: Deps, notice: Notice, event: NoticeEvent): Promise<void> => {
  await joinTeller(deps, notice)
  await tellFollowers(deps, notice, event)
  await stopTheOthers(deps, notice, event)
  if (event.type !== 'passed-on' || notice.medium === 'call') return
  const telling = await tellingOf(deps, notice)
  if (!telling) return
  const toTell = event.to ? noticeToNext(notice, event.to, telling) : noticesOfSilence(notice, telling)
  // what was told with others is passed on with others
  await plan(deps, toTell, notice.waited ? 'alarm' : 'clock')
}

/** Events of a notice that lead to more than its next attempt. */
const LEADS_ON: ReadonlySet<NoticeEvent['type']> = new Set([
  'passed-on',
  'acknowledged',
  'ticked-off',
  'planned',
  'regathered',
  'sent',
  'given-up',
  'unanswered',
])

/** Events by which an attempt is due there and then; after any other, the wake-up is early enough. */
const DUE_AT_ONCE: ReadonlySet<NoticeEvent['type']> = new Set([
  'planned',
  'regathered',
  'fell-over',
  'given-up',
  'repeated',
])

/** NOT-3, NOT-4: an event of a notice: what it leads to, and the attempt that is due by it. */
export const reactToNotice = async (deps: Deps, key: RecordKey, event: NoticeEvent): Promise<void> => {
  if (!LEADS_ON.has(event.type) && !DUE_AT_ONCE.has(event.type)) return
  const stored = await deps.store.load<Notice>(key)
  if (!stored) return
  if (LEADS_ON.has(event.type)) await followUp(deps, stored.state, event)
  if (DUE_AT_ONCE.has(event.type)) await deliver(deps, key, stored)
}

/** NOT-3: nobody has acknowledged: the next channel, or the next person as the ticket and the desk are now. */
const climb = async (deps: Deps, key: RecordKey, notice: MessageNotice): Promise<void> => {
  const telling = await tellingOf(deps, notice)
  const next = telling && nextPerson(notice, telling)
  await executeOn(deps, noticeRecord, key, { type: 'climb', next }, DESK)
}

const asMessage = (stored: Stored<Notice> | null): Stored<MessageNotice> | null =>
  stored?.state.medium === 'message' ? { ...stored, state: stored.state } : null

/** NOT-2: the language the recipient reads now; null for whoever the desk knows by address only. */
const languageNow = async (deps: Deps, { recipient }: MessageNotice): Promise<Language | null> => {
  const { part, personId } = recipient
  if (personId === null) return null
  const staff = part === 'staff' ? (await deps.settings.desk()).staff.get(personId) : undefined
  return (staff ?? (await deps.settings.person(personId)))?.language ?? null
}

/** NOT-2: in the language of now, whatever it was when the notice was planned. */
const translated = async (deps: Deps, key: RecordKey, notice: MessageNotice): Promise<MessageNotice> => {
  const language = await languageNow(deps, notice)
  const telling = language && language !== notice.recipient.language ? await tellingOf(deps, notice) : null
  if (!language || !telling) return notice
  const ticket = ticketFacts(telling.ticket, language, telling.context)
  const { state } = await executeOn(deps, noticeRecord, key, { type: 'translate', language, ticket }, DESK)
  return state.medium === 'message' ? state : notice
}

/** Takes the next attempt for this process alone; null when it is not due, not possible, or somebody else's. */
const claimed = async (deps: Deps, key: RecordKey, known: Stored<MessageNotice>): Promise<MessageNotice | null> => {
  const { channel, address } = known.state.route
  const suppression = channel === 'email' ? await suppressionOf(deps, address) : null
  if (suppression) {
    const why = `${suppression.reason} since ${suppression.since}: ${suppression.detail}`
    await executeOn(deps, noticeRecord, key, { type: 'skip-route', channel, why }, DESK)
    return null
  }
  const claim = deps.newId()
  const { state } = await executeOn(deps, noticeRecord, key, { type: 'claim', claim }, DESK, { known })
  return state.medium === 'message' && state.claim === claim ? state : null
}

/** What is known of the notice may be old by now: every act on it looks whether it still stands so. */
const deliver = async (deps: Deps, key: RecordKey, known: Stored<Notice>): Promise<void> => {
  const stored = asMessage(known)
  if (!stored) return
  const { dueAt } = stored.state
  if (dueAt === null || dueAt > deps.clock.now()) return
  const open = await withoutAnswered(deps, key, stored.state)
  if (!open) return
  if (open.status !== 'planned' && open.status !== 'sending') return climb(deps, key, open)
  if (await handedOver(deps, open)) return
  const state = await translated(deps, key, open)
  const latest = state === stored.state ? stored : asMessage(await deps.store.load<Notice>(key))
  const notice = latest && (await claimed(deps, key, latest))
  if (!notice?.claim) return
  const { command, aliases } = await attemptToSend(deps, notice, notice.claim)
  await executeOn(deps, noticeRecord, key, command, DESK, { aliases })
}

/**
 * One attempt at a notice that is due, by its wake-up or by an event of its own; nothing at rest. A failing channel is no
 * failure of this call: it is recorded, and the retry or the next channel follows from the record (NOT-4).
 *
 * The attempt is claimed in the table before anything is sent, so two processes never send at once. One window stays: a
 * process that dies after sending and before recording it leaves the claim behind. When that has run out, the wake-up tries
 * again with the same mail id; the local mailbox then keeps one mail, while SES, which knows no such id, sends a second.
 */
export const deliverNotice = async (deps: Deps, key: RecordKey): Promise<void> => {
  const stored = await deps.store.load<Notice>(key)
  if (stored) await deliver(deps, key, stored)
}
