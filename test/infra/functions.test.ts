import { describe, expect, test } from 'vitest'
import { type Resource, resourcesOf, SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

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

describe.each([...functions])('%s', (id, { Properties }) => {
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

  test('alarms about errors and slowness say what it means for people', () => {
    const own = alarmsOf(id)
    const mayBeSlow = nameOf(id) === 'Report'
    expect(own.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['Errors', ...(mayBeSlow ? [] : ['Duration'])]),
    )
    for (const { text, actions } of own) {
      expect(text).toMatch(/^[A-Z].+\. \(.+: see docs\/runbook\.md#[a-z-]+\)$/)
      expect(actions).toHaveLength(1)
    }
    const slow = own.find(({ metric }) => metric === 'Duration')
    expect(slow?.threshold).toBe(mayBeSlow ? undefined : Number(Properties['Timeout']) * 800)
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

type Statement = {
  readonly Action: string | readonly string[]
  readonly Effect: string
  readonly Resource?: unknown
  readonly Condition?: unknown
}

const statementsOf = ({ Properties }: Resource): readonly Statement[] =>
  (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement

const policies = [...resourcesOf(desk, 'AWS::IAM::Policy')]

const RIGHTS = Object.fromEntries(
  policies
    .filter(([id]) => id.startsWith('Functions'))
    .map(([id, policy]) => [
      nameOf(id),
      statementsOf(policy)
        .flatMap(({ Action }) => Action)
        .sort(),
    ]),
)

const TABLE = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']
const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents']
const DEAD_LETTERS = ['sqs:SendMessage']
const FILES = ['s3:GetObject', 's3:ListBucket', 's3:PutObject']
/** What is kept of reports is named by its content, so nothing is looked for. */
const REPORTS = ['s3:GetObject', 's3:PutObject']
const SECRET = ['ssm:GetParameter']
const SENDING = ['ses:SendEmail', 'sns:Publish', ...SECRET]
/** CDK grants an event source's queue more than sending. */
const STREAM = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
]

test.each([
  ['Api', [...TABLE, ...LOG, ...FILES, ...SECRET]],
  ['IntakeMail', [...TABLE, ...LOG, ...DEAD_LETTERS, ...FILES, ...SECRET]],
  ['IntakeEvent', [...TABLE, ...LOG, ...DEAD_LETTERS, 'cloudwatch:ListTagsForResource']],
  ['MailFeedback', [...TABLE, ...LOG, ...DEAD_LETTERS]],
  [
    'React',
    [
      ...TABLE,
      ...LOG,
      ...DEAD_LETTERS,
      ...STREAM,
      ...SENDING,
      'events:PutEvents',
      'scheduler:CreateSchedule',
      'iam:PassRole',
    ],
  ],
  ['WakeUp', [...TABLE, ...LOG, ...DEAD_LETTERS, ...SENDING]],
  ['Sweep', [...TABLE, ...LOG, ...DEAD_LETTERS, ...SENDING, 'events:PutEvents']],
  [
    'Procedure',
    [
      ...[...TABLE, ...LOG, ...DEAD_LETTERS],
      ...['states:DescribeExecution', 'states:SendTaskSuccess', 'states:StartExecution'],
    ],
  ],
  ['Report', [...TABLE, ...LOG, ...REPORTS, 'ses:SendEmail']],
])('%s may do this and nothing else', (name, actions) => {
  expect([...new Set(RIGHTS[name])]).toEqual(actions.toSorted())
})

test('no right is for every action, none is for every resource, and nothing is ever deleted [AUD-1]', () => {
  const allowed = policies.flatMap(([, policy]) => statementsOf(policy))
  expect(allowed.length).toBeGreaterThan(20)
  for (const statement of allowed) {
    expect([statement.Action].flat().filter((action) => /\*|Delete/.test(action))).toEqual([])
    expect([statement.Resource].flat()).not.toContain('*')
  }
})

test('mail goes out as the desk only', () => {
  const sending = policies
    .flatMap(([, policy]) => statementsOf(policy))
    .filter(({ Action }) => Action === 'ses:SendEmail')
  expect(sending).toHaveLength(4)
  for (const { Condition } of sending) {
    expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'help@it.example.org' } })
  }
})

describe('the ways to people', () => {
  const senders = (template: ReturnType<typeof synthesisedDesk>['desk']) =>
    [...resourcesOf(template, 'AWS::IAM::Policy')].flatMap(([, policy]) => statementsOf(policy))

  test('chats: only the webhooks of this stage may be read [NOT-1]', () => {
    const read = senders(synthesisedDesk().desk).filter(({ Action }) => [Action].flat().includes('ssm:GetParameter'))
    const names = new Set(JSON.stringify(read).match(/:parameter\/[^"]+/g))
    expect([...names].toSorted()).toEqual([':parameter/firstline/trial/chat/*', ':parameter/firstline/trial/secret'])
  })

  test('calls: by the stage’s own instance, where it has one [NOT-1]', () => {
    const telephone = {
      instanceId: '11111111-1111-4111-8111-111111111111',
      contactFlowId: '22222222-2222-4222-8222-222222222222',
      sourceNumber: '+49301234567',
    }
    const mayCall = (settings: typeof SETTINGS) =>
      senders(synthesisedDesk(settings).desk).filter(({ Action }) =>
        [Action].flat().includes('connect:StartOutboundVoiceContact'),
      )
    expect(mayCall(SETTINGS)).toEqual([])
    const allowed = mayCall({ ...SETTINGS, telephone })
    expect(allowed).toHaveLength(3)
    for (const statement of allowed)
      expect(JSON.stringify(statement)).toContain(`:instance/${telephone.instanceId}/contact/*`)
  })
})
