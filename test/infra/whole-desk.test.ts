import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { ROADS } from '../../shared/domain/watch/canary.ts'
import { METRICS } from '../../shared/domain/watch/metrics.ts'
import { resourcesOf, SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

const { app, state, desk, portal, mail } = synthesisedDesk()
const templates = { state, desk, portal, mail }

test('the AWS Solutions checks find nothing that is not acknowledged with a reason', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(app)
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([])
})

test.each(Object.entries(templates))('%s names no account and no Region', (_, template) => {
  const text = JSON.stringify(template.toJSON())
  expect(text).not.toMatch(/\b\d{12}\b/)
  expect(text).not.toMatch(/\b(us|eu|ap|cn|ca|sa|me|af|il)-[a-z]+-\d\b/)
})

test('what keeps data or people’s sign-in is kept when its stack goes', () => {
  const KEEPS_DATA = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']
  for (const template of Object.values(templates)) {
    for (const [id, { Type, DeletionPolicy, UpdateReplacePolicy }] of resourcesOf(template)) {
      const policies = [DeletionPolicy, UpdateReplacePolicy]
      if (KEEPS_DATA.includes(Type)) expect([id, ...policies]).toEqual([id, 'Retain', 'Retain'])
    }
  }
})

test('every log ends', () => {
  const logs = Object.values(templates).flatMap((template) => [
    ...resourcesOf(template, 'AWS::Logs::LogGroup').values(),
  ])
  expect(logs.length).toBeGreaterThan(8)
  for (const { Properties } of logs) expect(Properties['RetentionInDays']).toBeGreaterThan(0)
})

/** us-east-1, and no free tier but those that last: ten alarms, ten metrics of one's own, three dashboards. */
const PRICES_USD = {
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  secret: 0.4,
  key: 1,
  mailIn: 0.0001,
  mailOut: 0.0001,
  put: 5e-6,
  write: 6.25e-7,
}
const CANARIES_A_MONTH = 30.4 * 24 * 6
/** Of one canary of either road: released, arrived, woken, each a record and a line in a transaction; and its place in `due`. */
const WRITES_OF_A_CANARY = 3 * 2 * 2 + 2

/** Each canary by mail is put into the bucket, and marked as what may go. */
const STORED_AND_MARKED = 2

test('idle, a deployment costs no more than two dollars a month, canaries included', () => {
  const count = (type: string) =>
    Object.values(templates).reduce((sum, template) => sum + resourcesOf(template, type).size, 0)
  const beyond = (free: number, all: number) => Math.max(0, all - free)
  const standing =
    beyond(10, count('AWS::CloudWatch::Alarm')) * PRICES_USD.alarm +
    beyond(10, Object.keys(METRICS).length) * PRICES_USD.metric +
    beyond(3, count('AWS::CloudWatch::Dashboard')) * PRICES_USD.dashboard +
    count('AWS::SecretsManager::Secret') * PRICES_USD.secret +
    count('AWS::KMS::Key') * PRICES_USD.key
  const canaries =
    CANARIES_A_MONTH *
    (PRICES_USD.mailOut +
      PRICES_USD.mailIn +
      STORED_AND_MARKED * PRICES_USD.put +
      ROADS.length * WRITES_OF_A_CANARY * PRICES_USD.write)
  const sources = [...resourcesOf(desk, 'AWS::Lambda::EventSourceMapping').values()]
  expect(sources.filter(({ Properties }) => JSON.stringify(Properties['EventSourceArn']).includes('Queue'))).toEqual([])
  expect(standing + canaries).toBeLessThanOrEqual(1.95)
})

describe('settings', () => {
  const records = (hostedZoneId: string | null) => {
    const { desk: deskOf, mail: mailOf } = synthesisedDesk({ ...SETTINGS, hostedZoneId })
    return [deskOf, mailOf].flatMap((template) =>
      [...resourcesOf(template, 'AWS::Route53::RecordSet').values()].map(({ Properties }) => Properties['Type']),
    )
  }

  test('DNS records are made in the hosted zone, or printed', () => {
    expect(records('Z0123456789ABC')).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX'])
    expect(records(null)).toEqual([])
    mail.hasOutput('*', {
      Value: { 'Fn::Join': ['', ['it.example.org MX 10 inbound-smtp.', { Ref: 'AWS::Region' }, '.amazonaws.com']] },
    })
  })

  test('links lead to the portal once it has an address', () => {
    const { desk: deskOf } = synthesisedDesk({ ...SETTINGS, publicUrl: 'https://desk.example.org' })
    for (const { Properties } of resourcesOf(deskOf, 'AWS::Lambda::Function').values()) {
      expect(Properties['Environment']).toMatchObject({ Variables: { PUBLIC_URL: 'https://desk.example.org' } })
    }
  })
})
