import { type AlarmCommand, type AlarmEvent, type AlarmMemory, alarmDecider } from '../domain/alarm/alarm-decider.ts'
import { readEvent } from '../domain/alarm/read-event.ts'
import { DESK, MONITORING } from '../domain/people/actor.ts'
import type { Context } from '../domain/record.ts'
import type { AlarmChange } from '../domain/ticket/alarm-watch.ts'
import { reopens } from '../domain/ticket/alarm-watching.ts'
import { isOpenState } from '../domain/ticket/moves.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { declareAlarm } from './alarm-incident.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { keep } from './kept-mail.ts'
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
const incidentName = (alarm: Identity): string => `alarm-incident#${idOf(alarm)}`

const lastIncident = async (deps: Deps, alarm: Identity): Promise<Ticket | null> => {
  const found = await deps.store.alias(incidentName(alarm))
  return found && ((await deps.store.load<Ticket>(found.target))?.state ?? null)
}

/** An ALARM that was over before the desk heard of it opens nothing. */
const alreadyOver = async (deps: Deps, change: AlarmChange, last: Ticket | null): Promise<boolean> => {
  if (last?.alarm && change.changedAt <= last.alarm.changedAt) return true
  const memory = await deps.store.load<AlarmMemory>({ kind: 'alarm', id: idOf(change) })
  return memory !== null && change.changedAt <= memory.state.okAt
}

const openIncident = async (deps: Deps, change: AlarmChange, last: Ticket | null): Promise<void> => {
  if (await alreadyOver(deps, change, last)) return
  const [desk, tags] = await Promise.all([deps.settings.desk(), deps.alarmTags.tagsOf(change.arn)])
  const name = incidentName(change)
  await openTicket(deps, declareAlarm(desk, change, tags, last?.number), MONITORING, {
    aliases: (number) => [{ name, target: ticketKey(number), replaces: last ? { id: last.number } : 'nothing' }],
  })
}

const receiveAlarm = async (deps: Deps, change: AlarmChange): Promise<void> => {
  const last = await lastIncident(deps, change)
  const { alarm } = (await deps.settings.desk()).policy.value
  const takesNote = last && (isOpenState(last.state) || reopens(last, deps.clock.now(), alarm.reopenWithinMinutes))
  if (takesNote) {
    await ticketAct(deps, last.number, { type: 'note-alarm', change }, MONITORING)
  } else if (change.state === 'ALARM') {
    await openIncident(deps, change, last)
  } else if (change.state === 'OK') {
    const { changedAt } = change
    await executeOn(deps, alarmRecord, { kind: 'alarm', id: idOf(change) }, { type: 'note-ok', changedAt }, MONITORING)
  }
}

/** Two events of one alarm may race for the same incident; the second then finds what the first has opened. */
const onceMore = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
    await act()
  }
}

const isIgnored = async (deps: Deps, change: AlarmChange): Promise<boolean> => {
  const { ignoredNamePrefixes } = (await deps.settings.desk()).policy.value.alarm
  return ignoredNamePrefixes.some((prefix) => change.name.startsWith(prefix))
}

const keepUnknown = async (deps: Deps, event: unknown, reason: string): Promise<void> => {
  const id =
    typeof event === 'object' && event !== null && 'id' in event && typeof event.id === 'string'
      ? event.id.slice(0, MOST_ID)
      : deps.newId()
  const body = (JSON.stringify(event) ?? String(event)).slice(0, MOST_BODY)
  await keep(
    deps,
    { id: `event-${id}`, outcome: 'event', reason, from: null, subject: null, key: null, body },
    DESK,
    null,
  )
}

const MOST_BODY = 100_000
const MOST_ID = 200

/**
 * INT-8: an EventBridge event. Any order, any number of times: late, double and unknown ones change no ticket; what is
 * not understood is kept for the desk to see.
 */
export const receiveEvent = async (deps: Deps, event: unknown): Promise<void> => {
  const read = readEvent(event)
  switch (read.kind) {
    case 'alarm':
      if ((read.suppressed && read.change.state === 'ALARM') || (await isIgnored(deps, read.change))) return
      await onceMore(() => receiveAlarm(deps, read.change))
      break
    case 'alarm-deleted': {
      const last = await lastIncident(deps, read)
      if (last && isOpenState(last.state)) {
        await ticketAct(deps, last.number, { type: 'note-alarm-deleted', eventId: read.eventId }, MONITORING)
      }
      break
    }
    case 'unknown':
      await keepUnknown(deps, event, read.reason)
      break
    case 'ignored':
      break
  }
}
