import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../../shared/contract/api.ts'
import { resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

const { desk, mail } = synthesisedDesk()

describe('the HTTP API [API-1]', () => {
  const routes = [...resourcesOf(desk, 'AWS::ApiGatewayV2::Route').values()].map(({ Properties }) => Properties)

  test('has the routes of the contract, and behind each the same function', () => {
    expect(routes.map(({ RouteKey }) => RouteKey)).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`))
    expect(new Set(routes.map(({ Target }) => JSON.stringify(Target))).size).toBe(1)
  })

  test('wants a token of the user pool everywhere but where the contract says public [API-4]', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType === 'NONE').map(({ RouteKey }) => RouteKey)
    expect(open.toSorted()).toEqual([
      'GET /api/a/{token}',
      'GET /api/v1/links/{token}',
      'GET /api/v1/openapi.json',
      'POST /api/a/{token}',
      'POST /api/v1/links/{token}',
      'POST /api/v1/links/{token}/uploads',
    ])
    const signedIn = routes.filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
    expect(signedIn.length + open.length).toBe(routes.length)
    desk.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    })
  })

  test('is throttled, and logs neither people nor the paths that hold their links', () => {
    const [stage] = resourcesOf(desk, 'AWS::ApiGatewayV2::Stage').values()
    expect(stage?.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    })
    const { Format } = Object(stage?.Properties['AccessLogSettings']) as { readonly Format: string }
    expect(Object.values(JSON.parse(Format) as object)).toContain('$context.routeKey')
    expect(Format).not.toMatch(/identity|claims|\.path|userAgent|sourceIp/)
  })

  test('tells of answers that went wrong inside', () => {
    desk.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: '5xx', Threshold: 1 })
  })
})

const MEANINGFUL_CHANGES = JSON.stringify({
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { item: { S: ['record', 'event'] } } },
})

test('one bad change does not hold up the others: halved, tried again for a while, put aside', () => {
  desk.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumBatchingWindowInSeconds: 0,
    MaximumRetryAttempts: 20,
    MaximumRecordAgeInSeconds: 3600,
    StartingPosition: 'TRIM_HORIZON',
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    FilterCriteria: { Filters: [{ Pattern: MEANINGFUL_CHANGES }] },
  })
})

test('alarms of the account come in, those of the desk itself do not [INT-8]', () => {
  desk.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.cloudwatch'],
      'detail-type': [
        'CloudWatch Alarm State Change',
        'CloudWatch Alarm Contributor State Change',
        'CloudWatch Alarm Configuration Change',
      ],
      detail: { alarmName: [{ 'anything-but': { prefix: 'firstline-trial-' } }, 'firstline-trial-canary'] },
    },
    Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
  })
})

describe('time', () => {
  test('has a group of schedules of its own, and a role that only its schedules may use [SLA-6]', () => {
    desk.hasResourceProperties('AWS::Scheduler::ScheduleGroup', { Name: 'firstline-trial-wake-ups' })
    desk.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' }, 'aws:SourceArn': Match.anyValue() },
            },
          }),
        ],
      },
    })
  })

  test('wake-ups due within a minute reach the function over the bus [SLA-6]', () => {
    desk.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: Match.anyValue(),
      EventPattern: { source: ['firstline.clock'], 'detail-type': ['wake-up'] },
      Targets: [Match.objectLike({ InputPath: '$.detail', DeadLetterConfig: { Arn: Match.anyValue() } })],
    })
  })

  test('is swept for what got lost every five minutes [SLA-7]', () => {
    desk.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' })
  })
})

test('a new desk has its settings before anybody signs in', () => {
  desk.hasResourceProperties('AWS::CloudFormation::CustomResource', {
    Defaults: Match.stringLikeRegexp('^[0-9a-f]{64}$'),
  })
  desk.hasResourceProperties('AWS::Lambda::Function', {
    Description: Match.stringLikeRegexp('put-defaults'),
    Environment: { Variables: Match.objectLike({ TABLE_NAME: Match.anyValue() }) },
  })
})

describe('mail', () => {
  test('to the desk is stored first and told of then; whoever fails to take it in is told of [INT-2]', () => {
    mail.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        Recipients: ['help@it.example.org'],
        Actions: [
          { S3Action: { BucketName: Match.anyValue(), ObjectKeyPrefix: 'incoming/', TopicArn: Match.anyValue() } },
        ],
      },
    })
    mail.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace: 'AWS/SES', MetricName: 'PublishFailure' })
  })

  test('rules replace nothing unless the stage says so', () => {
    mail.hasResourceProperties('AWS::CloudFormation::CustomResource', { ReplaceActive: 'false' })
  })

  test('from the desk reports back what became of it [NOT-4, NOT-6]', () => {
    mail.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'it.example.org',
      FeedbackAttributes: { EmailForwardingEnabled: false },
    })
    desk.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint', 'delivery', 'reject'],
        SnsDestination: { TopicARN: Match.anyValue() },
      },
    })
  })

  test('topics take messages of this account’s SES by TLS only, and keep what a function never got', () => {
    const lambdas = [...resourcesOf(desk, 'AWS::SNS::Subscription').values()].filter(
      ({ Properties }) => Properties['Protocol'] === 'lambda',
    )
    expect(lambdas).toHaveLength(2)
    for (const { Properties } of lambdas) {
      expect(Properties['RedrivePolicy']).toHaveProperty('deadLetterTargetArn')
      desk.hasResourceProperties('AWS::SNS::TopicPolicy', {
        Topics: [Properties['TopicArn']],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: 'ses.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            }),
          ]),
        },
      })
    }
  })
})
