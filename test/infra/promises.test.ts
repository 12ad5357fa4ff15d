import { Validations } from 'aws-cdk-lib'
import { describe, expect, test } from 'vitest'
import { named } from './granted-rights.ts'
import { type Resource, resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

/** What a deployed desk promises whoever runs it, read from what CloudFormation gets. */

const { app, ...templates } = synthesisedDesk()

const all = (type: string): readonly (readonly [id: string, resource: Resource])[] =>
  Object.values(templates).flatMap((template) => [...resourcesOf(template, type)])

const idOf = (value: unknown): unknown => Object.values(value as object)[0]

describe.each([
  ['AWS::S3::BucketPolicy', 'Bucket', 'AWS::S3::Bucket'],
  ['AWS::SQS::QueuePolicy', 'Queues', 'AWS::SQS::Queue'],
  ['AWS::SNS::TopicPolicy', 'Topics', 'AWS::SNS::Topic'],
])('%s', (policyType, property, type) => {
  test(`every ${type} is reached by TLS only`, () => {
    const deny = { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
    const closed = all(policyType)
      .filter(([, { Properties }]) => {
        const { Statement: statements } = Properties['PolicyDocument'] as { readonly Statement: readonly object[] }
        return statements.some((each) => expect.objectContaining(deny).asymmetricMatch(each))
      })
      .flatMap(([, { Properties }]) => [Properties[property]].flat().map(idOf))
    expect(all(type).length).toBeGreaterThan(0)
    expect(closed.toSorted()).toEqual(
      all(type)
        .map(([id]) => id)
        .toSorted(),
    )
  })
})

test('what is kept is encrypted where it lies', () => {
  for (const [id, { Properties }] of all('AWS::SQS::Queue'))
    expect([id, Properties['SqsManagedSseEnabled']]).toEqual([id, true])
  for (const [id, { Properties }] of all('AWS::S3::Bucket'))
    expect([id, JSON.stringify(Properties['BucketEncryption'])]).toEqual([id, expect.stringContaining('AES256')])
  for (const [, { Properties }] of all('AWS::DynamoDB::GlobalTable'))
    expect(Properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' })
})

const BY_DEPLOYMENT = 'CloudFormation waits for it, and the deployment fails with its own sentence.'
/** Functions whose failed events lie in no queue of their own, and why. */
const WITHOUT_DEAD_LETTERS: Readonly<Record<string, string>> = {
  FunctionsApiFunction: 'Somebody waits for the answer and gets the error.',
  FunctionsReactFunction:
    'The stream holds a change until it is done; the mapping puts what never is into LostReactions.',
  FunctionsReportFunction: 'It is asked again every hour, and finds by itself what is still to be done.',
  SelfWatchFunction: 'What it does not report is missing then, which its alarms take for lost.',
  SecretCreationFunction: BY_DEPLOYMENT,
  DefaultsPuttingFunction: BY_DEPLOYMENT,
  RulesActiveActivationFunction: BY_DEPLOYMENT,
  CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C: BY_DEPLOYMENT,
}
/** Which alarms of its own tell that a function without such a queue fails. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  FunctionsApiFunction: ['Duration'],
  FunctionsReactFunction: ['IteratorAge'],
  FunctionsReportFunction: ['Errors'],
}

const alarmsAbout = (id: unknown): readonly unknown[] =>
  all('AWS::CloudWatch::Alarm')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Dimensions'] ?? []).includes(`"${id}"`))
    .map(([, { Properties }]) => Properties['MetricName'])

describe.each(all('AWS::Lambda::Function'))('%s', (id, { Properties }) => {
  const name = named({ Ref: id })

  test('has a log that ends', () => {
    const { LogGroup: logGroup } = Properties['LoggingConfig'] as { readonly LogGroup: unknown }
    const log = all('AWS::Logs::LogGroup').find(([logId]) => logId === idOf(logGroup))
    expect(log?.[1].Properties['RetentionInDays']).toBeGreaterThan(0)
  })

  test('has a queue for what it fails at, or a reason why not', () => {
    expect(Properties['DeadLetterConfig'] === undefined).toBe(WITHOUT_DEAD_LETTERS[name] !== undefined)
  })

  test('has somebody told when it fails for good: by its queue, or by an alarm of its own', () => {
    const { DeadLetterConfig: config } = Properties
    const queue = config && idOf((idOf(config) as { readonly 'Fn::GetAtt': readonly [string, string] })['Fn::GetAtt'])
    const told = queue ? alarmsAbout(queue) : alarmsAbout(id)
    const expected = queue ? ['ApproximateNumberOfMessagesVisible'] : (TOLD_BY[name] ?? [])
    expect([name, told]).toEqual([name, expected])
  })
})

test('the API’s failures are counted where its callers see them', () => {
  expect(all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties['MetricName'])).toContain('5xx')
})

test('reasons stand beside functions that there are', () => {
  const names = all('AWS::Lambda::Function').map(([id]) => named({ Ref: id }))
  expect(names).toEqual(expect.arrayContaining(Object.keys(WITHOUT_DEAD_LETTERS)))
})

test('every finding that is acknowledged has a sentence as its reason', () => {
  const acknowledged = app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Readonly<Record<string, string>>))
  expect(acknowledged.length).toBeGreaterThan(10)
  for (const [finding, reason] of acknowledged)
    expect([finding, reason]).toEqual([finding, expect.stringMatching(/^[A-Z].{25,}\.$/s)])
})
