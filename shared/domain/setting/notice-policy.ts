import type { Priority } from '../priority/grade.ts'

/** NOT-3: how long the desk waits for an acknowledgement before the next step, and how often it goes through the channels. */
export type Repetition = { readonly stepMinutes: number; readonly rounds: number }

/**
 * NOT-5: more than so many messages to one person within a minute are a burst, sooner where it is the clock that makes them
 * than where people act. Whatever comes then waits for others, in seconds by its priority, and is told in one message with
 * them. Alarms come in bursts by nature and wait from the first on.
 */
export type BurstPolicy = {
  readonly above: { readonly clock: number; readonly people: number }
  readonly waitSeconds: Readonly<Record<Priority, number>>
}

/** What makes a notice: monitoring, the passing of time, or an act of somebody. */
export type NoticeCause = 'alarm' | 'clock' | 'people'

/** How people are told. Unlike the rest of the policy, what holds is what is in force at that moment. */
export type NoticePolicy = {
  /** Priorities 3 and 4 repeat escalations only. No rounds: told once. */
  readonly repeat: Readonly<Record<Priority, Repetition>>
  /** Absent: as the desk ships. */
  readonly bursts?: BurstPolicy
}
