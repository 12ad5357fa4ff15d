import { type Instant, plus } from '../domain/instant.ts'
import { burstPolicyOf, matterFor, waitMs } from '../domain/notice/bursts.ts'
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

/**
 * That nobody answers for a ticket is told at once, and what else of it goes unanswered soon after in one message. Less than the
 * half hour between two steps of what is not urgent: what comes as seldom as that is told as it comes.
 */
const SILENCE_MINUTES = 25

/** By which the message, or call, is found that takes others in, and how long it waits for them. */
type Meeting = { readonly name: string; readonly waitMs: number }

/** What is to be acknowledged is not mixed with what is merely told. */
const amongAll = async (deps: Deps, { medium, recipient, ticket, ...notice }: PlannedNotice): Promise<Meeting> => {
  const ladder = 'ladder' in notice ? notice.ladder : null
  const how = ladder?.atOnce ? 'asks-at-once' : ladder ? 'asks' : 'tells'
  const name = `gathering#${medium}#${how}#${recipient.personId}`
  if (medium === 'call') return { name, waitMs: CALL_OPEN_MINUTES * MINUTE_MS }
  const bursts = burstPolicyOf((await deps.settings.desk()).policy.value.notices)
  return { name, waitMs: waitMs(ticket.priority, bursts) }
}

const ofSilence = ({ medium, message, recipient, ticket }: PlannedNotice): Meeting | null =>
  medium === 'message' && message.template === 'unanswered'
    ? { name: `gathering#silence#${recipient.personId}#${ticket.number}`, waitMs: SILENCE_MINUTES * MINUTE_MS }
    : null

/** Whether somebody has been told so much in this minute that the rest of it waits. */
const isBurst = async (deps: Deps, { recipient }: PlannedNotice, cause: NoticeCause): Promise<boolean> => {
  const now = deps.clock.now()
  const { above } = burstPolicyOf((await deps.settings.desk()).policy.value.notices)
  const told = await deps.store.count(`told#${recipient.personId}#${minuteOf(now)}`, plus(now, HOUR_MS))
  return cause === 'alarm' || told > above[cause]
}

type Beginning = { readonly gathering: Gathering | null; readonly aliases: readonly Alias[] }

const AT_ONCE: Beginning = { gathering: null, aliases: [] }

/** What comes until then is taken in by this notice. */
const meetingPlace = (now: Instant, { id }: PlannedNotice, { name, waitMs }: Meeting): Alias => {
  const until = plus(now, waitMs)
  return { name, target: noticeKey(id), replaces: 'anything', data: until, expiresAt: plus(until, HOUR_MS) }
}

/** The message, or call, that takes others in by now is this notice's. */
const takingIn = (now: Instant, notice: PlannedNotice, meeting: Meeting): Beginning => ({
  gathering: notice.medium === 'message' ? { until: plus(now, meeting.waitMs) } : null,
  aliases: [meetingPlace(now, notice, meeting)],
})

type Found = { readonly within: string; readonly until: Instant }

/** The notice of the same person that takes others in, or did last. */
const latestTeller = async (deps: Deps, { id }: PlannedNotice, { name }: Meeting): Promise<Found | null> => {
  const found = await deps.store.alias(name)
  return found?.data && found.target.id !== id ? { within: found.target.id, until: found.data } : null
}

const amongOthers = async (deps: Deps, notice: PlannedNotice, cause: NoticeCause): Promise<Beginning> => {
  const meeting = await amongAll(deps, notice)
  const latest = await latestTeller(deps, notice, meeting)
  const now = deps.clock.now()
  if (latest && latest.until > now) return { gathering: { within: latest.within }, aliases: [] }
  const goesOn = latest !== null && plus(latest.until, MINUTE_MS) > now
  const isGathered = notice.medium === 'call' || goesOn || (await isBurst(deps, notice, cause))
  return isGathered ? takingIn(now, notice, meeting) : AT_ONCE
}

/**
 * NOT-5: whether a notice is told at once or with others. The first few of a minute go out as they come; what comes in
 * bursts by its nature, as alarms do, waits from the first on. Requesters are told at once. One call to somebody is enough.
 */
export const gatheringFor = async (deps: Deps, notice: PlannedNotice, cause: NoticeCause): Promise<Beginning> => {
  if (notice.recipient.part === 'requester' || notice.recipient.personId === null) return AT_ONCE
  const silence = ofSilence(notice)
  if (!silence) return amongOthers(deps, notice, cause)
  const now = deps.clock.now()
  const latest = await latestTeller(deps, notice, silence)
  if (latest && latest.until > now) return { gathering: { within: latest.within }, aliases: [] }
  const first = await amongOthers(deps, notice, cause)
  return { ...first, aliases: [...first.aliases, meetingPlace(now, notice, silence)] }
}

const hasTakenIn = (teller: Notice, id: string): boolean => teller.also?.some((matter) => matter.id === id) ?? false

/** Where a notice meets others: with what else of its ticket nobody answers for, unless it is the first of it. */
const meetingOf = async (deps: Deps, notice: Notice): Promise<Meeting> => {
  const silence = ofSilence(notice)
  return silence && (await latestTeller(deps, notice, silence)) ? silence : amongAll(deps, notice)
}

/** NOT-5: has a notice taken in by the one that is to tell it, or by a later one where that has left already. */
export const joinTeller = async (deps: Deps, notice: Notice): Promise<void> => {
  if (!notice.within) return
  const meeting = await meetingOf(deps, notice)
  const now = deps.clock.now()
  const repetition = notice.medium === 'message' ? notice.ladder : null
  const until = plus(now, meeting.waitMs)
  const gather = { type: 'gather', matter: matterFor(notice), repetition, until } as const
  const teller = await executeOn(deps, noticeRecord, noticeKey(notice.within), gather, DESK)
  if (hasTakenIn(teller.state, notice.id)) return
  const latest = await latestTeller(deps, notice, meeting)
  const isLater = latest !== null && latest.within !== notice.within && latest.until > now
  const { gathering, aliases } = isLater
    ? { gathering: { within: latest.within }, aliases: [] }
    : takingIn(now, notice, meeting)
  await executeOn(deps, noticeRecord, noticeKey(notice.id), { type: 'regather', gathering }, DESK, { aliases })
}
