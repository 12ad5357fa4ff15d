import {
  ExecutionAlreadyExists,
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

/**
 * The procedure's Standard machine. Step Functions answers the same name and input with success while that execution runs,
 * and with ExecutionAlreadyExists once it has ended, for 90 days.
 */
export const stepFunctionsMachine = (): Machine => {
  const client = new SFNClient()
  const stateMachineArn = env('PROCEDURE_MACHINE')
  return {
    start: async (execution) => {
      const { number, startedAt, attempt } = execution
      const input = JSON.stringify({ number, startedAt, attempt, steps: 0 })
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: executionName(execution), input }))
        return 'running'
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'ended'
        throw error
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
