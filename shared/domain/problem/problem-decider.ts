import type { Instant } from '../instant.ts'
import type { Context, Decider } from '../record.ts'

/** PRB-1: what is left to find out after an incident was restored, registered for the problem manager. */
export type Problem = {
  readonly number: string
  readonly state: 'registered'
  readonly title: string
  readonly question: string
  readonly service: string | null
  readonly item: string | null
  readonly category: string
  readonly fromTicket: string
  readonly registeredAt: Instant
}

export type ProblemCommand = { readonly type: 'register' } & Omit<Problem, 'state' | 'registeredAt'>
export type ProblemEvent = { readonly type: 'registered' } & Omit<Problem, 'state' | 'registeredAt'>

/** Registering the same problem again changes nothing. */
export const problemDecider: Decider<Problem, ProblemCommand, ProblemEvent, Context> = {
  decide: (problem, command) => (problem ? [] : [{ ...command, type: 'registered' }]),
  evolve: (_, { type: _type, ...registered }, { at }) => ({ ...registered, state: 'registered', registeredAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}
