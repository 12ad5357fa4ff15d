import {
  isInStorm,
  type StormCommand,
  type StormContext,
  type StormEvent,
  type StormWatch,
  stormDecider,
} from '../domain/alarm/storm-decider.ts'
import { DESK, MONITORING } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { DomainError } from '../domain/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { monitoringRequester } from './alarm-incident.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { NameTaken, type RecordType } from './record-type.ts'
import { ticketKey } from './ticket-record.ts'
import { openTicket, ticketAct } from './tickets.ts'

const stormRecord: RecordType<StormWatch, StormCommand, StormEvent, StormContext> = {
  kind: 'storm',
  decider: stormDecider,
  context: async (base, _, deps) => {
    const { alarm } = (await deps.settings.desk()).policy.value
    return { ...base, aboveIncidents: alarm.stormAboveIncidents, withinMinutes: alarm.stormWithinMinutes }
  },
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
}

const parentName = (stormId: string): string => `storm#${stormId}`

const STORM_WATCH: RecordKey = { kind: 'storm', id: 'alarms' }

/** INT-8: an alarm has opened an incident; noting the same one again changes nothing. */
export const noteAlarmIncident = async (deps: Deps, number: string, recordedAt: string): Promise<void> => {
  const { events } = await executeOn(
    deps,
    stormRecord,
    STORM_WATCH,
    { type: 'note-incident', number, recordedAt },
    DESK,
  )
  // At once, not only by the stream, which in a storm is behind: until it is known, everybody is told of each alarm.
  for (const { event } of events) await reactToStorm(deps, event as StormEvent)
}

/** NOT-5: whether the storm's own incident tells of this one, or soon will. */
export const isPartOfStorm = async (deps: Deps, { number, alarm, parent }: Ticket): Promise<boolean> => {
  if (!alarm || alarm.touched || parent !== null) return false
  const watch = await deps.store.load<StormWatch>(STORM_WATCH)
  return watch !== null && isInStorm(watch.state, number)
}

/** The incident all of a storm hang under; opened once, however often the storm is announced. */
const parentOf = async (deps: Deps, stormId: string): Promise<string> => {
  const name = parentName(stormId)
  const found = await deps.store.alias(name)
  if (found) return found.target.id
  const { alarm } = (await deps.settings.desk()).policy.value
  try {
    const { ticket } = await openTicket(
      deps,
      {
        type: 'submit',
        title: 'Alarm storm',
        description: `More than ${alarm.stormAboveIncidents} alarms opened incidents within ${alarm.stormWithinMinutes} minutes; they hang under this one.`,
        channel: 'alarm',
        requester: monitoringRequester,
        category: alarm.category,
        service: alarm.service,
        impact: alarm.stormImpact ?? alarm.impact,
        urgency: alarm.urgency,
        acknowledge: false,
      },
      MONITORING,
      { aliases: (number) => [{ name, target: ticketKey(number), replaces: 'nothing' }] },
    )
    return ticket.number
  } catch (error) {
    if (error instanceof NameTaken) return error.by.id
    throw error
  }
}

const attach = async (deps: Deps, number: string, parent: string): Promise<void> => {
  try {
    await ticketAct(deps, number, { type: 'attach-to-parent', parent }, DESK)
  } catch (error) {
    const staysWhereItIs = error instanceof DomainError && ['illegal-move', 'conflict'].includes(error.problem)
    if (!staysWhereItIs) throw error
  }
}

/** What a storm's event leads to; safe to do twice. */
export const reactToStorm = async (deps: Deps, event: StormEvent): Promise<void> => {
  if (event.type === 'incident-noted') return
  const parent = await parentOf(deps, event.stormId)
  const members = event.type === 'storm-started' ? event.members : [event.member]
  for (const member of members) await attach(deps, member, parent)
}
