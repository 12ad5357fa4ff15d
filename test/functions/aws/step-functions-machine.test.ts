import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { stepFunctionsMachine } from '../../../functions/aws/step-functions-machine.ts'
import { executionName } from '../../../shared/domain/major-incident/run.ts'
import { withEnvironment } from './environment.ts'

const ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:firstline-trial-major-incident'
withEnvironment({ PROCEDURE_MACHINE: ARN })
const stepFunctions = mockClient(SFNClient)
beforeEach(() => {
  stepFunctions.reset()
})

const EXECUTION = { number: 'INC-2026-000123', startedAt: '2026-03-02T19:00:00.000Z', attempt: 1 }
const POSITION = { ...EXECUTION, at: 'mobilising', mark: 'mobilising', steps: 3 } as const
const said = { message: 'said by Step Functions', $metadata: {} }

test('an execution is started by name, which says ticket, procedure and attempt [MAJ-9]', async () => {
  stepFunctions.on(StartExecutionCommand).resolves({ executionArn: 'arn', startDate: new Date(0) })
  // whatever else the record knows of it stays at home
  expect(await stepFunctionsMachine().start({ ...EXECUTION, token: 'secret' } as typeof EXECUTION)).toBe('running')
  expect(stepFunctions.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    {
      stateMachineArn: ARN,
      name: 'INC-2026-000123-20260302190000000-1',
      input: '{"number":"INC-2026-000123","startedAt":"2026-03-02T19:00:00.000Z","attempt":1,"steps":0}',
    },
  ])
})

const describedAs = (status: ExecutionStatus) => ({
  executionArn: 'arn',
  stateMachineArn: ARN,
  startDate: new Date(0),
  status,
})

test.each([
  ['RUNNING', 'running'],
  ['SUCCEEDED', 'ended'],
  ['FAILED', 'ended'],
  ['TIMED_OUT', 'ended'],
  ['ABORTED', 'ended'],
] as const)('a name that is taken is asked about: %s is %s [MAJ-9]', async (status, answer) => {
  stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(said))
  stepFunctions.on(DescribeExecutionCommand).resolves(describedAs(status))
  expect(await stepFunctionsMachine().start(EXECUTION)).toBe(answer)
  expect(stepFunctions.commandCalls(DescribeExecutionCommand).map(({ args }) => args[0].input)).toEqual([
    {
      executionArn:
        'arn:aws:states:eu-west-1:000000000000:execution:firstline-trial-major-incident:INC-2026-000123-20260302190000000-1',
    },
  ])
})

test('a name taken by an execution that is only just being started is one that runs [MAJ-9]', async () => {
  stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(said))
  stepFunctions.on(DescribeExecutionCommand).rejectsOnce(new ExecutionDoesNotExist(said))
  expect(await stepFunctionsMachine().start(EXECUTION)).toBe('running')
  stepFunctions.on(DescribeExecutionCommand).rejects(new Error('ThrottlingException'))
  await expect(stepFunctionsMachine().start(EXECUTION)).rejects.toThrow('ThrottlingException')
})

test('a wait is answered with where the record stands [MAJ-9]', async () => {
  stepFunctions.on(SendTaskSuccessCommand).resolves({})
  await stepFunctionsMachine().answer('token', POSITION)
  expect(stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input)).toEqual([
    { taskToken: 'token', output: JSON.stringify(POSITION) },
  ])
})

test.each([new TaskTimedOut(said), new TaskDoesNotExist(said), new InvalidToken(said)])(
  'a token nobody waits with any more (%s) does no harm [MAJ-9]',
  async (error) => {
    stepFunctions.on(SendTaskSuccessCommand).rejects(error)
    await stepFunctionsMachine().answer('token', POSITION)
  },
)

test('any other failure is told, so that it is tried again', async () => {
  stepFunctions.on(StartExecutionCommand).rejects(new Error('ThrottlingException'))
  stepFunctions.on(SendTaskSuccessCommand).rejects(new Error('ThrottlingException'))
  await expect(stepFunctionsMachine().start(EXECUTION)).rejects.toThrow('ThrottlingException')
  await expect(stepFunctionsMachine().answer('token', POSITION)).rejects.toThrow('ThrottlingException')
})

test('every execution has a name that Step Functions takes, and its own', () => {
  const instant = fc
    .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const execution = fc.record({
    number: fc.integer({ min: 1, max: 99_999_999 }).map((serial) => `INC-2026-${String(serial).padStart(6, '0')}`),
    startedAt: instant,
    attempt: fc.integer({ min: 1, max: 10_000 }),
  })
  fc.assert(
    fc.property(execution, execution, (one, other) => {
      expect(executionName(one)).toMatch(/^[\w-]{1,80}$/)
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(executionName(one)).not.toBe(executionName(other))
    }),
  )
})
