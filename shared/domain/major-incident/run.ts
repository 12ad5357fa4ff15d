import type { Instant } from '../instant.ts'
import type { Context, Decider } from '../record.ts'
import type { Lane, ProcedureId } from './standing.ts'

/** One execution of the state machine: a procedure has a second one when the first was lost or has become long. */
export type ExecutionId = ProcedureId & { readonly attempt: number }

export const executionOf = ({ number, startedAt, attempt }: ExecutionId): ExecutionId => ({
  number,
  startedAt,
  attempt,
})

/** By which an execution is started, once and for all: as Step Functions and its logs take it. */
export const executionName = ({ number, startedAt, attempt }: ExecutionId): string =>
  `${number}-${startedAt.replaceAll(/\D/g, '')}-${attempt}`

/** Somewhere an execution waits for the record to move on from `mark`; its token never leaves the table. */
export type Wait = ExecutionId & {
  readonly id: string
  readonly lane: Lane
  readonly mark: string
  readonly steps: number
  readonly token: string
}

/** MAJ-9: the execution that follows a ticket's procedure, and what it waits for. */
export type Run = ExecutionId & {
  readonly waits: readonly Wait[]
  readonly ended: boolean
  readonly updatedAt: Instant
}

export type RunCommand =
  | ({ readonly type: 'begin' } & ProcedureId)
  | ({ readonly type: 'begin-anew' } & ExecutionId)
  | { readonly type: 'wait'; readonly wait: Wait }
  | { readonly type: 'forget'; readonly waits: readonly string[] }
  | { readonly type: 'end' }

export type RunEvent =
  | ({ readonly type: 'begun' } & ExecutionId)
  | { readonly type: 'waited'; readonly wait: Wait }
  | { readonly type: 'forgot'; readonly waits: readonly string[] }
  | { readonly type: 'ended' }

const isSame = (run: Run, { number, startedAt }: ProcedureId): boolean =>
  run.number === number && run.startedAt === startedAt

/** A procedure that began earlier than the one known has been told late. */
const begin = (run: Run | null, { number, startedAt }: ProcedureId): readonly RunEvent[] =>
  run && run.startedAt >= startedAt ? [] : [{ type: 'begun', number, startedAt, attempt: 1 }]

/** Every command may come twice, late or after a newer one: only what still changes something is an event. */
const decide = (run: Run | null, command: RunCommand): readonly RunEvent[] => {
  if (command.type === 'begin') return begin(run, command)
  if (run === null) return []
  switch (command.type) {
    case 'begin-anew': {
      const { number, startedAt, attempt } = command
      const isLatest = isSame(run, command) && run.attempt === attempt
      return isLatest ? [{ type: 'begun', number, startedAt, attempt: attempt + 1 }] : []
    }
    case 'wait':
      return run.waits.some(({ id }) => id === command.wait.id) ? [] : [{ type: 'waited', wait: command.wait }]
    case 'forget': {
      const waits = command.waits.filter((forgotten) => run.waits.some(({ id }) => id === forgotten))
      return waits.length === 0 ? [] : [{ type: 'forgot', waits }]
    }
    case 'end':
      return run.ended ? [] : [{ type: 'ended' }]
  }
}

/** Where an execution waits anew, its earlier wait in the same lane is over. */
const isReplacedBy = (wait: Wait, by: Wait): boolean =>
  wait.lane === by.lane && wait.startedAt === by.startedAt && wait.attempt === by.attempt

const evolve = (run: Run | null, event: RunEvent, { at }: { readonly at: Instant }): Run => {
  if (event.type === 'begun') {
    const { type: _, ...execution } = event
    // executions of an earlier procedure still have to be told that it is gone; a lost one cannot be told any more
    const waits = run?.waits.filter(({ startedAt }) => startedAt !== event.startedAt) ?? []
    return { ...execution, waits, ended: false, updatedAt: at }
  }
  if (run === null) throw new Error(`a run cannot begin with ${event.type}`)
  switch (event.type) {
    case 'waited':
      return {
        ...run,
        updatedAt: at,
        waits: [...run.waits.filter((wait) => !isReplacedBy(wait, event.wait)), event.wait],
      }
    case 'forgot':
      return { ...run, updatedAt: at, waits: run.waits.filter(({ id }) => !event.waits.includes(id)) }
    case 'ended':
      return { ...run, updatedAt: at, ended: true }
  }
}

export const runDecider: Decider<Run, RunCommand, RunEvent, Context> = {
  decide,
  evolve,
  passTime: () => [],
  wakeAt: () => null,
}
