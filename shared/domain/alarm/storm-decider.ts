import { type Instant, latest, plus } from '../instant.ts'
import type { Context, Decider } from '../record.ts'

type Incident = { readonly number: string; readonly at: Instant }

/** The desk's watch over how many alarms open incidents at once (INT-8). */
export type StormWatch = {
  readonly recent: readonly Incident[]
  /** The storm that rages; null in calm weather. */
  readonly stormId: string | null
  readonly updatedAt: Instant
}

/** INT-8: one of the incidents of the storm that rages. */
export const isInStorm = ({ stormId, recent }: StormWatch, incident: string): boolean =>
  stormId !== null && recent.some(({ number }) => number === incident)

export type StormCommand = { readonly type: 'note-incident'; readonly number: string; readonly recordedAt: Instant }

export type StormEvent =
  | { readonly type: 'incident-noted'; readonly incident: Incident; readonly since: Instant; readonly calm: boolean }
  | { readonly type: 'storm-started'; readonly stormId: string; readonly members: readonly string[] }
  | { readonly type: 'storm-joined'; readonly stormId: string; readonly member: string }

export type StormContext = Context & { readonly aboveIncidents: number; readonly withinMinutes: number }

const noteIncident = (
  watch: StormWatch | null,
  command: StormCommand,
  context: StormContext,
): readonly StormEvent[] => {
  const { number, recordedAt } = command
  const known = watch?.recent ?? []
  const newestAt = known.reduce((newest, { at }) => latest(newest, at), recordedAt)
  const since = plus(newestAt, -context.withinMinutes * 60_000)
  const recent = known.filter(({ at }) => at > since)
  if (recordedAt <= since || recent.some((incident) => incident.number === number)) return []
  const calm = recent.length === 0
  const noted: StormEvent = { type: 'incident-noted', incident: { number, at: recordedAt }, since, calm }
  const raging = calm ? null : (watch?.stormId ?? null)
  if (raging) return [noted, { type: 'storm-joined', stormId: raging, member: number }]
  if (recent.length + 1 <= context.aboveIncidents) return [noted]
  return [noted, { type: 'storm-started', stormId: context.newId(), members: [...recent.map((i) => i.number), number] }]
}

/**
 * INT-8: more than so many new alarm incidents within so many minutes are one storm, until a whole window passes without
 * any. Counted by when they were recorded: in a storm, the desk itself may hear of them late and in any order.
 */
export const stormDecider: Decider<StormWatch, StormCommand, StormEvent, StormContext> = {
  decide: noteIncident,
  evolve: (watch, event, { at }) => {
    const before = watch ?? { recent: [], stormId: null, updatedAt: at }
    switch (event.type) {
      case 'incident-noted':
        return {
          recent: [...before.recent.filter((i) => i.at > event.since), event.incident],
          stormId: event.calm ? null : before.stormId,
          updatedAt: at,
        }
      case 'storm-started':
        return { ...before, stormId: event.stormId, updatedAt: at }
      case 'storm-joined':
        return { ...before, updatedAt: at }
    }
  },
  passTime: () => [],
  wakeAt: () => null,
}
