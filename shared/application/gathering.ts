import { type Instant, plus } from '../domain/instant.ts'
import { burstPolicyOf, matterFor, waitsUntil } from '../domain/notice/bursts.ts'
import type { Gathering, Notice, PlannedNotice } from '../domain/notice/notice.ts'
import { minuteOf } from '../domain/notice/sending-limits.ts'
import { DESK } from '../domain/people/actor.ts'
import type { NoticeCause } from '../domain/setting/notice-policy.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import type { Alias } from './ports.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A call that has to be made soon anyhow tells of what comes up meanwhile. */
const CALL_OPEN_MINUTES = 30

/** What is to be acknowledged is not mixed with what is merely told. */
const nameOf = ({ medium, recipient, ...notice }: PlannedNotice): string => {
  const ladder = 'ladder' in notice ? notice.ladder : null
  const how = ladder?.atOnce ? 'asks-at-once' : ladder ? 'asks' : 'tells'
  return `gathering#${medium}#${how}#${recipient.personId}`
}

const waitOf = async (deps: Deps, { medium, ticket }: PlannedNotice): Promise<Instant> => {
  const now = deps.clock.now()
  if (medium === 'call') return plus(now, CALL_OPEN_MINUTES * MINUTE_MS)
  return waitsUntil(ticket.priority, burstPolicyOf((await deps.settings.desk()).policy.value.notices), now)
}

/** Whether somebody has been told so much in this minute that the rest of it waits. */
const isBurst = async (deps: Deps, { recipient }: PlannedNotice, cause: NoticeCause): Promise<boolean> => {
  const now = deps.clock.now()
  const { above } = burstPolicyOf((await deps.settings.desk()).policy.value.notices)
  const told = await deps.store.count(`told#${recipient.personId}#${minuteOf(now)}`, plus(now, HOUR_MS))
  return cause === 'alarm' || told > above[cause]
}

type Beginning = { readonly gathering: Gathering | null; readonly aliases: readonly Alias[] }

const AT_ONCE: Beginning = { gathering: null, aliases: [] }

/** The message, or call, that takes others in by now is this notice's. */
const takingIn = async (deps: Deps, notice: PlannedNotice): Promise<Beginning> => {
  const until = await waitOf(deps, notice)
  const target = noticeKey(notice.id)
  const expiresAt = plus(until, HOUR_MS)
  const alias: Alias = { name: nameOf(notice), target, replaces: 'anything', data: until, expiresAt }
  return { gathering: notice.medium === 'message' ? { until } : null, aliases: [alias] }
}

type Found = { readonly within: string; readonly until: Instant }

/** The notice of the same person that takes others in, or did last. */
const latestTeller = async (deps: Deps, notice: PlannedNotice): Promise<Found | null> => {
  const found = await deps.store.alias(nameOf(notice))
  return found?.data && found.target.id !== notice.id ? { within: found.target.id, until: found.data } : null
}

/**
 * NOT-5: whether a notice is told at once or with others. The first few of a minute go out as they come; what comes in
 * bursts by its nature, as alarms do, waits from the first on. Requesters are told at once. One call to somebody is enough.
 */
export const gatheringFor = async (deps: Deps, notice: PlannedNotice, cause: NoticeCause): Promise<Beginning> => {
  if (notice.recipient.part === 'requester' || notice.recipient.personId === null) return AT_ONCE
  const latest = await latestTeller(deps, notice)
  const now = deps.clock.now()
  if (latest && latest.until > now) return { gathering: { within: latest.within }, aliases: [] }
  const goesOn = latest !== null && plus(latest.until, MINUTE_MS) > now
  const isGathered = notice.medium === 'call' || goesOn || (await isBurst(deps, notice, cause))
  return isGathered ? takingIn(deps, notice) : AT_ONCE
}

const hasTakenIn = (teller: Notice, id: string): boolean => teller.also?.some((matter) => matter.id === id) ?? false

/** NOT-5: has a notice taken in by the one that is to tell it, or by a later one where that has left already. */
export const joinTeller = async (deps: Deps, notice: Notice): Promise<void> => {
  if (!notice.within) return
  const until = await waitOf(deps, notice)
  const repetition = notice.medium === 'message' ? notice.ladder : null
  const gather = { type: 'gather', matter: matterFor(notice), repetition, until } as const
  const teller = await executeOn(deps, noticeRecord, noticeKey(notice.within), gather, DESK)
  if (hasTakenIn(teller.state, notice.id)) return
  const latest = await latestTeller(deps, notice)
  const isLater = latest !== null && latest.within !== notice.within && latest.until > deps.clock.now()
  const { gathering, aliases } = isLater
    ? { gathering: { within: latest.within }, aliases: [] }
    : await takingIn(deps, notice)
  await executeOn(deps, noticeRecord, noticeKey(notice.id), { type: 'regather', gathering }, DESK, { aliases })
}
