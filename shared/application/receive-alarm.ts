import { type AlarmCommand, type AlarmEvent, type AlarmMemory, alarmDecider } from '../domain/alarm/alarm-decider.ts'
import type { Instant } from '../domain/instant.ts'
import { MONITORING } from '../domain/people/actor.ts'
import type { Context, RecordKey } from '../domain/record.ts'
import { DomainError } from '../domain/refusal.ts'
import type { AlarmChange } from '../domain/ticket/alarm-watch.ts'
import { reopens } from '../domain/ticket/alarm-watching.ts'
import { isOpenState } from '../domain/ticket/moves.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { declareAlarm } from './alarm-incident.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { NameTaken, type RecordType } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { openTicket, ticketAct } from './tickets.ts'

const alarmRecord: RecordType<AlarmMemory, AlarmCommand, AlarmEvent, Context> = {
  kind: 'alarm',
  decider: alarmDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
}

type Identity = { readonly arn: string; readonly account: string; readonly region: string }

const idOf = ({ arn, account, region }: Identity): string => `${arn}|${account}|${region}`
const memoryKey = (alarm: Identity): RecordKey => ({ kind: 'alarm', id: idOf(alarm) })
const incidentName = (alarm: Identity): string => `alarm-incident#${idOf(alarm)}`

const lastIncident = async (deps: Deps, alarm: Identity): Promise<Ticket | null> => {
  const found = await deps.store.alias(incidentName(alarm))
  return found && ((await deps.store.load<Ticket>(found.target))?.state ?? null)
}

/** When it was last OK without an incident to note that on. */
const rememberedOk = async (deps: Deps, alarm: Identity): Promise<Instant | null> =>
  (await deps.store.load<AlarmMemory>(memoryKey(alarm)))?.state.okAt ?? null

/** An ALARM that was over before the desk heard of it opens nothing. */
const alreadyOver = async (deps: Deps, change: AlarmChange, last: Ticket | null): Promise<boolean> => {
  if (last?.alarm && change.changedAt <= last.alarm.changedAt) return true
  const okAt = await rememberedOk(deps, change)
  return okAt !== null && change.changedAt <= okAt
}

const openIncident = async (deps: Deps, change: AlarmChange, last: Ticket | null): Promise<void> => {
  if (await alreadyOver(deps, change, last)) return
  const [desk, tags] = await Promise.all([deps.settings.desk(), deps.alarmTags.tagsOf(change.arn)])
  const name = incidentName(change)
  await openTicket(deps, declareAlarm(desk, change, tags, last?.number), MONITORING, {
    aliases: (number) => [{ name, target: ticketKey(number), replaces: last ? { id: last.number } : 'nothing' }],
  })
  const okAt = await rememberedOk(deps, change)
  if (okAt === null || okAt <= change.changedAt) return
  // it came while the incident was being opened, and so found none
  await follow(deps, { ...change, state: 'OK', changedAt: okAt, eventId: `${change.eventId}, then OK` })
}

const rememberOk = async (deps: Deps, change: AlarmChange, last: Ticket | null): Promise<void> => {
  const { changedAt } = change
  await executeOn(deps, alarmRecord, memoryKey(change), { type: 'note-ok', changedAt }, MONITORING)
  const openedMeanwhile = (await deps.store.alias(incidentName(change)))?.target.id
  if (openedMeanwhile !== last?.number) await follow(deps, change)
}

const follow = async (deps: Deps, change: AlarmChange): Promise<void> => {
  const last = await lastIncident(deps, change)
  const { alarm } = (await deps.settings.desk()).policy.value
  const takesNote = last && (isOpenState(last.state) || reopens(last, deps.clock.now(), alarm.reopenWithinMinutes))
  if (takesNote) await ticketAct(deps, last.number, { type: 'note-alarm', change }, MONITORING)
  else if (change.state === 'ALARM') await openIncident(deps, change, last)
  else if (change.state === 'OK') await rememberOk(deps, change, last)
}

/** Somebody was faster: another event of the alarm opened the incident, or a person closed it. What is so now is found then. */
const onceMore = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act()
  } catch (error) {
    const isOver = error instanceof DomainError && error.problem === 'illegal-move'
    if (!isOver && !(error instanceof NameTaken)) throw error
    await act()
  }
}

/** INT-8: an alarm has changed its state. The ALARM and the OK of one alarm may be on their way at the same moment. */
export const receiveAlarm = (deps: Deps, change: AlarmChange): Promise<void> => onceMore(() => follow(deps, change))

/** INT-8: an alarm was deleted; its open incident, if there is one, will never hear of its OK. */
export const receiveAlarmDeletion = (deps: Deps, alarm: Identity & { readonly eventId: string }): Promise<void> =>
  onceMore(async () => {
    const last = await lastIncident(deps, alarm)
    if (!last || !isOpenState(last.state)) return
    await ticketAct(deps, last.number, { type: 'note-alarm-deleted', eventId: alarm.eventId }, MONITORING)
  })
