import { readEvent } from '../domain/alarm/read-event.ts'
import { DESK } from '../domain/people/actor.ts'
import type { AlarmChange } from '../domain/ticket/alarm-watch.ts'
import { canaryInReason, isCanaryAlarm } from '../domain/watch/canary.ts'
import { noteArrival } from './canaries.ts'
import type { Deps } from './deps.ts'
import { keep } from './kept-mail.ts'
import { receiveAlarm, receiveAlarmDeletion } from './receive-alarm.ts'

const isIgnored = async (deps: Deps, change: AlarmChange): Promise<boolean> => {
  const { ignoredNamePrefixes } = (await deps.settings.desk()).policy.value.alarm
  return ignoredNamePrefixes.some((prefix) => change.name.startsWith(prefix))
}

/** Its going back to OK, and the canaries of other desks, are nothing. */
const receiveCanary = async (deps: Deps, { state, reason }: AlarmChange): Promise<void> => {
  const number = canaryInReason(reason, deps.identity.address)
  if (number && state === 'ALARM') await noteArrival(deps, 'alarm', number)
}

const MOST_BODY = 100_000
const MOST_ID = 200

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

/**
 * INT-8: an EventBridge event. Any order, any number of times: late, double and unknown ones change no ticket; what is
 * not understood is kept for the desk to see.
 */
export const receiveEvent = async (deps: Deps, event: unknown): Promise<void> => {
  const read = readEvent(event)
  switch (read.kind) {
    case 'alarm':
      if (isCanaryAlarm(read.change.name)) return receiveCanary(deps, read.change)
      if ((read.suppressed && read.change.state === 'ALARM') || (await isIgnored(deps, read.change))) return
      return receiveAlarm(deps, read.change)
    case 'alarm-deleted':
      return receiveAlarmDeletion(deps, read)
    case 'unknown':
      return keepUnknown(deps, event, read.reason)
    case 'ignored':
      return
  }
}
