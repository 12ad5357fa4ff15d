import { type Instant, plus } from '../domain/instant.ts'
import { matterFor } from '../domain/notice/bursts.ts'
import { mattersOf } from '../domain/notice/gathering.ts'
import { canBeHandedOver, isReminding } from '../domain/notice/handing-over.ts'
import type { Gathering, MessageNotice, Notice, PlannedNotice } from '../domain/notice/notice.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import type { Alias } from './ports.ts'

const DAY_MS = 24 * 3_600_000

/** Nothing repeats for as long as this. */
const REMEMBERED_DAYS = 7

const nameFor = (personId: string, ticket: string): string => `reminds#${personId}#${ticket}`

/** The name by which earlier notices of the ticket find the one that is to remind of them too, to be written with its plan. */
export const remindsAliases = (now: Instant, notice: PlannedNotice, gathering: Gathering | null): readonly Alias[] => {
  const { recipient, ticket } = notice
  if (notice.medium === 'call' || !notice.ladder || recipient.personId === null) return []
  const target = noticeKey(gathering && 'within' in gathering ? gathering.within : notice.id)
  const expiresAt = plus(now, REMEMBERED_DAYS * DAY_MS)
  return [{ name: nameFor(recipient.personId, ticket.number), target, replaces: 'anything', expiresAt }]
}

const messageOf = async (deps: Deps, id: string): Promise<MessageNotice | null> => {
  const state = (await deps.store.load<Notice>(noticeKey(id)))?.state
  return state?.medium === 'message' ? state : null
}

/** The latest notice to the same person of the same ticket, while it reminds; null when that is this one. */
const laterThan = async (deps: Deps, notice: MessageNotice): Promise<MessageNotice | null> => {
  const { id, recipient } = notice
  // of several matters, what is left of them: a storm tells its incident in the message of its first alarm
  const { number } = mattersOf(notice)[0].ticket
  const found = recipient.personId && (await deps.store.alias(nameFor(recipient.personId, number)))
  const later = found && found.target.id !== id ? await messageOf(deps, found.target.id) : null
  return later && isReminding(later) && !later.also?.some((matter) => matter.id === id) ? later : null
}

const isTakenOver = async (deps: Deps, notice: MessageNotice, by: string): Promise<boolean> => {
  const command = { type: 'take-over', matter: matterFor(notice), repetition: notice.ladder } as const
  const { state } = await executeOn(deps, noticeRecord, noticeKey(by), command, DESK)
  return state.also?.some(({ id }) => id === notice.id) ?? false
}

/** What happened to the later notice in between is followed: it had nobody to tell yet. */
const handOver = async (deps: Deps, id: string, to: string): Promise<void> => {
  await executeOn(deps, noticeRecord, noticeKey(id), { type: 'hand-over', to }, DESK)
  const teller = await messageOf(deps, to)
  if (teller) await executeOn(deps, noticeRecord, noticeKey(id), { type: 'follow', teller, next: null }, DESK)
}

/**
 * NOT-3, NOT-5: one reminder a step for a person and a ticket, however many of its events wait for an answer: the latest
 * notice reminds of the earlier ones, with all they told. Everybody is told of each event through all of their channels first.
 * @returns whether there is such a notice
 */
export const handedOver = async (deps: Deps, notice: MessageNotice): Promise<boolean> => {
  if (!canBeHandedOver(notice)) return false
  const later = await laterThan(deps, notice)
  if (!later) return false
  const ids = (notice.also ?? []).map(({ id }) => id).filter((id) => !notice.leftOut?.includes(id))
  const told = (await Promise.all(ids.map((id) => messageOf(deps, id)))).filter((each) => each !== null)
  for (const each of [...told, notice]) if (!(await isTakenOver(deps, each, later.id))) return false
  for (const { id } of [...told, notice]) await handOver(deps, id, later.id)
  return true
}
