import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import aslValidator from 'asl-validator'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { procedureDefinition } from '../../infra/procedure-definition.ts'
import { withDrawing } from '../../infra/procedure-drawing.ts'
import { MOST_STEPS } from '../../infra/procedure-states.ts'
import { AUDIENCES, STAGES } from '../../shared/domain/major-incident/procedure.ts'
import { LANES, type Standing } from '../../shared/domain/major-incident/standing.ts'
import { resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

const ROOT = join(import.meta.dirname, '../..')

type Retrier = {
  readonly ErrorEquals: readonly string[]
  readonly MaxAttempts: number
  readonly MaxDelaySeconds: number
}

type State = {
  readonly Type: string
  readonly Resource?: string
  readonly Next?: string
  readonly Default?: string
  readonly TimeoutSeconds?: number
  readonly Choices?: readonly { readonly StringEquals?: string; readonly Next: string }[]
  readonly Retry?: readonly Retrier[]
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
  readonly Branches?: readonly Machine[]
}

type Machine = {
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
  readonly TimeoutSeconds?: number
}

const { desk } = synthesisedDesk()
const machine = procedureDefinition(desk.toJSON()) as Machine
const lanes = Object.values(machine.States).flatMap(({ Branches: branches = [] }) => branches)
const machines = [machine, ...lanes]
const states = machines.flatMap(({ States }) => Object.entries(States))
const isWait = ({ Resource: resource = '' }: State): boolean => resource.endsWith('.waitForTaskToken')
const tasks = states.filter(([, { Type }]) => Type === 'Task')
const waits = tasks.filter(([, state]) => isWait(state))

const followers = ({ Next: next, Default: otherwise, Choices: choices = [], Catch: catches = [] }: State): string[] =>
  [next, otherwise, ...choices.map(({ Next }) => Next), ...catches.map(({ Next }) => Next)].filter(
    (name) => name !== undefined,
  )

describe('the definition', () => {
  test('is valid in the Amazon States Language, with every path checked [MAJ-9]', () => {
    const { isValid, errorsText } = aslValidator(structuredClone(machine), { checkPaths: true, checkArn: true })
    expect([isValid, isValid ? '' : errorsText('\n')]).toEqual([true, ''])
  })

  test('is what the local desk runs: `npm run procedure` writes it [MAJ-9]', async () => {
    expect(JSON.parse(await readFile(join(ROOT, 'local/major-incident.asl.json'), 'utf8'))).toEqual(machine)
  })

  test('is drawn in the docs: `npm run procedure` draws it [MAJ-9]', async () => {
    const page = await readFile(join(ROOT, 'docs/major-incident.md'), 'utf8')
    expect(page).toBe(withDrawing(page, machine))
  })

  test('leads nowhere that is not there, and reaches every state [MAJ-9]', () => {
    for (const { StartAt: start, States: own } of machines) {
      const reached = new Set<string>()
      const visit = (name: string): void => {
        if (reached.has(name)) return
        reached.add(name)
        const state = own[name]
        if (!state) throw new Error(`nowhere: ${name}`)
        for (const next of followers(state)) visit(next)
      }
      visit(start)
      expect([...reached].toSorted()).toEqual(Object.keys(own).toSorted())
    }
  })

  test('has names that Step Functions takes, each once', () => {
    const names = states.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[\w\s:,.?()-]{1,80}$/)
  })

  test('ends: every choice has somewhere to go, every lane an end', () => {
    for (const [name, state] of states)
      if (state.Type === 'Choice') expect([name, typeof state.Default]).toEqual([name, 'string'])
    for (const { States } of lanes) expect(Object.values(States).map(({ Type }) => Type)).toContain('Succeed')
  })
})

