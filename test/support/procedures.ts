import { ticketKey } from '../../shared/application/ticket-record.ts'
import type { Procedure, Stage } from '../../shared/domain/major-incident/procedure.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { DeskOnTable } from './desk-on-table.ts'
import { MONDAY_9 } from './ticket-fixtures.ts'

export const STARTED_AT = MONDAY_9

/** A candidate nobody has done anything about yet. */
export const candidate: Procedure = {
  startedAt: STARTED_AT,
  steps: [{ stage: 'candidate', since: STARTED_AT }],
  judgement: null,
  roles: {},
  visit: null,
  resources: [],
  secondLine: null,
  vendor: null,
  updates: { requesters: null, management: null },
  rhythm: { requesters: { since: STARTED_AT, told: 0 }, management: { since: STARTED_AT, told: 0 } },
  silencesTold: 0,
  review: null,
  report: null,
}

const paula = { id: 'paula', name: 'Paula' }
const at = STARTED_AT

const led: Partial<Procedure> = {
  roles: { commander: paula },
  visit: { engineer: paula, place: 'Pier 4', appointedFor: at, arrivedAt: null },
}
const reviewed: Partial<Procedure> = { review: { at, by: 'paula', satisfied: true, reason: null } }
const reported: Partial<Procedure> = {
  report: { version: 1, text: '#', writtenAt: at, writtenBy: 'paula', approved: { at, by: 'paula' }, sentAt: at },
}

type Part = {
  readonly major?: Ticket['major']
  readonly state?: Ticket['state']
  readonly procedure: Partial<Procedure>
}

/** What makes a ticket stand at each stage. */
const AT: Readonly<Record<Stage, Part>> = {
  candidate: { procedure: {} },
  mobilising: { major: 'confirmed', procedure: {} },
  'first-line': { major: 'confirmed', procedure: led },
  'second-line': { major: 'confirmed', procedure: { ...led, secondLine: { at, by: null, group: 'platform' } } },
  vendor: { major: 'confirmed', procedure: { ...led, vendor: { at, by: paula, name: 'Vendor', reference: null } } },
  review: { major: 'confirmed', state: 'resolved', procedure: led },
  report: { major: 'confirmed', state: 'resolved', procedure: { ...led, ...reviewed } },
  'call-back': { major: 'confirmed', state: 'resolved', procedure: { ...led, ...reviewed, ...reported } },
  closed: { major: 'confirmed', state: 'closed', procedure: { ...led, ...reviewed, ...reported } },
  demoted: { major: 'demoted', procedure: {} },
}

export const standingAt = <T extends Ticket>(ticket: T, stage: Stage, more: Partial<Procedure> = {}): Ticket => {
  const { major = 'candidate', state = 'accepted', procedure } = AT[stage]
  return { ...ticket, major, state, procedure: { ...candidate, ...procedure, ...more } }
}

/** Writes the ticket as it stands at a stage, whatever led there. */
export const putAt = async (
  { deps: { store } }: DeskOnTable,
  number: string,
  stage: Stage,
  more: Partial<Procedure> = {},
): Promise<void> => {
  const stored = await store.load<Ticket>(ticketKey(number))
  if (!stored) throw new Error(`there is no ${number}`)
  const outcome = await store.commit({
    key: ticketKey(number),
    expectedVersion: stored.version,
    state: standingAt(stored.state, stage, more),
    events: [],
    wakeAt: null,
    places: {},
    summary: {},
    aliases: [],
    entries: [],
  })
  if (outcome.kind !== 'done') throw new Error(`${number} moved`)
}
