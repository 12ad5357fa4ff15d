import type { Commit, TimelineEntry } from '../../shared/application/ports.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { RecordedEvent, RecordKey } from '../../shared/domain/record.ts'

const AT = '2026-03-02T01:00:00.000Z'
const ACTOR = { kind: 'person', id: 'grace', name: 'Grace' } as const

export const ticketKey = (id: string): RecordKey => ({ kind: 'ticket', id })

/** A commit of one event on ticket `id`, made on `expectedVersion`; `more` replaces any part. */
export const commitOf = (id: string, expectedVersion: number, more: Partial<Commit> = {}): Commit => ({
  key: ticketKey(id),
  expectedVersion,
  state: { title: `${id} as of ${expectedVersion + 1}` },
  events: [eventOf(id, expectedVersion + 1)],
  wakeAt: null,
  places: {},
  summary: { title: id },
  aliases: [],
  entries: [],
  ...more,
})

export const eventOf = (id: string, version: number, at: Instant = AT, index = 0): RecordedEvent => ({
  id: `${id}.${version}.${index}`,
  at,
  actor: ACTOR,
  record: ticketKey(id),
  version,
  index,
  event: { type: 'commented' },
  changes: { title: { before: null, after: id } },
})

export const entryOf = (id: string, entryId: string, at: Instant = AT): TimelineEntry => ({
  record: ticketKey(id),
  id: entryId,
  at,
  actor: ACTOR,
  event: { type: 'notice-sent' },
})
