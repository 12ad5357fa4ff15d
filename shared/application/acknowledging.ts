import { type Instant, plus } from '../domain/instant.ts'
import { acknowledgeAlias, acknowledgeToken, acknowledgeUrl } from '../domain/link/acknowledge-token.ts'
import { eventOf, isToldByStorm } from '../domain/notice/bursts.ts'
import type { NoticeCommand, NoticeEvent } from '../domain/notice/event.ts'
import { mattersOf } from '../domain/notice/gathering.ts'
import { isFirstAttempt, overtakenBy, type StopReason } from '../domain/notice/ladder.ts'
import type { Channel, MessageNotice, Notice, PlannedNotice, Route } from '../domain/notice/notice.ts'
import { noticeIdOf } from '../domain/notice/plan.ts'
import { type Actor, DESK } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { refuse } from '../domain/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { type Executed, executeOn } from './execute.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import type { Alias } from './ports.ts'
import type { Execution } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'

const DAY_MS = 24 * 3_600_000

/** Long enough for a weekend and a holiday; what is older is found on the ticket. */
const LINK_VALID_DAYS = 7

/** An expired link is remembered this long, so that its owner is told that it expired rather than that it never was. */
const REMEMBERED_DAYS = 30

/** Nothing of a matter is repeated for as long as this. */
const ANSWER_REMEMBERED_DAYS = 60

type Held = { readonly via: Channel; readonly address: string; readonly validUntil: Instant }

const wayOf = ({ channel, address }: Route): string => `${channel}:${address}`

/** NOT-3: where the recipient of a notice acknowledges it, by the way they are told now. */
export const acknowledgeUrlFor = async (deps: Deps, { id, route }: MessageNotice): Promise<string> =>
  acknowledgeUrl(deps.identity.publicUrl, await acknowledgeToken(await deps.secret(), id, wayOf(route)))

/** The names behind the links of a notice that repeats, to be written with its plan; the tokens are nowhere kept. */
export const acknowledgeAliasesFor = async (deps: Deps, notice: PlannedNotice): Promise<readonly Alias[]> => {
  if (notice.medium === 'call' || !notice.ladder) return []
  const secret = await deps.secret()
  const validUntil = plus(deps.clock.now(), LINK_VALID_DAYS * DAY_MS)
  return Promise.all(
    notice.routes.map(async (route): Promise<Alias> => {
      const held: Held = { via: route.channel, address: route.address, validUntil }
      return {
        name: await acknowledgeAlias(await acknowledgeToken(secret, notice.id, wayOf(route))),
        target: noticeKey(notice.id),
        replaces: 'anything',
        data: JSON.stringify(held),
        expiresAt: plus(validUntil, REMEMBERED_DAYS * DAY_MS),
      }
    }),
  )
}

/** The name that says that a matter is answered for: written with the answer, and looked at before anybody is told again. */
const answeredName = (matter: string): string => `answered#${matter}`

const answeredAliases = (deps: Deps, notice: Notice | undefined): readonly Alias[] => {
  const events = new Set(notice ? mattersOf(notice).flatMap(({ event }) => event ?? []) : [])
  const expiresAt = plus(deps.clock.now(), ANSWER_REMEMBERED_DAYS * DAY_MS)
  return [...events].map((event) => ({
    name: answeredName(event),
    target: noticeKey(notice?.id ?? ''),
    replaces: 'anything',
    expiresAt,
  }))
}

/** NOT-3, INT-8: why nobody has to be told any more; null while somebody has. */
export const reasonToStop = async (deps: Deps, notice: MessageNotice): Promise<StopReason | null> => {
  const { ladder, message, ticket, waited } = notice
  if (ladder && (await deps.store.alias(answeredName(ladder.matter)))) return 'acknowledged'
  const isFirst = isFirstAttempt(notice)
  if (!waited && (isFirst || !ladder)) return null
  const stored = await deps.store.load<Ticket>(ticketKey(ticket.number))
  if (stored && isToldByStorm(stored.state)) return 'told-by-storm'
  return stored && ladder && !isFirst ? overtakenBy(ladder, message, stored.state) : null
}

/**
 * NOT-3: somebody knows. The answer stops all notices of the matter at once, because it stands in the table with it, and
 * each of them asks there before it tells anybody again. @throws DomainError not-found, forbidden, illegal-move
 */
export const answerNotice = async (
  deps: Deps,
  id: string,
  command: Extract<NoticeCommand, { readonly type: 'acknowledge' | 'tick-off' }>,
  actor: Actor,
  execution: Execution = {},
): Promise<Executed<Notice>> => {
  const stored = await deps.store.load<Notice>(noticeKey(id))
  const isAnswer =
    command.type === 'acknowledge' || command.outcome === 'reached' || command.outcome === 'told-in-person'
  const aliases = isAnswer ? answeredAliases(deps, stored?.state) : []
  return executeOn(deps, noticeRecord, noticeKey(id), command, actor, { ...execution, aliases })
}

/** Ends what would still be repeated of the same matter, so that nobody has it on their list any longer. */
export const stopTheOthers = async (deps: Deps, notice: Notice, event: NoticeEvent): Promise<void> => {
  const matter = eventOf(notice)
  const told = notice.medium === 'message' ? (notice.ladder?.told ?? []) : [notice.recipient.personId ?? '']
  const isAnswer = event.type === 'acknowledged' || event.type === 'ticked-off'
  if (!matter || !isAnswer || !(await deps.store.alias(answeredName(matter)))) return
  for (const person of told) {
    const key = noticeKey(noticeIdOf(matter, 'message', person))
    if (key.id !== notice.id) await stopTelling(deps, key, 'acknowledged')
  }
}

/** NOT-5: what tells of other matters too leaves this one out; it ends when none is left. */
export const stopTelling = async (deps: Deps, key: RecordKey, why: StopReason): Promise<void> => {
  const stored = await deps.store.load<Notice>(key)
  if (!stored) return
  const tellsOthers = stored.state.also !== undefined && stored.state.medium === 'message'
  const command = tellsOthers ? ({ type: 'leave-out', ids: [key.id] } as const) : ({ type: 'stop', why } as const)
  await executeOn(deps, noticeRecord, key, command, DESK)
}

export type OpenedAcknowledgement = { readonly notice: MessageNotice; readonly actor: Actor; readonly via: Channel }

/**
 * NOT-3: which notice a link acknowledges, and for whom. Reads only: scanners follow links too.
 * @throws DomainError not-found `link-unknown` or `link-expired`
 */
export const openAcknowledgement = async (deps: Deps, token: string): Promise<OpenedAcknowledgement> => {
  const found = await deps.store.alias(await acknowledgeAlias(token.toLowerCase()))
  const stored = found?.data ? await deps.store.load<Notice>(found.target) : null
  if (!found?.data || stored?.state.medium !== 'message') {
    return refuse(
      'not-found',
      'link-unknown',
      'This link is not complete or not one of ours. Copy the whole link, or acknowledge on the ticket.',
    )
  }
  const { via, address, validUntil }: Held = JSON.parse(found.data)
  if (validUntil <= deps.clock.now()) {
    return refuse('not-found', 'link-expired', 'This link has expired. Sign in and acknowledge on the ticket.')
  }
  const notice = stored.state
  const { recipient, ticket } = notice
  return { notice, actor: { kind: 'link', name: recipient.name, email: address, ticket: ticket.number }, via }
}
