import type { Priority } from '../priority/grade.ts'

/** NOT-3: how long the desk waits for an acknowledgement before the next step, and how often it goes through the channels. */
export type Repetition = { readonly stepMinutes: number; readonly rounds: number }

/** How people are told. Unlike the rest of the policy, what holds is what is in force at that moment. */
export type NoticePolicy = {
  /** Priorities 3 and 4 repeat escalations only. No rounds: told once. */
  readonly repeat: Readonly<Record<Priority, Repetition>>
}