describe('the net below the record’s own timers', () => {
  test.each(waits)('“%s” has a timeout, and a catch that looks at the record [MAJ-9]', (name, state) => {
    const lane = lanes.find(({ States }) => name in States)
    expect(state.TimeoutSeconds).toBe(3_600)
    expect(state.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: lane?.StartAt }])
  })

  test.each(tasks)('“%s” is tried again, with growing pauses [MAJ-9]', (_, state) => {
    const [retrier] = state.Retry ?? []
    // a wait that has timed out is caught instead: its token counts no more
    expect(retrier).toMatchObject({ ErrorEquals: [isWait(state) ? 'States.TaskFailed' : 'States.ALL'], BackoffRate: 2 })
    expect(retrier?.MaxAttempts).toBeGreaterThan(3)
    expect(state.TimeoutSeconds).toBeGreaterThan(0)
  })

  test('every way round goes past the count of steps: an execution stays below its 25,000 events and its time', () => {
    for (const { StartAt: look, States: own } of lanes) {
      const longest = (name: string, way: readonly string[]): number => {
        expect(way, 'a way round that is not counted').not.toContain(name)
        const next = followers(own[name] ?? { Type: '' }).filter((each) => each !== look)
        return Math.max(0, ...next.map((each) => longest(each, [...way, name]))) + 1
      }
      for (const name of followers(own[look] ?? { Type: '' })) expect(longest(name, [])).toBeLessThan(30)
    }
    const attempts = Math.max(...tasks.map(([, { Retry }]) => Retry?.[0]?.MaxAttempts ?? 0)) + 1
    const eventsOfTask = 2 + 3 * attempts
    const eventsOfStep = 2 * (eventsOfTask + 2)
    const mostSteps = MOST_STEPS + STAGES.length
    expect(lanes.length * mostSteps * eventsOfStep).toBeLessThan(25_000)
    const pauses = Math.max(
      ...tasks.map(([, { Retry }]) => (Retry?.[0]?.MaxAttempts ?? 0) * (Retry?.[0]?.MaxDelaySeconds ?? 0)),
    )
    const secondsOfStep = 3_600 + 120 * attempts + 2 * pauses
    expect(mostSteps * secondsOfStep).toBeLessThan(machine.TimeoutSeconds ?? 0)
    // what the timers of the local desk can count to
    expect(machine.TimeoutSeconds).toBeLessThan(2 ** 31 / 1_000)
  })

  test('a lane that has become long has a new execution go on', () => {
    const [parallel] = Object.values(machine.States).filter(({ Branches }) => Branches)
    const long = states.flatMap(([, state]) => (state.Type === 'Fail' ? [Object(state).Error] : []))
    expect(new Set(long)).toEqual(new Set(['ExecutionTooLong', 'UnknownStep']))
    expect(parallel?.Catch).toEqual([
      { ErrorEquals: ['ExecutionTooLong'], ResultPath: null, Next: 'Continue in a new execution' },
    ])
  })
})

const STEPS: readonly Standing['at'][] = [...STAGES, 'unjudged', 'gone']
const UPDATES: readonly Standing['at'][] = ['running', 'reminded', 'escalated', 'over', 'gone']

test.each(LANES.map((lane, index) => [lane, lanes[index]] as const))(
  'the lane %s knows everything the record can say of it [MAJ-9]',
  (lane, own) => {
    const [choice] = followers(own?.States[own.StartAt] ?? { Type: '' })
    const known = own?.States[choice ?? '']?.Choices?.flatMap(({ StringEquals: value }) => value ?? [])
    expect(known?.toSorted()).toEqual([...(lane === 'steps' ? STEPS : UPDATES)].toSorted())
    expect(lanes).toHaveLength(1 + AUDIENCES.length)
  },
)

describe('deployed', () => {
  test('it is a Standard machine that may call the procedure function and nothing else', () => {
    desk.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'firstline-trial-major-incident',
      StateMachineType: 'STANDARD',
      LoggingConfiguration: Match.absent(),
    })
    const [policy] = [...resourcesOf(desk, 'AWS::IAM::Policy')].filter(([id]) => id.startsWith('ProcedureRole'))
    expect(policy?.[1].Properties['PolicyDocument']).toMatchObject({
      Statement: [
        {
          Action: 'lambda:InvokeFunction',
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': [expect.stringMatching(/^FunctionsProcedureFunction/), 'Arn'] },
        },
      ],
    })
  })

  test('a procedure that has moved on is followed over the bus, and kept when that fails', () => {
    desk.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: Match.anyValue(),
      EventPattern: { source: ['firstline.procedure'], 'detail-type': ['moved'] },
      Targets: [
        Match.objectLike({
          InputTransformer: {
            InputPathsMap: { 'detail-number': '$.detail.number' },
            InputTemplate: '{"task":"follow","number":<detail-number>}',
          },
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      ],
    })
  })

  test('somebody is told of executions that fail; one that ends otherwise is replaced by the sweep', () => {
    desk.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ExecutionsFailed',
      Threshold: 1,
      AlarmDescription: Match.stringLikeRegexp('runbook\\.md#procedure-'),
    })
  })
})
