import type { Instant } from '../instant.ts'
import type { Context, Decider } from '../record.ts'

/** What is remembered of an alarm without an open incident, so that a late ALARM from before its OK opens none (INT-8). */
export type AlarmMemory = { readonly okAt: Instant; readonly updatedAt: Instant }
export type AlarmCommand = { readonly type: 'note-ok'; readonly changedAt: Instant }
export type AlarmEvent = { readonly type: 'ok-noted'; readonly changedAt: Instant }

export const alarmDecider: Decider<AlarmMemory, AlarmCommand, AlarmEvent, Context> = {
  decide: (memory, { changedAt }) => (memory && memory.okAt >= changedAt ? [] : [{ type: 'ok-noted', changedAt }]),
  evolve: (_, { changedAt }, { at }) => ({ okAt: changedAt, updatedAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}
