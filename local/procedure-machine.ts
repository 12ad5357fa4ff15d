import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunOptions, StateMachineDefinition } from 'aws-local-stepfunctions'
import type { ProcedureTask } from '../functions/procedure.ts'
import type { Log, Machine, Position, Procedures } from '../shared/application/ports.ts'
import { type ExecutionId, executionName } from '../shared/domain/major-incident/run.ts'

type Do = (task: ProcedureTask) => Promise<Position | null>

export type LocalMachine = Machine &
  Procedures & {
    /** Who does the tasks; without anybody they fail. */
    serve(handle: Do): void
    /** Returns when every execution waits or has ended. */
    idle(): Promise<void>
    stop(): Promise<void>
  }

type Wait = { readonly name: string; readonly goOn: (position: Position | null) => void }

/** Written by `npm run procedure`: what is deployed. */
const DEFINITION = new URL('./major-incident.asl.json', import.meta.url)

/** Each look at the token is another task's, as in Step Functions; the library has none of its own. */
const contextOf = (name: string) => ({
  Execution: { Name: name },
  Task: {
    get Token() {
      return randomUUID()
    },
  },
})

const taskNames = ({ States: states }: Pick<StateMachineDefinition, 'States'>): readonly string[] =>
  Object.entries(states).flatMap(([name, state]) => {
    if (state.Type === 'Parallel') return state.Branches.flatMap(taskNames)
    return state.Type === 'Task' ? [name] : []
  })

/** Loaded when first needed: an execution is rare, and the library takes a third of a second. */
const loaded = async () => {
  const { StateMachine } = await import('aws-local-stepfunctions')
  const definition: StateMachineDefinition = JSON.parse(await readFile(DEFINITION, 'utf8'))
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } })
  return { machine, tasks: taskNames(definition) }
}

/**
 * The state machine as it is deployed, in this process: its executions go with it, and begin again from their start. What
 * stands in for Step Functions are the tokens, and that the name of an execution counts once.
 */
export const localMachine = (log: Log): LocalMachine => {
  const executions = new Map<string, 'running' | 'ended'>()
  const waits = new Map<string, Wait>()
  const aborts = new Set<() => void>()
  const underWay = new Set<Promise<unknown>>()
  let machine: ReturnType<typeof loaded> | null = null
  let handle: Do = () => Promise.reject(new Error('nobody does the tasks of the procedure yet'))

  const noted = <Result>(work: Promise<Result>): Promise<Result> => {
    const done = work.finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  const letGo = (ofName?: string): void => {
    for (const { name, goOn } of waits.values()) if (ofName === undefined || name === ofName) goOn(null)
  }

  const waitFor = async (name: string, task: Extract<ProcedureTask, { readonly task: 'wait' }>) => {
    const { promise, resolve } = Promise.withResolvers<Position | null>()
    waits.set(task.token, { name, goOn: resolve })
    try {
      await noted(handle(task))
      return await promise
    } finally {
      waits.delete(task.token)
    }
  }

  const optionsFor = (name: string, tasks: readonly string[]): RunOptions => {
    const act = (input: unknown) => {
      const { Payload: payload, ...task } = input as ProcedureTask & { readonly Payload?: ProcedureTask }
      return payload?.task === 'wait' ? waitFor(name, payload) : noted(handle(task))
    }
    const taskResourceLocalHandlers = Object.fromEntries(tasks.map((task) => [task, act]))
    return { overrides: { taskResourceLocalHandlers }, context: contextOf(name), noThrowOnAbort: true }
  }

  const run = async (name: string, { number, startedAt, attempt }: ExecutionId): Promise<void> => {
    machine ??= loaded()
    try {
      const { machine: stateMachine, tasks } = await noted(machine)
      const { result, abort } = stateMachine.run({ number, startedAt, attempt, steps: 0 }, optionsFor(name, tasks))
      aborts.add(abort)
      await result.finally(() => aborts.delete(abort))
    } catch (error) {
      log.error('an execution of the procedure has failed', error, { number, attempt })
    } finally {
      executions.set(name, 'ended')
      // of a branch that the library has left, which would wait on
      letGo(name)
    }
  }

  return {
    start: async (execution) => {
      const name = executionName(execution)
      const known = executions.get(name)
      if (known) return known
      executions.set(name, 'running')
      void run(name, execution)
      return 'running'
    },
    // at once, so that a desk that dies meanwhile finds the change in its stream again
    follow: async (number) => void (await noted(handle({ task: 'follow', number }))),
    answer: async (token, position) => waits.get(token)?.goOn(position),
    serve: (handler) => {
      handle = handler
    },
    idle: async () => {
      do {
        await Promise.allSettled(underWay)
        await nextTurn()
      } while (underWay.size > 0)
    },
    stop: async () => {
      for (const abort of aborts) abort()
      letGo()
      await Promise.allSettled(underWay)
    },
  }
}
