import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionStatus,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import type { Machine } from '../../shared/application/ports.ts'
import { executionName } from '../../shared/domain/major-incident/run.ts'
import { env } from './env.ts'

/** Nobody waits with this token any more: answered before, timed out, or its execution is gone. */
const isAnswered = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken

/** Step Functions names executions after their machine. */
const executionArnOf = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`

/** An execution that cannot be described yet has just been started by somebody else. */
const isRunning = async (client: SFNClient, executionArn: string): Promise<boolean> => {
  try {
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
    return status === ExecutionStatus.RUNNING
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return true
    throw error
  }
}

/**
 * The procedure's Standard machine. A name that is taken may be an execution that has ended, or one that runs with an input
 * as an earlier version wrote it: so Step Functions is asked which.
 */
export const stepFunctionsMachine = (): Machine => {
  const client = new SFNClient()
  const stateMachineArn = env('PROCEDURE_MACHINE')
  return {
    start: async (execution) => {
      const { number, startedAt, attempt } = execution
      const name = executionName(execution)
      const input = JSON.stringify({ number, startedAt, attempt, steps: 0 })
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }))
        return 'running'
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error
        return (await isRunning(client, executionArnOf(stateMachineArn, name))) ? 'running' : 'ended'
      }
    },
    answer: async (taskToken, position) => {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(position) }))
      } catch (error) {
        if (!isAnswered(error)) throw error
      }
    },
  }
}
