import { describe, expect, test } from 'vitest'
import { resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

const { desk } = synthesisedDesk()
/** Without those CloudFormation alone calls. */
const functions = new Map([...resourcesOf(desk, 'AWS::Lambda::Function')].filter(([id]) => id.startsWith('Functions')))
const alarms = [...resourcesOf(desk, 'AWS::CloudWatch::Alarm').values()].map(({ Properties }) => Properties)

/** Logical ids are `Functions<Name>Function<hash>`. */
const nameOf = (id: string): string => /^Functions(\w+?)(?:Function|Role|Queue)/.exec(id)?.[1] ?? id

const alarmsOf = (id: string) =>
  alarms
    .filter(({ Dimensions }) => JSON.stringify(Dimensions ?? []).includes(`"${id}"`))
    .map((alarm) => ({
      metric: alarm['MetricName'],
      text: String(alarm['AlarmDescription']),
      threshold: alarm['Threshold'],
      actions: alarm['AlarmActions'],
    }))

test('one function for each thing that can happen to the desk', () => {
  expect([...functions.keys()].map(nameOf)).toEqual([
    'Api',
    'IntakeMail',
    'IntakeEvent',
    'MailFeedback',
    'React',
    'WakeUp',
    'Sweep',
    'Procedure',
    'Report',
  ])
})

describe.each([...functions])('%s', (_id, { Properties }) => {
  test('runs on Node 24, arm64, 512 MB, with a log that ends', () => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 512,
      LoggingConfig: { LogFormat: 'JSON' },
    })
    const { LogGroup } = Properties['LoggingConfig'] as { readonly LogGroup: { readonly Ref: string } }
    const log = resourcesOf(desk, 'AWS::Logs::LogGroup').get(LogGroup.Ref)
    expect(log?.Properties['RetentionInDays']).toBe(90)
  })

  test('has a role of its own', () => {
    const roles = [...functions.values()].map((other) => JSON.stringify(other.Properties['Role']))
    expect(roles.filter((role) => role === JSON.stringify(Properties['Role']))).toHaveLength(1)
  })
})

test('throttling is told of once for all of them: its limit is the account’s', () => {
  const throttles = alarms.filter(({ MetricName }) => MetricName === 'Throttles')
  expect(throttles).toMatchObject([{ Namespace: 'AWS/Lambda', Threshold: 1 }])
  expect(throttles[0]).not.toHaveProperty('Dimensions')
})

test('what is called without waiting for the answer keeps what failed; the rest answers, is held by its stream or is done again', () => {
  const withQueue = [...functions].filter(([, { Properties }]) => Properties['DeadLetterConfig'])
  expect(withQueue.map(([id]) => nameOf(id))).toEqual([
    'IntakeMail',
    'IntakeEvent',
    'MailFeedback',
    'WakeUp',
    'Sweep',
    'Procedure',
  ])
})

test('reactions that fall behind are told of [SLA-6]', () => {
  const react = [...functions.keys()].find((id) => nameOf(id) === 'React') ?? ''
  expect(alarmsOf(react)).toContainEqual(expect.objectContaining({ metric: 'IteratorAge', threshold: 60_000 }))
})

describe.each([...resourcesOf(desk, 'AWS::SQS::Queue')])('dead letters of %s', (id, { Properties }) => {
  test('are encrypted, kept for two weeks and told of', () => {
    expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 })
    expect(alarmsOf(id)).toEqual([
      expect.objectContaining({ metric: 'ApproximateNumberOfMessagesVisible', threshold: 1 }),
    ])
  })
})
